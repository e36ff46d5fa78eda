import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Turn } from '../../../../../src/core/conversation/turn';
import { readJob } from '../../../../../src/core/research/readJob';
import { readTurn } from '../../../../../src/core/storage/log/readTurn';
import { budget } from '../../../../budget';

const turn: Turn = {
  id: 't1',
  parentId: 't0',
  createdAt: 5,
  prompt: 'Why?',
  attachments: [
    { id: 'a', uri: 'file:///a.ts', path: 'a.ts', languageId: 'typescript', startLine: 1, endLine: 2, text: 'x' },
  ],
  model: 'gemini-3.8-flash',
  status: 'failed',
  interactionId: 'v1_x',
  steps: [{ type: 'thought', signature: 'S' }],
  parts: [
    { kind: 'text', text: 'Because' },
    { kind: 'tool', step: 'google_search_call', text: 'q' },
    { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AA' },
    { kind: 'sources', sources: [{ title: 'A', url: 'https://a.example' }] },
  ],
  usage: { input: 1, output: 2, thought: 3, toolUse: 0, cached: 0, total: 6, grounding: { google_search: 1 } },
  failure: { reason: 'rateLimited', code: 'rate_limit_exceeded', status: 429 },
  removedCharacters: 2,
  endedAs: undefined,
};

describe('what is read back from disk', () => {
  it('is the turn that was saved', () => {
    assert.deepEqual(readTurn(JSON.parse(JSON.stringify(turn))), turn);
  });

  it('is nothing when it is no turn, and never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readTurn(value);
        readJob(value);
      }),
      { seed: Date.now(), numRuns: budget(300) },
    );
    assert.equal(readTurn({ id: 't', prompt: 'p', status: 'flying' }), undefined);
  });
});
