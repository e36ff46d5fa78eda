import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinBytes } from '../../../../src/core/storage/files/bytes';
import { inspectLog } from '../../../../src/core/storage/log/inspectLog';
import { readChat } from '../../../../src/core/storage/log/readChat';
import { encodeRecord } from '../../../../src/core/storage/log/recordLine';
import { encodeTornLine } from '../../../../src/core/storage/log/tornLine';
import { budget, runSeed } from '../../../budget';
import { cpuTimeUntil } from '../../../cpuTime';
import { deltaRecord, endRecord, fileOf, LogUnderTest, path, textEvent, turnRecord } from './logUnderTest';

const noBlobs = () => Promise.resolve(undefined);
const read = (bytes: Uint8Array) => readChat('chat', bytes, noBlobs);
const textBytes = (text: string) => new TextEncoder().encode(text);

/** One turn for each line, so that what is left of the file shows in what is left of the chat. */
const count = 12;
const ids = Array.from({ length: count }, (_, index) => `turn-${index}`);
const lines = ids.map((id, index) =>
  encodeRecord({ writer: 'w', number: index + 1, at: index }, turnRecord(id, ids[index - 1])),
);
const whole = joinBytes(lines);
const idsOf = async (bytes: Uint8Array) => (await read(bytes)).chat.turns.map(({ id }) => id);

describe('a file that something has happened to', () => {
  it('is read up to the last whole line wherever it was cut, and is not damaged', async () => {
    const records = [
      turnRecord('a'),
      deltaRecord('a', textEvent('Half, “halb”, 半分 🙂')),
      endRecord('a', 'Whole'),
      turnRecord('b', 'a'),
      deltaRecord('b', textEvent('x')),
    ];
    const bytes = fileOf(records);
    for (let length = 0; length <= bytes.length; length += 1) {
      const cut = bytes.slice(0, length);
      const kept = records.filter((_, index) => fileOf(records.slice(0, index + 1)).length - 1 <= length);
      const expected = await read(fileOf(kept));
      const found = await read(cut);
      assert.deepEqual(found.chat, expected.chat, `cut at ${length}`);
      assert.equal(found.chat.condition, 'whole', `cut at ${length}`);
      assert.ok(found.validBytes <= length, `cut at ${length}`);
      assert.equal(found.tornTail, found.validBytes < length, `cut at ${length}`);
    }
  });

  it('keeps every line that was not touched, and says that it is damaged, after bits have flipped', async () => {
    const seed = runSeed;
    const flips = fc.array(fc.nat(whole.length * 8 - 1), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(flips, async (bits) => {
        const bytes = whole.slice();
        for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const { chat, tornTail } = await read(bytes);
        const found = new Map(chat.turns.map((turn) => [turn.id, turn.prompt]));
        let start = 0;
        for (const [index, line] of lines.entries()) {
          const isTouched = bits.some((bit) => bit >> 3 >= start && bit >> 3 < start + line.length - 1);
          start += line.length;
          const id = ids[index] ?? '';
          if (!isTouched) assert.equal(found.get(id), `Question ${id}`, `seed ${seed}`);
          // A last line that has lost its break as well looks like one whose writer was cut off.
          const isTorn = tornTail && index === count - 1;
          if (!found.has(id) && !isTorn) assert.equal(chat.condition, 'damaged', `seed ${seed}`);
        }
        assert.ok(chat.turns.length <= count, `seed ${seed}`);
      }),
      { numRuns: budget(500) },
    );
  });

  it('keeps every line that was not touched after something was put in or written over', async () => {
    const junk = fc.oneof(
      fc
        .constantFrom(']', '\n]\n', '\uFEFF', '\r\n\r\n', '}', '{"v":1,"w":"', ',"c":"00000000"}', '{"v":1}')
        .map(textBytes),
      fc.nat(5000).map((length) => new Uint8Array(length)),
      fc.uint8Array({ maxLength: 300 }),
    );
    const seed = runSeed;
    await fc.assert(
      fc.asyncProperty(junk, fc.nat(whole.length), fc.boolean(), async (bytes, at, isOver) => {
        const after = isOver ? at + bytes.length : at;
        const found = await idsOf(joinBytes([whole.slice(0, at), bytes, whole.slice(after)]));
        let start = 0;
        for (const [index, line] of lines.entries()) {
          const end = start + line.length - 1;
          const isTouched = at < end && after > start && (isOver || at > start);
          start += line.length;
          if (!isTouched) assert.ok(found.includes(ids[index] ?? ''), `seed ${seed}: ${ids[index]}`);
        }
      }),
      { numRuns: budget(500) },
    );
  });

  for (const [what, change] of [
    ['line breaks of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['blank lines', (text: string) => text.replaceAll('\n', '\n\n  \n')],
    ['all records on one line', (text: string) => text.replaceAll('\n', '')],
    ['no line break at the end', (text: string) => text.trimEnd()],
    ['every line twice', (text: string) => text.repeat(2)],
  ] as const) {
    it(`is whole with ${what}`, async () => {
      const { chat, faults } = await read(textBytes(change(new TextDecoder().decode(whole))));
      assert.deepEqual(chat, (await read(whole)).chat);
      assert.deepEqual(faults, []);
    });
  }

  it('is one conversation still when the lines of a turn are lost', async () => {
    const bytes = joinBytes([...lines.slice(0, 3), textBytes('lost\n'), ...lines.slice(4)]);
    const { chat } = await read(bytes);
    assert.equal(chat.turns.find(({ id }) => id === 'turn-4')?.parentId, 'turn-2');
    assert.deepEqual([chat.leafId, chat.condition], ['turn-11', 'damaged']);
  });

  it('shows an answer whose question is lost', async () => {
    const [, ...rest] = [turnRecord('a'), endRecord('a', 'Because'), turnRecord('b', 'a')];
    const { chat } = await read(fileOf(rest));
    assert.deepEqual(
      chat.turns.map(({ id, parentId, prompt, parts }) => [id, parentId, prompt, parts.length]),
      [
        ['a', undefined, '', 1],
        ['b', 'a', 'Question b', 0],
      ],
    );
  });

  it('is damaged, not empty, when it is something else altogether', async () => {
    for (const text of ['Hello', '[]', '{"messages":[]}', '\n\n<html>', 'null']) {
      const { chat } = await read(textBytes(text));
      assert.deepEqual([chat.turns, chat.condition], [[], 'damaged'], text);
    }
    assert.equal((await read(new Uint8Array())).chat.condition, 'whole');
  });

  it('may begin with the mark of a cut line, as what one writer sees of another’s does', async () => {
    const mark = encodeTornLine({ writer: 'w', number: 0, at: 0 }, 400);
    for (const bytes of [mark, mark.slice(1), joinBytes([mark, whole])]) {
      assert.equal((await read(bytes)).chat.condition, 'whole');
      assert.deepEqual(inspectLog(bytes, 'w').faults, []);
    }
  });

  it('never takes long, whatever it is made of', async () => {
    const many = budget(100_000, 100_000);
    const openings = textBytes('{"v":1,"w":"'.repeat(2 * many));
    const breaks = textBytes(']\n'.repeat(5 * many));
    const tails = textBytes(',"c":"00000000"}'.repeat(1.5 * many));
    for (const bytes of [openings, breaks, tails, new Uint8Array(30 * many)]) {
      const took = await cpuTimeUntil(async () => assert.deepEqual((await read(bytes)).chat.turns, []));
      assert.ok(took < 5_000);
    }
  });

  it('is never changed by being written on: what was there stays the beginning', async () => {
    const seed = runSeed;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.nat(whole.length), async (junk, at) => {
        const under = new LogUnderTest();
        const bytes = joinBytes([whole.slice(0, at), junk, whole.slice(at + junk.length)]);
        under.files.put(path, bytes);
        const log = under.open('a');
        const before = new Set(await idsOf(bytes));
        await log.append(endRecord('turn-0', 'First'), true);
        await log.append(turnRecord('new', 'turn-0'), true);

        assert.deepEqual(under.files.bytesOf(path)?.slice(0, bytes.length), bytes, `seed ${seed}`);
        const after = new Set((await under.read()).chat.turns.map(({ id }) => id));
        for (const id of [...before, 'new']) assert.ok(after.has(id), `seed ${seed}: ${id}`);
      }),
      { numRuns: budget(200) },
    );
  });
});
