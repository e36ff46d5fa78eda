import assert from 'node:assert/strict';
import { type FailureTraits, failureReasons, traits } from '../../../../src/core/base/failure';

const having = (trait: keyof FailureTraits) => failureReasons.filter((reason) => traits[reason][trait]);

/** Each of these decides about money or about something that the user wrote, so a change must be meant. */
describe('the traits of a failure', () => {
  it('have a request repeated by itself only where the service said that it is busy', () => {
    assert.deepEqual(having('transient'), ['rateLimited', 'serviceBusy']);
  });

  it('have an answer looked for at the service only where the stream alone failed', () => {
    const expected = ['connectionLost', 'timedOut', 'slept', 'truncated', 'emptyAnswer', 'malformedAnswer'];
    assert.deepEqual(having('mayHaveCompleted'), expected);
  });

  it('offer to send again with a new key where another key may help', () => {
    assert.deepEqual(having('aboutKey'), ['noKey', 'badKey', 'leakedKey', 'keyNotAllowed', 'paymentRequired']);
  });

  it('end a batch for whatever is wrong with the key, the connection or the disk', () => {
    const reasons = having('stopsBatch');
    for (const reason of having('aboutKey')) assert.ok(reasons.includes(reason), reason);
    for (const reason of [
      'offline',
      'proxyRefused',
      'untrustedCertificate',
      'wrongClock',
      'storageUnavailable',
    ] as const) {
      assert.ok(reasons.includes(reason), reason);
    }
    // One of them may be gone, refused or broken while the others are not.
    for (const reason of ['notFound', 'serviceBusy', 'connectionLost', 'malformedAnswer', 'unknown'] as const) {
      assert.ok(!reasons.includes(reason), reason);
    }
  });

  it('offer to continue an answer that broke off, and none that was refused or ended by its own limits', () => {
    const reasons = having('leavesPartial');
    for (const reason of ['interrupted', 'truncated', 'slept', 'serviceBusy'] as const) {
      assert.ok(reasons.includes(reason), reason);
    }
    for (const reason of ['contentBlocked', 'budgetExceeded', 'badKey', 'emptyAnswer'] as const) {
      assert.ok(!reasons.includes(reason), reason);
    }
  });
});
