import assert from 'node:assert/strict';
import { readFailure, readSavedTimes, readSavedUsage } from '../../../../../src/core/storage/log/readOutcome';

describe('how an answer ended, as it is read back', () => {
  it('has a reason that is known, with what the service said besides', () => {
    const whole = { reason: 'rateLimited', code: 'too_many', status: 429, retryAfterMs: 0 };
    assert.deepEqual(readFailure({ ...whole, later: true }), whole);
    assert.deepEqual(readFailure({ reason: 'offline' }), { reason: 'offline' });
    assert.deepEqual(readFailure({ reason: 'offline', code: 5, status: '429', retryAfterMs: null }), {
      reason: 'offline',
    });
    for (const value of [undefined, {}, { reason: 'hexed', code: 'x' }]) assert.equal(readFailure(value), undefined);
  });

  it('has each count of tokens under its name, and zero where one is missing', () => {
    const usage = { input: 1, output: 2, thought: 3, toolUse: 4, cached: 5, total: 6, grounding: { google_search: 7 } };
    assert.deepEqual(readSavedUsage({ usage }), usage);
    assert.deepEqual(readSavedUsage({ usage: { output: 2, grounding: { google_search: '7', google_maps: 1 } } }), {
      input: 0,
      output: 2,
      thought: 0,
      toolUse: 0,
      cached: 0,
      total: 0,
      grounding: { google_maps: 1 },
    });
    for (const turn of [{}, { usage: 3 }, usage]) assert.equal(readSavedUsage(turn), undefined);
  });

  it('has the times that are known', () => {
    const times = { total: 9, first: 0, thoughts: [1, 2] };
    assert.deepEqual(readSavedTimes({ times }), times);
    assert.deepEqual(readSavedTimes({ times: { thoughts: [1, '2', null, 3] } }), { thoughts: [1, 3] });
    assert.deepEqual(readSavedTimes({ times: { total: '9', first: '0', thoughts: 'long' } }), { thoughts: [] });
    for (const turn of [{}, { times: [1] }]) assert.equal(readSavedTimes(turn), undefined);
  });
});
