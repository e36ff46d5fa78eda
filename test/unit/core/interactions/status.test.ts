import assert from 'node:assert/strict';
import { isInProgress, isTerminal, readStatus } from '../../../../src/core/interactions/status';

const ends = ['completed', 'failed', 'cancelled', 'incomplete', 'budget_exceeded'] as const;
const works = ['queued', 'in_progress'] as const;
const asks = ['requires_action', 'requires_continuation'] as const;

describe('where an interaction stands', () => {
  it('is read as the service spells it, and is not known otherwise', () => {
    for (const status of [...ends, ...works, ...asks]) assert.equal(readStatus(status), status);
    for (const other of ['paused', 'COMPLETED', '', 5, undefined]) assert.equal(readStatus(other), 'unknown');
  });

  it('is an end where nothing will change any more', () => {
    for (const status of ends) assert.deepEqual([isTerminal(status), isInProgress(status)], [true, false], status);
  });

  it('is under way only while the service works by itself', () => {
    for (const status of works) assert.deepEqual([isTerminal(status), isInProgress(status)], [false, true], status);
    for (const status of [...asks, 'unknown'] as const)
      assert.deepEqual([isTerminal(status), isInProgress(status)], [false, false], status);
  });
});
