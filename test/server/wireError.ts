/** An answer of the service that refuses a request. */
export class WireError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, message: string, body: unknown) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

/** The shape the Interactions endpoints use: a snake_case code and a sentence. */
export function refusal(status: number, code: string, message: string): WireError {
  return new WireError(status, message, { error: { code, message } });
}

/** The shape of Google's gateway, which also answers for /models: a numeric code and an upper-case status. */
export function gatewayRefusal(
  code: number,
  status: string,
  message: string,
  details?: readonly Readonly<Record<string, unknown>>[],
): WireError {
  return new WireError(code, message, { error: { code, message, status, ...(details ? { details } : {}) } });
}

/** The same refusal as an array of one body, which is how the gateway words what it refuses by itself. */
export function inArray(error: WireError): WireError {
  return new WireError(error.status, error.message, [error.body]);
}

export function invalidRequest(message: string): WireError {
  return refusal(400, 'invalid_request', message);
}
