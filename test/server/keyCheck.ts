import { keyMessages } from './refusals/keyRefusals';
import { errorInfo } from './refusals/wireRefusal';
import { gatewayRefusal, inArray } from './wireError';

/**
 * Throws what the gateway says of a key. Without a list of keys, any will do that is not empty and does not begin with
 * `bad` or `expired`. Refusals of keys come as an array of one body, whatever the endpoint.
 */
export function checkKey(key: string, accepted: readonly string[] | undefined): void {
  if (key === '') throw inArray(gatewayRefusal(401, 'UNAUTHENTICATED', 'The request has no API key.'));
  if (accepted?.includes(key)) return;
  if (key.startsWith('expired')) throw refusedKey(keyMessages.expired);
  if (accepted || key.startsWith('bad')) throw refusedKey(keyMessages.bad);
}

function refusedKey(message: string) {
  return inArray(gatewayRefusal(400, 'INVALID_ARGUMENT', message, [errorInfo('API_KEY_INVALID')]));
}
