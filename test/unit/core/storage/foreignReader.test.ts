import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Clock, systemClock } from '../../../../src/core/base/clock';
import { Conversation } from '../../../../src/core/conversation/conversation';
import { toSavedEvent } from '../../../../src/core/conversation/savedAnswer';
import type { SavedChat } from '../../../../src/core/conversation/savedChat';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { blobsOf } from '../../../../src/core/storage/log/blobs';
import { ChatLog } from '../../../../src/core/storage/log/chatLog';
import { gatherMs } from '../../../../src/core/storage/log/pendingRecords';
import { readChat } from '../../../../src/core/storage/log/readChat';
import { readEvent } from '../../../../src/gemini/events';
import { NodeFiles } from '../../../../src/host/platform/nodeFiles';
import { writeSampleChats } from '../../../bench/sampleChats';
import { runSeed } from '../../../budget';
import { interactions } from '../conversation/wireInteractions';
import { type ForeignChat, foreignText, readForeign } from './foreignReader';
import { deltaRecord, endRecord, fileOf, folder, path, textEvent, turnRecord } from './logUnderTest';

/** Pieces of an answer are written at once. */
const clock: Clock = { ...systemClock, wait: (ms, signal) => systemClock.wait(ms === gatherMs ? 0 : ms, signal) };

const attachments: readonly Attachment[] = [
  {
    kind: 'code',
    id: '1',
    uri: 'file:///a.ts',
    path: 'a.ts',
    languageId: 'typescript',
    startLine: 1,
    endLine: 2,
    text: 'x',
  },
  { kind: 'file', id: '2', uri: 'file:///b.md', path: 'b.md', languageId: 'markdown', text: '# b' },
  { kind: 'media', id: '3', name: 'c.png', media: 'image', mimeType: 'image/png', data: 'A'.repeat(400_000) },
  { kind: 'url', id: '4', url: 'https://d.example' },
];

const pictureDelta = { type: 'image', data: 'B'.repeat(9_000), mime_type: 'image/jpeg' };

describe('a reader made from docs/storage.md alone', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gemini-foreign-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const ours = async (file: string, chatId: string) =>
    (await readChat(chatId, readFileSync(join(root, file)), blobsOf(new NodeFiles(root), chatId))).chat;

  it('reads what we write: prompts, answers, titles, branches, and answers without an end', async () => {
    const files = new NodeFiles(root);
    const log = new ChatLog({
      files,
      clock,
      chatId: 'chat',
      locate: () => Promise.resolve({ folder, isNew: true }),
      workspace: undefined,
      windowId: 'a',
      newId: () => crypto.randomUUID(),
      onError: (error) => assert.fail(String(error)),
    });
    await log.claim();
    await log.append(turnRecord('a'), true);
    await log.append(deltaRecord('a', textEvent('Half')), false);
    await log.append(endRecord('a', 'Half “and” the rest 🙂\n“quoted”'), true);
    await log.append(turnRecord('b', 'a'), true);
    await log.append(endRecord('b', 'é'.repeat(200_000)), true);
    await log.append(turnRecord('c', 'a'), true);
    await log.append({ kind: 'title', title: 'A “title”', by: 'user' }, false);
    await log.append({ kind: 'accepted', turnId: 'c', interactionId: 'v1_1', background: true }, true);
    const start = { type: 'model_output', content: [{ type: 'text', text: 'It ' }] };
    await log.append(deltaRecord('c', { i: 0, start: { type: 'thought' } }, { i: 1, start, e: 'e1' }), false);
    await log.append(deltaRecord('c', textEventOf(1, 'may ', 'e2'), textEventOf(1, 'may ', 'e2')), false);
    await log.append({ kind: 'accepted', turnId: 'c', interactionId: 'v1_1', background: true }, true);
    await log.append(deltaRecord('c', { i: 0, start, e: 'e1' }, textEventOf(0, 'may ', 'e2')), false);
    await log.append({ kind: 'accepted', turnId: 'c', interactionId: 'v1_2', background: true }, true);
    await log.append(deltaRecord('c', { i: 0, start: { type: 'model_output' } }, textEventOf(0, 'be', 'e2')), false);
    await log.append(deltaRecord('c', { i: 0, delta: pictureDelta, e: 'e3' }), false);
    await log.append(turnRecord('d', 'c', attachments), true);
    await log.append(endRecord('d', 'Last', pictureDelta), true);
    await log.append({ kind: 'leaf', turnId: 'c' }, true);
    await log.release();
    const cut = readFileSync(join(root, path));
    writeFileSync(join(root, path), Buffer.concat([cut, cut.subarray(0, 50)]));

    const foreign = readForeign(join(root, 'v1'), join(root, path), 'chat');

    const chat = await ours(path, 'chat');
    assert.equal(chat.turns.length, 4);
    assert.equal(textIn(foreign, 'c'), 'It may be');
    assertSame(foreign, chat);
  });

  it('reads chats as they are after months', async () => {
    const files = new NodeFiles(root);
    const seed = runSeed;
    const options = { seed, withDeltas: true, answerLength: 300 };
    for (const { path: file, chatId } of await writeSampleChats(files, 20, options)) {
      assertSame(readForeign(join(root, 'v1'), join(root, file), chatId), await ours(file, chatId), `seed ${seed}`);
    }
  });

  it('reads answers without an end, whatever had arrived of them', async () => {
    const seed = runSeed;
    const records = fc.sample(interactions, { numRuns: 200 }).flatMap(({ events }, at) => {
      const kept = [{ event_type: 'interaction.created', interaction: { id: 'v1' } }, ...events.slice(0, at + 1)];
      const saved = kept.flatMap((event) => toSavedEvent(readEvent(event)) ?? []);
      const turnId = `t${at}`;
      return [
        turnRecord(turnId),
        { kind: 'accepted', turnId, interactionId: 'v1', background: true } as const,
        deltaRecord(turnId, ...saved),
      ];
    });
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, path), fileOf(records));

    const chat = await ours(path, 'chat');

    assert.equal(chat.turns.length, 200);
    assertSame(readForeign(join(root, 'v1'), join(root, path), 'chat'), chat, `seed ${seed}`);
  });

  it('reads the example on the page', async () => {
    const page = readFileSync('docs/storage.md', 'utf8');
    const example = /```jsonl\n(.*?)```/s.exec(page)?.[1] ?? '';
    writeFileSync(join(root, 'example.jsonl'), example);

    const foreign = readForeign(root, join(root, 'example.jsonl'), 'example');
    const chat = await ours('example.jsonl', 'example');

    assert.equal(foreign.title, 'Blue sky');
    assert.deepEqual(foreign.shown, ['Why is the sky blue?']);
    assert.equal(textIn(foreign, [...foreign.turns.keys()][0]), 'Because air scatters blue light most.');
    assert.equal(chat.condition, 'whole');
    assertSame(foreign, chat);
  });
});

function textEventOf(i: number, text: string, e: string) {
  return { ...textEvent(text, e), i };
}

function textIn(foreign: ForeignChat, turnId: string | undefined): string | undefined {
  const turn = foreign.turns.get(turnId ?? '');
  return turn && foreignText(turn);
}

function assertSame(foreign: ForeignChat, chat: SavedChat, which = ''): void {
  assert.equal(foreign.title, chat.title, which);
  assert.deepEqual(
    [...foreign.turns.values()].map((turn) => [turn.id, turn.parentId, turn.prompt, turn.status, foreignText(turn)]),
    chat.turns.map(({ id, parentId, prompt, status, parts }) => [
      id,
      parentId,
      prompt,
      status,
      parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
    ]),
    which,
  );
  for (const { id, steps, attachments } of chat.turns) {
    assert.deepEqual(foreign.turns.get(id)?.steps, steps, which);
    assert.deepEqual(foreign.turns.get(id)?.attachments, attachments, which);
  }
  const shown = new Conversation(chat.id, chat.turns, chat.leafId).path();
  assert.deepEqual(
    foreign.shown,
    shown.map(({ prompt }) => prompt),
  );
}
