import assert from 'node:assert/strict';
import { takesMedia } from '../../../../src/core/models/modelFacts';
import { takesRemoteMcp } from '../../../../src/core/models/remoteMcp';

describe('what a model takes', () => {
  it('is remote servers of MCP in the second generation, and of one that is not known', () => {
    for (const model of [
      'gemini-2.5-pro',
      'gemini-2.0-flash',
      'gemini-1.5-pro',
      'gemma-4-31b-it',
      'my-gemini-3',
      'gemini-x',
    ]) {
      assert.ok(takesRemoteMcp(model), model);
    }
    for (const model of ['gemini-3.8-flash', 'gemini-3', 'gemini-12.1', 'gemini-flash-latest', 'gemini-pro-latest']) {
      assert.ok(!takesRemoteMcp(model), model);
    }
    assert.ok(takesRemoteMcp('gemini-flash-latest-1'));
    assert.ok(takesRemoteMcp('other-latest'));
  });

  it('is what the table says, or else anything', () => {
    assert.ok(takesMedia('gemma-4-31b-it', 'image'));
    assert.ok(!takesMedia('gemma-4-31b-it', 'audio'));
    assert.ok(takesMedia('gemini-3.8-flash', 'audio'));
    assert.ok(takesMedia('gemini-9-none', 'video'));
  });
});
