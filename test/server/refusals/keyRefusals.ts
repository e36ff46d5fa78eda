import { errorInfo, gateway, inEveryBody, plain, type WireRefusal } from './wireRefusal';

export const keyMessages = {
  bad: 'API key not valid. Please pass a valid API key.',
  expired: 'API key expired. Please renew the API key.',
} as const;

/** Recorded is 400 with details; 401 is what the documentation says. */
function refusedKey(message: string): readonly WireRefusal[] {
  return [
    ...gateway(400, 'INVALID_ARGUMENT', message, [errorInfo('API_KEY_INVALID')]),
    ...gateway(400, 'INVALID_ARGUMENT', message),
    plain(400, 'invalid_request', message),
    plain(401, 'authentication', message),
    ...gateway(401, 'UNAUTHENTICATED', message),
    ...gateway(403, 'PERMISSION_DENIED', message),
  ];
}

export const keyRefusals = {
  badKey: refusedKey(keyMessages.bad),
  expiredKey: refusedKey(keyMessages.expired),
  leakedKey: inEveryBody(
    403,
    ['permission_denied', 'PERMISSION_DENIED'],
    'Your API key was reported as leaked. Please use another API key.',
  ),
  location: inEveryBody(
    400,
    ['failed_precondition', 'FAILED_PRECONDITION'],
    'User location is not supported for the API use.',
  ),
};
