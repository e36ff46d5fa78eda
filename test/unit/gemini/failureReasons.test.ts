import assert from 'node:assert/strict';
import type { FailureReason } from '../../../src/core/base/failure';
import { readErrorBody } from '../../../src/gemini/errorBody';
import { classifyRefusal, reasonOfCode } from '../../../src/gemini/failureReasons';

const classified = (status: number, message: string, code = 'invalid_request', retryAfterMs?: number) =>
  classifyRefusal(status, readErrorBody(JSON.stringify({ error: { code, message } })), retryAfterMs);
/** What is said of the first is not said of the second, which is a wrong request. */
const none = { reason: 'invalidRequest' };

describe('the wording of a refusal', () => {
  const files: readonly (readonly [status: number, message: string, code: string | undefined])[] = [
    [403, 'You may not access the file a.', 'expired'],
    [404, 'The file a may not exist.', 'expired'],
    [400, 'You may not access the file a.', undefined],
    [400, 'The PDF has a password.', 'password'],
    [400, 'An encrypted document.', 'password'],
    [400, 'The passwords.', undefined],
    [400, 'Unable to process input audio.', 'unreadable'],
    [400, 'Unable to process input video.', 'unreadable'],
    [400, 'Could not read the picture.', 'unreadable'],
    [400, 'Could not decode the picture.', 'unreadable'],
    [400, 'Images are not enabled.', 'unsupported'],
    [400, 'The model does not accept audio.', 'unsupported'],
    [400, 'The model does not support videos.', 'unsupported'],
    [400, 'A video is not supported.', 'unsupported'],
    [400, 'A document is unsupported.', 'unsupported'],
    [400, 'PDFs are not supported.', 'unsupported'],
    [400, 'A PDF is not supported.', 'unsupported'],
    [400, 'mime_type x is not supported.', 'unsupported'],
    [400, 'MimeType x is unsupported.', 'unsupported'],
    [400, 'Modality x is not supported.', 'unsupported'],
    [400, 'These modalities are not supported.', 'unsupported'],
    [400, 'The imagery is not supported.', undefined],
    [400, 'The image is too small.', undefined],
  ];
  for (const [status, message, code] of files) {
    it(`tells of a file: ${status} ${message} ${code ?? 'no'}`, () => {
      assert.deepEqual(classified(status, message), code === undefined ? none : { reason: 'attachmentRefused', code });
    });
  }

  it('tells of a file only under the status of a wrong request', () => {
    assert.deepEqual(classified(500, 'The PDF has a password.'), { reason: 'serviceBusy' });
  });

  const others: Readonly<Record<string, readonly (readonly [status: number, message: string])[]>> = {
    toolRefused: [
      [400, 'Tools are not supported.'],
      [400, 'This tool is not supported.'],
      [400, 'Google Search is not available.'],
      [400, 'googleSearch is unsupported.'],
      [400, 'Grounding is not enabled.'],
      [400, 'The model does not support URL context.'],
      [400, 'code_execution is not supported.'],
      [400, 'Google Maps is not supported.'],
      [400, 'mcp_server is not supported.'],
    ],
    environmentGone: [
      [404, 'The environment does not exist.'],
      [410, 'The environment was deleted.'],
      [400, 'Environment e is no longer there.'],
      [400, 'The environment has expired.'],
    ],
    historyExpired: [
      [400, 'A wrong previous_interaction_id.'],
      [404, 'Interaction x was not found.'],
    ],
    modelUnavailable: [
      [404, 'No such model.'],
      [404, 'No such agent.'],
    ],
    backgroundRefused: [
      [400, 'No background here.'],
      [400, 'It cannot be stored.'],
      [400, 'Do not store it.'],
      [400, 'A permission is missing.'],
      [400, 'Permissions are missing.'],
    ],
    invalidRequest: [
      [400, 'The toolbox is not supported.'],
      [400, 'The tool is unknown.'],
      [400, 'Environments were deleted.'],
      [400, 'The environment is wrong.'],
      [400, 'Backgrounds.'],
      [400, 'It was restored.'],
      [400, 'An interaction is wrong.'],
      [400, 'No such model.'],
      [403, 'Grounding is not enabled.'],
      [403, 'The environment was deleted.'],
      [403, 'A wrong previous_interaction_id.'],
      [403, 'Do not store it.'],
    ],
    serviceBusy: [
      [503, 'Grounding is not enabled.'],
      [500, 'Wrong.'],
    ],
  };
  for (const [reason, messages] of Object.entries(others)) {
    it(`tells ${reason}`, () => {
      for (const [status, message] of messages) {
        assert.deepEqual(classified(status, message), { reason }, `${status} ${message}`);
      }
    });
  }
});

describe('a refusal about money and quotas', () => {
  const cases: readonly (readonly [
    status: number,
    code: string,
    message: string,
    told: { readonly reason: FailureReason; readonly code?: string },
  ])[] = [
    [400, 'x', 'Your spending cap is reached.', { reason: 'paymentRequired', code: 'spending_cap' }],
    [400, 'x', 'No prepay credit.', { reason: 'paymentRequired', code: 'prepaid_credits' }],
    [400, 'x', 'Your prepayment credit is used up.', { reason: 'paymentRequired', code: 'prepaid_credits' }],
    [400, 'x', 'Your prepaid credits.', { reason: 'invalidRequest' }],
    [400, 'x', 'Your credits are depleted.', { reason: 'paymentRequired', code: 'prepaid_credits' }],
    [429, 'x', 'Limit: 0.', { reason: 'paymentRequired', code: 'paid_model' }],
    [429, 'x', 'limit:0', { reason: 'paymentRequired', code: 'paid_model' }],
    [429, 'x', 'limit: 05', { reason: 'rateLimited' }],
    [400, 'x', 'limit: 0', { reason: 'invalidRequest' }],
    [400, 'failed_precondition', 'Billing is off.', { reason: 'paymentRequired', code: 'billing_off' }],
    [400, 'failed_precondition', 'Off.', { reason: 'invalidRequest' }],
    [400, 'x', 'Billing is off.', { reason: 'invalidRequest' }],
    [402, 'x', '', { reason: 'paymentRequired', code: 'payment_required' }],
    [400, 'payment_required', '', { reason: 'paymentRequired', code: 'payment_required' }],
    [429, 'quota_exceeded', '', { reason: 'quotaExceeded' }],
    [429, 'x', '', { reason: 'rateLimited' }],
    [429, 'safety', '', { reason: 'contentBlocked' }],
    [503, 'resource_exhausted', '', { reason: 'rateLimited' }],
  ];
  for (const [status, code, message, expected] of cases) {
    it(`${status} ${code} ${message} is ${expected.reason} ${expected.code ?? ''}`, () =>
      assert.deepEqual(classified(status, message, code), expected));
  }

  it('is one of a quota where the wait is longer than five minutes', () => {
    assert.equal(classified(429, '', 'x', 300_000).reason, 'rateLimited');
    assert.equal(classified(429, '', 'x', 300_001).reason, 'quotaExceeded');
  });
});

describe('an error in the middle of an answer', () => {
  const cases: readonly (readonly [code: string, message: string, reason: FailureReason])[] = [
    ['budget_exceeded', '', 'budgetExceeded'],
    ['', 'The budget is used up.', 'budgetExceeded'],
    ['', 'A budgetary matter.', 'generationFailed'],
    ['safety', 'The budget is used up.', 'contentBlocked'],
    ['internal', 'Result not found', 'historyExpired'],
    ['internal', 'thought signature', 'signatureRefused'],
    ['internal', '', 'serviceBusy'],
    ['payment_required', '', 'paymentRequired'],
    ['', 'Your key was reported as leaked.', 'generationFailed'],
    ['authentication', '', 'generationFailed'],
  ];
  for (const [code, message, reason] of cases) {
    it(`${code} ${message} is ${reason}`, () => assert.equal(reasonOfCode(code, message), reason));
  }
});
