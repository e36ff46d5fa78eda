import assert from 'node:assert/strict';
import { failureReasons } from '../../../../src/core/base/failure';
import { retryWait } from '../../../../src/core/interactions/retryPolicy';

const refused = (reason: 'serviceBusy' | 'rateLimited', retryAfterMs?: number) => ({
  reason,
  status: 503,
  retryAfterMs,
});

describe('asking again by itself', () => {
  it('waits one second, then three, with a quarter of jitter either way', () => {
    for (const [retries, ms] of [1_000, 3_000].entries()) {
      assert.equal(retryWait(refused('serviceBusy'), retries, 0), ms * 0.75);
      assert.equal(retryWait(refused('serviceBusy'), retries, 1), ms * 1.25);
    }
    assert.equal(retryWait(refused('serviceBusy'), 2, 0.5), undefined);
  });

  it('takes the service’s own time as the least', () => {
    assert.equal(retryWait(refused('rateLimited', 30_000), 0, 0), 30_000);
    assert.equal(retryWait(refused('rateLimited', 30_000), 0, 1), 36_000);
    assert.equal(retryWait(refused('serviceBusy', 10_000), 0, 0), 10_000);
  });

  it('leaves long waits to the user', () => {
    assert.equal(retryWait(refused('rateLimited', 120_000), 0, 0), undefined);
  });

  it('never repeats what the service did not refuse explicitly', () => {
    for (const reason of failureReasons) {
      assert.equal(retryWait({ reason, status: undefined, retryAfterMs: undefined }, 0, 0.5), undefined, reason);
    }
  });

  it('never repeats what would fail again', () => {
    for (const reason of failureReasons.filter((name) => name !== 'serviceBusy' && name !== 'rateLimited')) {
      assert.equal(retryWait({ reason, status: 400, retryAfterMs: undefined }, 0, 0.5), undefined, reason);
    }
  });

  it('waits longer after a rate limit that names no time', () => {
    for (const [retries, ms] of [5_000, 15_000].entries()) {
      assert.equal(retryWait(refused('rateLimited'), retries, 0), ms);
      assert.equal(retryWait(refused('rateLimited'), retries, 1), ms * 1.2);
    }
    assert.equal(retryWait(refused('rateLimited'), 2, 0), undefined);
  });

  it('waits for a minute and a little at most', () => {
    assert.equal(retryWait(refused('rateLimited', 60_000), 0, 1), 72_000);
    assert.equal(retryWait(refused('rateLimited', 60_001), 0, 1), undefined);
    assert.equal(retryWait(refused('serviceBusy', 72_000), 0, 0), 72_000);
    assert.equal(retryWait(refused('serviceBusy', 72_001), 0, 0), undefined);
  });
});
