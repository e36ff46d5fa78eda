import assert from 'node:assert/strict';
import fc from 'fast-check';

import type { JsonObject } from '../../../../../src/core/base/json';
import type { ChatRecord, TurnEnd, TurnStart } from '../../../../../src/core/conversation/records';
import { readJob } from '../../../../../src/core/research/job/readJob';
import { readRecord } from '../../../../../src/core/storage/log/readRecord';
import { contentOf } from '../../../../../src/core/storage/log/recordLine';

const file = { id: 'a', uri: 'file:///a.ts', path: 'a.ts', languageId: 'typescript', text: 'x' };
const turn: TurnStart = {
  id: 't1',
  parentId: 't0',
  createdAt: 5,
  prompt: 'Why?',
  attachments: [
    { kind: 'code', ...file, startLine: 1, endLine: 2 },
    { kind: 'file', ...file, id: 'b' },
    {
      kind: 'media',
      id: 'c',
      name: 'c.png',
      media: 'image',
      mimeType: 'image/png',
      data: 'AAAA',
      uri: 'file:///c.png',
    },
    { kind: 'media', id: 'd', name: 'pasted', media: 'video', mimeType: 'video/mp4', data: '' },
    {
      kind: 'upload',
      id: 'u',
      name: 'long.mp4',
      media: 'video',
      mimeType: 'video/mp4',
      uri: 'file:///long.mp4',
      tokens: 7,
      thumbnail: '/9j/',
      size: 30_000_000,
      remote: { name: 'files/u', uri: 'https://g.example/v1/files/u', expiresAt: 9 },
    },
    { kind: 'url', id: 'e', url: 'https://e.example' },
  ],
  model: 'gemini-3.8-flash',
  replaces: 'gemini-2.5-pro',
  removedCharacters: 2,
  rulesFiles: ['AGENTS.md'],
  schema: 'Order',
};
const end: TurnEnd = {
  status: 'failed',
  interactionId: 'v1_x',
  steps: [
    { type: 'thought', signature: 'S' },
    { type: 'hologram', rays: [1, null] },
  ],
  usage: { input: 1, output: 2, thought: 3, toolUse: 0, cached: 0, total: 6, grounding: { google_search: 1 } },
  answeredBy: 'gemini-3.8-flash',
  environmentId: 'env_1',
  failure: { reason: 'rateLimited', code: 'rate_limit_exceeded', status: 429, retryAfterMs: 5 },
  endedAs: 'incomplete',
  isRebuilt: true,
};
const records: readonly ChatRecord[] = [
  { kind: 'chat', createdAt: 5, workspace: { name: 'kiosk', uri: 'file:///kiosk' } },
  { kind: 'title', title: 'T', by: 'model' },
  { kind: 'private', isPrivate: true },
  { kind: 'choices', tools: ['googleSearch'], thinking: 'low', servers: ['tickets'] },
  { kind: 'instruction', text: 'Answer in Greek.' },
  { kind: 'schema', schema: { name: 'Order', sent: { type: 'object' }, whole: { type: 'object', not: {} } } },
  { kind: 'schema', schema: undefined },
  { kind: 'turn', turnId: 't1', turn },
  { kind: 'turn', turnId: 't1', turn: { ...turn, model: '', agent: 'deep-research-preview-04-2026' } },
  { kind: 'accepted', turnId: 't1', interactionId: 'v1_x', background: true },
  {
    kind: 'delta',
    turnId: 't1',
    events: [
      { id: 'v1_x' },
      { i: 0, start: { type: 'model_output' } },
      { i: 0, delta: { type: 'hologram_delta' }, e: 'e1' },
      { i: 0, stop: true },
    ],
  },
  { kind: 'end', turnId: 't1', end },
  { kind: 'leaf', turnId: 't1' },
  { kind: 'forgotten', interactionIds: ['v1_x'] },
  { kind: 'lease', window: 'w' },
];

const written = (record: ChatRecord): JsonObject => JSON.parse(contentOf(record));

describe('what is read back from disk', () => {
  for (const record of records) {
    it(`is the record that was written: ${record.kind}`, () => {
      const turnId = 'turnId' in record ? record.turnId : undefined;
      assert.deepEqual(readRecord(record.kind, turnId, written(record)), record);
    });
  }

  it('is nothing when it is no record, and never an exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...records), fc.dictionary(fc.string(), fc.jsonValue()), (record, content) => {
        const fields = Object.keys(written(record));
        readRecord(record.kind, 't', JSON.parse(JSON.stringify(content)));
        for (const field of fields)
          readRecord(record.kind, 't', { ...written(record), [field]: content as JsonObject });
        readJob(content);
      }),
      { numRuns: 300 },
    );
    const odd: readonly JsonObject[] = [
      { kind: 'hologram', id: 'h' },
      { kind: 'file', id: 'f' },
      { kind: 'media', id: 'm', data: '' },
      { kind: 'url' },
    ];
    const record = readRecord('turn', 't', { prompt: 'p', attachments: [...odd, { kind: 'url', id: 'u', url: '' }] });
    assert.deepEqual(record?.kind === 'turn' && record.turn.attachments, [{ kind: 'url', id: 'u', url: '' }]);
    const saved = [{ start: {} }, { i: 1, stop: 'yes' }, { i: 2, start: 'no' }, { i: 3, stop: true, e: 4 }];
    const events = readRecord('delta', 't', { events: saved });
    assert.deepEqual(events?.kind === 'delta' && events.events, [{ i: 3, stop: true }]);
    const chat = readRecord('chat', undefined, { createdAt: 1, workspace: { name: 7 } });
    assert.deepEqual(chat?.kind === 'chat' && chat.workspace, { name: '', uri: '' });
    const forgotten = readRecord('forgotten', undefined, { interactionIds: ['a', 1, null, 'b'] });
    assert.deepEqual(forgotten?.kind === 'forgotten' && forgotten.interactionIds, ['a', 'b']);
    assert.equal(readRecord('end', 't', { status: 'flying' }), undefined);
    assert.equal(readRecord('turn', 't', { createdAt: 5 }), undefined);
  });
});
