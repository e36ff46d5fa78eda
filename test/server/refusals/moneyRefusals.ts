import { gateway, inEveryBody, plain, quotaFailure, retryIn } from './wireRefusal';

const depleted =
  'Your prepayment credits are depleted. Please go to AI Studio at https://ai.studio/projects to manage your project and billing.';

const freeTierModel = 'gemini-4-carbon';
const metric = 'generativelanguage.googleapis.com/generate_content_free_tier';
const noFreeTier = [
  'You exceeded your current quota, please check your plan and billing details. For more information on this error, ' +
    'head to: https://ai.google.dev/gemini-api/docs/rate-limits. ',
  `* Quota exceeded for metric: ${metric}_input_token_count, limit: 0, model: ${freeTierModel}`,
  `* Quota exceeded for metric: ${metric}_requests, limit: 0, model: ${freeTierModel}`,
  'Please retry in 34.07s.',
].join('\n');

const perMinute = 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier';
const perDay = 'GenerateRequestsPerDayPerProjectPerModel-FreeTier';

/** What no wait cures: someone has to pay, or to allow that more is paid. */
export const moneyRefusals = {
  paymentRequired: [
    plain(402, 'payment_required', depleted),
    ...gateway(402, 'RESOURCE_EXHAUSTED', depleted),
    ...inEveryBody(429, ['too_many_requests', 'RESOURCE_EXHAUSTED'], depleted),
  ],
  spendingCap: inEveryBody(
    429,
    ['too_many_requests', 'RESOURCE_EXHAUSTED'],
    'Your project has exceeded its monthly spending cap. Please go to AI Studio at https://ai.studio/spend to manage your project spend cap.',
  ),
  /** The wait it tells is of no use: the limit is 0. */
  paidModelOnFreeKey: [
    plain(429, 'too_many_requests', noFreeTier),
    plain(429, 'quota_exceeded', noFreeTier),
    ...[[perMinute], [perDay], [perMinute, perDay]].flatMap((quotaIds) =>
      gateway(429, 'RESOURCE_EXHAUSTED', noFreeTier, [quotaFailure(freeTierModel, ...quotaIds), retryIn('34s')]),
    ),
  ],
  billingOff: [
    ...inEveryBody(
      400,
      ['failed_precondition', 'FAILED_PRECONDITION'],
      'Gemini API free tier is not available in your country. Please enable billing on your project in Google AI Studio.',
    ),
    ...inEveryBody(
      400,
      ['failed_precondition', 'FAILED_PRECONDITION'],
      'Billing is not enabled for this project. Please enable billing, then retry.',
    ),
  ],
};
