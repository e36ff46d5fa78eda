/** A whole HTTP answer that refuses. It fits `answerNext`, alone or together with `for`. */
export interface WireRefusal {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Detail = Readonly<Record<string, unknown>>;

/** The body of the Interactions endpoints. */
export function plain(status: number, code: string, message: string): WireRefusal {
  return { status, body: { error: { code, message } } };
}

/** The body of the gateway, as it is and as an array of one. */
export function gateway(
  status: number,
  rpcStatus: string,
  message: string,
  details?: readonly Detail[],
): readonly WireRefusal[] {
  const body = { error: { code: status, message, status: rpcStatus, ...(details && { details }) } };
  return [
    { status, body },
    { status, body: [body] },
  ];
}

/** The same in all three bodies. */
export function inEveryBody(
  status: number,
  [code, rpcStatus]: readonly [code: string, rpcStatus: string],
  message: string,
  details?: readonly Detail[],
): readonly WireRefusal[] {
  return [plain(status, code, message), ...gateway(status, rpcStatus, message, details)];
}

/** How long to wait, as the gateway says it. */
export function retryIn(delay: string): Detail {
  return { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: delay };
}

export function quotaFailure(model: string, ...quotaIds: readonly string[]): Detail {
  const violations = quotaIds.map((quotaId) => ({
    quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests',
    quotaId,
    quotaDimensions: { location: 'global', model },
  }));
  return { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations };
}

export function errorInfo(reason: string): Detail {
  return {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason,
    domain: 'googleapis.com',
    metadata: { service: 'generativelanguage.googleapis.com' },
  };
}
