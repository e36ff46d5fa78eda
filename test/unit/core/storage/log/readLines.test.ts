import assert from 'node:assert/strict';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import type { ReadBlob } from '../../../../../src/core/storage/log/readBlob';
import { readChat } from '../../../../../src/core/storage/log/readChat';
import { encodeBlobRecord, encodeLine, encodeRecord } from '../../../../../src/core/storage/log/recordLine';
import { encodeTornLine } from '../../../../../src/core/storage/log/tornLine';
import { deltaRecord, endRecord, fileOf, soundLine, textEvent, turnRecord } from '../logUnderTest';

const noBlobs: ReadBlob = () => Promise.resolve(undefined);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const stamp = (number: number, writer = 'w') => ({ writer, number, at: 1_000 * number });
const turn = encodeRecord(stamp(1), turnRecord('t'));
const piece = (number: number, text: string, writer?: string) =>
  encodeRecord(stamp(number, writer), deltaRecord('t', textEvent(text)));
const read = (...lines: readonly Uint8Array[]) => readChat('x', joinBytes(lines), noBlobs);

describe('the lines of a chat that is read', () => {
  it('count once, by who wrote them and their number', async () => {
    const events = async (...lines: readonly Uint8Array[]) => {
      const { chat } = await read(turn, ...lines);
      assert.equal(chat.condition, 'whole');
      return chat.unfinished[0]?.events;
    };
    const [one, two] = [piece(2, 'one'), piece(3, 'two')];
    assert.deepEqual(await events(one, two, one, two), [textEvent('one'), textEvent('two')]);
    assert.deepEqual(await events(one, piece(2, 'two', 'v')), [textEvent('one'), textEvent('two')]);
    const titles = await read(
      encodeRecord(stamp(4), { kind: 'title', title: 'First', by: 'user' }),
      encodeRecord(stamp(4), { kind: 'title', title: 'Again', by: 'user' }),
      turn,
      turn,
    );
    assert.deepEqual([titles.chat.title, titles.chat.turns.length], ['First', 1]);
  });

  it('are those of an answer in their order, also of a writer with an odd name', async () => {
    const accepted = encodeRecord(stamp(2), { kind: 'accepted', turnId: 't', interactionId: 'v1', background: true });
    const { chat } = await read(turn, accepted, piece(3, 'one', 'a"b'), piece(4, 'two'), piece(5, 'three', 'a"b'));
    assert.deepEqual(chat.unfinished[0]?.events, [
      { id: 'v1' },
      textEvent('one'),
      textEvent('two'),
      textEvent('three'),
    ]);
  });

  it('are of no more use where an answer has its end, but tell that it had started', async () => {
    const accepted = encodeRecord(stamp(2), { kind: 'accepted', turnId: 't', interactionId: 'v1', background: true });
    const broken = encodeLine(stamp(3), 'accepted', 't', '"d":{"interactionId":7}');
    const end = encodeRecord(stamp(4), endRecord('t', 'Yes'));
    for (const lines of [
      [turn, accepted, broken, end],
      [turn, end, accepted, broken],
    ]) {
      const { chat, faults } = await read(...lines);
      assert.deepEqual(chat.turns[0]?.parts, [{ kind: 'text', text: 'Yes' }]);
      assert.deepEqual([chat.condition, faults, chat.unfinished], ['whole', [], []]);
      assert.deepEqual(new Set(chat.interactionIds), new Set(['v1', 'v1_t']));
    }
    const growing = await read(turn, accepted, broken);
    assert.deepEqual([growing.chat.condition, growing.faults.length], ['damaged', 1]);
  });

  it('are damage where this version should understand them and cannot', async () => {
    for (const line of [
      encodeLine(stamp(2), 'title', undefined, '"d":{}'),
      encodeLine(stamp(2), 'title', undefined, `"b":"${'0'.repeat(64)}"`),
      encodeLine(stamp(2), 'leaf', undefined, '"d":{}'),
      soundLine('{"v":1'),
      soundLine('[1'),
    ]) {
      const { chat, faults } = await read(turn, line);
      const fault = { start: turn.length, end: turn.length + line.length - 1 };
      assert.deepEqual([chat.condition, faults, chat.turns.length], ['damaged', [fault], 1]);
    }
  });

  it('are of a later version by their number or their kind, and then no damage', async () => {
    const later = '"n":9,"t":"2030-01-01T00:00:00.000Z","k":"title","d":{"name":"?"}';
    for (const line of [soundLine(`{"v":2,"w":"w",${later}`), encodeLine(stamp(2), 'poem', undefined, '"d":{}')]) {
      const { chat, faults } = await read(turn, line);
      assert.deepEqual([chat.condition, faults, chat.turns.length], ['newer', [], 1]);
    }
    const known = soundLine(`{"v":2,"w":"w",${later.replace('name', 'title')}`);
    assert.equal((await read(turn, known)).chat.title, '?');
  });

  it('may have their content beside the file', async () => {
    const line = encodeBlobRecord(stamp(2), endRecord('t', ''), 'f00d');
    const content = { status: 'done', steps: [{ type: 'model_output', content: [{ type: 'text', text: 'Beside' }] }] };
    const bytes = joinBytes([turn, line]);
    const there = await readChat('x', bytes, (name) => Promise.resolve(name === 'f00d' ? content : undefined));
    assert.deepEqual(there.chat.turns[0]?.parts, [{ kind: 'text', text: 'Beside' }]);
    assert.equal(there.chat.condition, 'whole');
    const refused = await readChat('x', bytes, () => Promise.reject(new Error('EIO')));
    assert.deepEqual([refused.chat.condition, refused.chat.turns[0]?.status], ['damaged', 'interrupted']);
  });

  it('may have their media beside the file, and are damaged without', async () => {
    const picture = { type: 'image', blob: 'a'.repeat(64), mime_type: 'image/png' };
    const content = { status: 'done', steps: [{ type: 'model_output', content: [picture] }] };
    const line = encodeLine(stamp(2), 'end', 't', `"d":${JSON.stringify(content)}`);
    const bytes = joinBytes([turn, line]);
    const there = await readChat('x', bytes, () => Promise.resolve({ data: 'AAAA' }));
    assert.deepEqual(there.chat.turns[0]?.steps, [
      { type: 'model_output', content: [{ type: 'image', data: 'AAAA', mime_type: 'image/png' }] },
    ]);
    assert.equal(there.chat.condition, 'whole');
    const lost = await readChat('x', bytes, noBlobs);
    assert.deepEqual([lost.chat.condition, lost.chat.turns[0]?.status], ['damaged', 'done']);
    assert.deepEqual(lost.faults, [{ start: turn.length, end: bytes.length - 1 }]);
  });

  it('are excused where a mark says that they were cut', async () => {
    const cut = piece(2, 'cut').slice(0, -9);
    const { chat, faults, tornTail } = await read(turn, cut, encodeTornLine(stamp(0), cut.length), piece(3, 'next'));
    assert.deepEqual([chat.condition, faults, tornTail], ['whole', [], false]);
  });

  it('tell when the last was written, and where it ends', async () => {
    const nothing = await read(bytesOf('junk\n'));
    assert.deepEqual([nothing.updatedAt, nothing.validBytes, nothing.tornTail], [0, 0, false]);
    const line = turn.slice(0, -1);
    for (const [end, length] of [
      ['', 0],
      ['\n', 1],
      ['\r\n', 2],
      ['\r', 0],
    ] as const) {
      const { updatedAt, validBytes } = await read(line, bytesOf(end));
      assert.deepEqual([updatedAt, validBytes], [1_000, line.length + length], JSON.stringify(end));
    }
    const torn = await read(fileOf([turnRecord('t')]), piece(2, 'cut').slice(0, -9));
    assert.deepEqual([torn.validBytes, torn.tornTail], [fileOf([turnRecord('t')]).length, true]);
  });
});
