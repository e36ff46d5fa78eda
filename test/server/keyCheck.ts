import { gatewayRefusal, inArray } from './wireError';

/**
 * Throws what the gateway says of a key. Without a list of keys, any will do that is not empty and does not begin with
 * `bad` or `expired`. Refusals of keys come as an array of one body, whatever the endpoint.
 */
export function checkKey(key: string, accepted: readonly string[] | undefined): void {
  if (key === '') throw inArray(gatewayRefusal(401, 'UNAUTHENTICATED', 'The request has no API key.'));
  if (accepted?.includes(key)) return;
  if (key.startsWith('expired')) throw refusedKey('API key expired. Please renew the API key.');
  if (accepted || key.startsWith('bad')) throw refusedKey('API key not valid. Please pass a valid API key.');
}

function refusedKey(message: string) {
  return inArray(
    gatewayRefusal(400, 'INVALID_ARGUMENT', message, [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'API_KEY_INVALID',
        domain: 'googleapis.com',
        metadata: { service: 'generativelanguage.googleapis.com' },
      },
    ]),
  );
}
