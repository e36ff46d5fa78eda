import { gateway, inEveryBody, plain, quotaFailure, retryIn, type WireRefusal } from './wireRefusal';

const model = 'gemini-3.8-flash';
const metric = 'generativelanguage.googleapis.com/generate_content_free_tier_requests';
const exceeded = (limit: number) =>
  `You exceeded your current quota, please check your plan and billing details.\n* Quota exceeded for metric: ${metric}, limit: ${limit}, model: ${model}`;

const slowDown: WireRefusal = {
  ...plain(429, 'rate_limit_exceeded', 'Too many requests. Please slow down.'),
  headers: { 'retry-after': '7' },
};

/** What a wait cures: of a day, of seconds, or of no length that is told. */
export const loadRefusals = {
  quota: [
    plain(429, 'quota_exceeded', exceeded(250)),
    ...gateway(429, 'RESOURCE_EXHAUSTED', exceeded(250), [
      quotaFailure(model, 'GenerateRequestsPerDayPerProjectPerModel-FreeTier'),
      retryIn('34s'),
    ]),
  ],
  rateLimit: [
    slowDown,
    plain(429, 'too_many_requests', 'Too many requests. Please slow down.'),
    ...gateway(429, 'RESOURCE_EXHAUSTED', exceeded(10), [
      quotaFailure(model, 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier'),
      retryIn('34s'),
    ]),
    ...gateway(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).'),
  ],
  /** Does not say whether it is the quota of a minute or of a day. */
  notEnoughQuota: inEveryBody(
    429,
    ['too_many_requests', 'RESOURCE_EXHAUSTED'],
    'You do not have enough quota to make this request.',
  ),
  busy: [
    ...inEveryBody(503, ['service_unavailable', 'UNAVAILABLE'], 'The model is overloaded. Please try again later.'),
    plain(503, 'UNAVAILABLE', 'The service is currently unavailable.'),
    ...inEveryBody(500, ['api_error', 'INTERNAL'], 'Internal error encountered.'),
    ...inEveryBody(504, ['gateway_timeout', 'DEADLINE_EXCEEDED'], 'Deadline expired before operation could complete.'),
  ],
};
