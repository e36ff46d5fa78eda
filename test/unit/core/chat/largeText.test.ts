import assert from 'node:assert/strict';
import { isLargeText } from '../../../../src/core/chat/largeText';

describe('a large text', () => {
  it('has more than 800,000 characters', () => {
    assert.deepEqual([799_999, 800_000, 800_001].map(isLargeText), [false, false, true]);
  });
});
