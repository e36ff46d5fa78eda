import assert from 'node:assert/strict';
import { whatCounts } from '../../../../src/core/chat/whatCounts';

describe('what counts of the choices of a chat', () => {
  const all = { answering: true, instruction: true, schema: true };
  const none = { answering: false, instruction: false, schema: false };

  it('is all for a model, the instruction for an agent of Google, and nothing for the others', () => {
    assert.deepEqual(whatCounts('gemini-3.8-flash'), { answerer: 'model', ...all });
    assert.deepEqual(whatCounts('antigravity-preview-09-2026'), { answerer: 'agent', ...none, instruction: true });
    assert.deepEqual(whatCounts('agents/reviewer'), { answerer: 'ownAgent', ...none });
    assert.deepEqual(whatCounts('gemini-nano-banana-2.1'), { answerer: 'pictures', ...none });
  });
});
