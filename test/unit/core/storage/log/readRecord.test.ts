import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import { readJob } from '../../../../../src/core/research/readJob';
import { isKnownKind, readRecord } from '../../../../../src/core/storage/log/readRecord';
import { contentOf } from '../../../../../src/core/storage/log/recordLine';

const usage = { input: 1, output: 2, thought: 3, toolUse: 0, cached: 4, total: 6, grounding: { google_search: 1 } };

/** One record of each kind, with everything in it that a record of that kind may hold. */
const records: Readonly<Record<ChatRecord['kind'], ChatRecord>> = {
  chat: { kind: 'chat', createdAt: 5, workspace: { name: 'garden', uri: 'file:///garden' } },
  title: { kind: 'title', title: 'Plants', by: 'model' },
  private: { kind: 'private', isPrivate: true },
  turn: {
    kind: 'turn',
    turnId: 't1',
    turn: {
      id: 't1',
      parentId: 't0',
      createdAt: 5,
      prompt: 'Why?',
      attachments: [
        { id: 'a', uri: 'file:///a.ts', path: 'a.ts', languageId: 'typescript', startLine: 1, endLine: 2, text: 'x' },
      ],
      model: 'gemini-3.8-flash',
      removedCharacters: 2,
    },
  },
  accepted: { kind: 'accepted', turnId: 't1', interactionId: 'v1_x', background: true },
  delta: {
    kind: 'delta',
    turnId: 't1',
    events: [
      { id: 'v1_y' },
      { i: 0, start: { type: 'model_output' }, e: 'e1' },
      { i: 0, delta: { type: 'text', text: 'Because' } },
      { i: 0, stop: true, e: 'e3' },
    ],
  },
  end: {
    kind: 'end',
    turnId: 't1',
    end: {
      status: 'failed',
      interactionId: 'v1_x',
      steps: [{ type: 'thought', signature: 'S' }],
      parts: [
        { kind: 'text', text: 'Because' },
        { kind: 'thought', text: 'Hm' },
        { kind: 'unknown', text: '{}' },
        { kind: 'tool', step: 'google_search_call', text: 'q' },
        { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AA' },
        { kind: 'sources', sources: [{ title: 'A', url: 'https://a.example' }] },
      ],
      usage,
      failure: { reason: 'rateLimited', code: 'rate_limit_exceeded', status: 429, retryAfterMs: 1000 },
      endedAs: 'incomplete',
      isRebuilt: true,
    },
  },
  leaf: { kind: 'leaf', turnId: 't1' },
  forgotten: { kind: 'forgotten', interactionIds: ['v1_x', 'v1_y'] },
  lease: { kind: 'lease', window: 'w1' },
};

describe('a record that is read back from disk', () => {
  for (const record of Object.values(records)) {
    it(`of the kind ${record.kind} is the one that was written`, () => {
      const turnId = 'turnId' in record ? record.turnId : undefined;

      assert.deepEqual(readRecord(record.kind, turnId, JSON.parse(contentOf(record))), record);
    });
  }

  it('is undefined where it is not of its kind, and never an exception', () => {
    const kinds = fc.constantFrom(...Object.keys(records).filter(isKnownKind));
    const content = fc.dictionary(fc.constantFrom('events', 'parts', 'usage', 'workspace', 'x'), fc.jsonValue());
    fc.assert(
      fc.property(kinds, content, fc.jsonValue(), (kind, fields, value) => {
        readRecord(kind, 't1', JSON.parse(JSON.stringify(fields)));
        readJob(value);
      }),
      { seed: Date.now(), numRuns: 300 },
    );

    assert.equal(readRecord('turn', 't1', {}), undefined);
    assert.equal(readRecord('turn', undefined, { prompt: 'Why?' }), undefined);
    assert.equal(readRecord('accepted', 't1', {}), undefined);
    assert.equal(readRecord('end', 't1', { status: 'flying' }), undefined);
    assert.equal(readRecord('title', undefined, { title: 5 }), undefined);
  });
});
