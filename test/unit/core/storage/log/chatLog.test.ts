import assert from 'node:assert/strict';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { deltaRecord, endRecord, fileOf, folder, LogUnderTest, path, textEvent, turnRecord } from '../logUnderTest';

const title: ChatRecord = { kind: 'title', title: 'Kiosk', by: 'user' };
const appends = (under: LogUnderTest) => under.lines().length;

describe('the journal of a chat', () => {
  let under = new LogUnderTest();
  beforeEach(() => {
    under = new LogUnderTest();
  });

  it('touches no disk before its first record, and begins a new chat with where and when', async () => {
    const log = under.open('a');
    await under.pass(5_000);
    assert.deepEqual(under.files.paths, []);

    await log.append(turnRecord('t'), true);

    assert.deepEqual(under.kinds(), ['chat', 'turn t']);
    const { chat } = await under.read();
    assert.deepEqual(chat.workspace, { name: 'kiosk', uri: 'file:///kiosk' });
    assert.equal(chat.createdAt, under.clock.wallNow());
    assert.equal(chat.turns[0]?.prompt, 'Question t');
  });

  it('writes what arrives within a tenth of a second as one record, and all of it before anything else', async () => {
    const log = under.open('a');
    await log.append(turnRecord('t'), true);
    void log.append(deltaRecord('t', textEvent('a')), false);
    void log.append(deltaRecord('t', textEvent('b')), false);
    await under.pass(99);
    assert.equal(appends(under), 2);
    await under.pass(1);
    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'delta t']);

    void log.append(deltaRecord('t', textEvent('c')), false);
    await log.append(title, true);

    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'delta t', 'delta t', 'title']);
    const { chat } = await under.read();
    assert.deepEqual(
      chat.unfinished[0]?.events,
      ['a', 'b', 'c'].map((text) => textEvent(text)),
    );
  });

  it('does not ask the disk to sync what grows, but what ends', async () => {
    const files = under.files;
    const log = under.open('a', { files });
    await log.append(turnRecord('t'), true);
    const delta = log.append(deltaRecord('t', textEvent('a')), false);
    await under.pass(250);
    await delta;
    await log.append(endRecord('t', 'a'), true);

    assert.deepEqual(
      files.calls.filter((call) => call.startsWith('append')),
      [`append! ${path}`, `append ${path}`, `append! ${path}`],
    );
  });

  it('keeps records in order in memory while the disk is full, tries again every ten seconds, and tells', async () => {
    const files = under.files;
    const log = under.open('a', { files });
    const states: string[] = [];
    log.onDidChangeState((state) => states.push(state));
    await log.append(turnRecord('t'), true);
    const before = under.files.bytesOf(path);
    files.faults = (operation) => (operation === 'append' ? { code: 'ENOSPC' } : undefined);

    await log.append(endRecord('t', 'First'), true);
    await log.append(turnRecord('u', 't'), true);
    await log.append(title, false);
    assert.equal(log.state, 'failing');
    assert.deepEqual(under.files.bytesOf(path), before);
    assert.equal(under.errors.length, 1);

    files.faults = undefined;
    await under.pass(9_999);
    assert.deepEqual(under.files.bytesOf(path), before);
    await under.pass(1);
    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'end t', 'turn u', 'title']);
    assert.deepEqual(states, ['failing', 'saving']);
    assert.equal((await under.read()).chat.condition, 'whole');
  });

  it('tries a full disk at once for what must not be lost', async () => {
    const files = under.files;
    const log = under.open('a', { files });
    files.faults = () => ({ code: 'EACCES' });
    await log.append(turnRecord('t'), true);
    files.faults = undefined;
    await log.append(title, false);
    assert.deepEqual(under.kinds(), []);

    await log.append(endRecord('t', 'First'), true);

    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'title', 'end t']);
    assert.equal(log.state, 'saving');
  });

  it('needs no memory for the pieces of an answer whose end it holds', async () => {
    const files = under.files;
    const log = under.open('a', { files });
    await log.append(turnRecord('t'), true);
    files.faults = () => ({ code: 'ENOSPC' });
    for (let piece = 0; piece < 10; piece += 1) {
      void log.append(deltaRecord('t', textEvent('x')), false);
      await under.pass(250);
    }
    await log.append(endRecord('t', 'x'.repeat(10)), true);
    files.faults = undefined;
    await under.pass(10_000);

    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'end t']);
  });

  for (const written of [0, 1, 40, 200]) {
    it(`goes on on a line of its own after a write of ${written} bytes that broke off`, async () => {
      const files = under.files;
      const log = under.open('a', { files });
      await log.append(turnRecord('t'), true);
      let isFull = true;
      files.faults = (operation) => (operation === 'append' && isFull ? { code: 'ENOSPC', written } : undefined);
      await log.append(endRecord('t', 'First'), true);
      isFull = false;
      await under.pass(10_000);

      const { chat, faults } = await under.read();
      assert.deepEqual(chat.turns[0]?.parts, [{ kind: 'text', text: 'First' }]);
      assert.deepEqual([chat.condition, faults], ['whole', []]);
    });
  }

  it('begins a chat again when its very first write broke off', async () => {
    const files = under.files;
    const log = under.open('a', { files });
    files.faults = (operation, _, before) =>
      operation === 'append' && before < 6 ? { code: 'ENOSPC', written: 90 } : undefined;
    await log.append(turnRecord('t'), true);
    assert.equal(log.state, 'failing');
    await under.pass(10_000);
    assert.equal(log.state, 'failing');
    await under.pass(10_000);

    const { chat } = await under.read();
    assert.deepEqual([chat.condition, chat.workspace?.name, chat.turns.length], ['whole', 'kiosk', 1]);
  });

  it('leaves the torn end of a process that was killed where it is, and reads as whole', async () => {
    const whole = fileOf([turnRecord('t'), endRecord('t', 'First')]);
    const torn = whole.slice(0, whole.length - 30);
    under.files.put(path, torn);

    await under.open('a').append(turnRecord('u', 't'), true);

    const after = under.files.bytesOf(path) ?? new Uint8Array();
    assert.deepEqual(after.slice(0, torn.length), torn);
    const { chat, faults, tornTail } = await under.read();
    assert.deepEqual(
      chat.turns.map(({ id }) => id),
      ['t', 'u'],
    );
    assert.deepEqual([chat.condition, faults, tornTail], ['whole', [], false]);
    assert.equal(under.files.paths.length, 1);
  });

  it('copies a damaged file once before it writes, and writes behind what is there', async () => {
    const whole = fileOf([turnRecord('t'), endRecord('t', 'First'), title]);
    const damaged = whole.slice();
    damaged[60] = (damaged[60] ?? 0) ^ 1;
    under.files.put(path, damaged);

    await under.open('a').append(turnRecord('u', 't'), true);
    await under.open('b').append(turnRecord('v', 'u'), true);

    const aside = under.files.paths.filter((name) => name.includes('.unreadable-'));
    assert.deepEqual(aside, [`${folder}/chat.unreadable-20261120000000`]);
    assert.deepEqual(under.files.bytesOf(aside[0] ?? ''), damaged);
    assert.deepEqual(under.files.bytesOf(path)?.slice(0, damaged.length), damaged);
    assert.equal((await under.read()).chat.condition, 'damaged');
  });

  for (const [what, line] of [
    ['a later version', '{"v":2,"w":"w","n":1,"t":"2030-01-01T00:00:00.000Z","k":"title","d":{},"c":"8e8d3a4f"}\n'],
    ['a kind it does not know', undefined],
  ] as const) {
    it(`never writes to a file with lines of ${what}`, async () => {
      const known = fileOf([turnRecord('t')]);
      const later = line === undefined ? await laterKind() : await withSum(line);
      const bytes = joinBytes([known, later]);
      under.files.put(path, bytes);
      const log = under.open('a');

      assert.equal(await log.claim(true), false);
      assert.equal(log.state, 'newer');
      await log.append(endRecord('t', 'First'), true);
      await log.release();

      assert.deepEqual(under.files.bytesOf(path), bytes);
      assert.deepEqual(under.files.paths, [path]);
      const { chat } = await under.read();
      assert.deepEqual([chat.condition, chat.turns.length], ['newer', 1]);
    });
  }

  it('stops when a later version writes the same chat meanwhile', async () => {
    const log = under.open('a');
    await log.append(turnRecord('t'), true);
    await under.files.append(path, await laterKind(), { create: false, durable: true });
    const bytes = under.files.bytesOf(path);

    await log.append(endRecord('t', 'First'), true);

    assert.equal(log.state, 'newer');
    assert.deepEqual(under.files.bytesOf(path), bytes);
  });

  it('makes nothing again where a chat was deleted, and goes on when it is restored', async () => {
    const log = under.open('a');
    await log.append(turnRecord('t'), true);
    await under.files.rename(path, 'v1/trash/chat');
    void log.append(deltaRecord('t', textEvent('a')), false);
    await under.pass(250);
    assert.equal(log.state, 'deleted');
    await log.append(title, true);
    assert.deepEqual(under.files.paths, ['v1/trash/chat']);

    await under.files.rename('v1/trash/chat', path);
    assert.equal(await log.claim(), true);

    assert.equal(log.state, 'saving');
    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'delta t', 'title']);
  });

  it('says so when a chat it should write is not there', async () => {
    const log = under.open('a', { locate: () => Promise.resolve({ folder, isNew: false }) });

    assert.equal(await log.claim(), false);
    await log.append(turnRecord('t'), true);

    assert.equal(log.state, 'deleted');
    assert.deepEqual(under.files.paths, []);
  });

  it('keeps content too large for a line beside the file, and lets go on without it', async () => {
    const text = 'é'.repeat(300_000);
    const log = under.open('a');
    await log.append(turnRecord('t'), true);
    await log.append(endRecord('t', text), true);

    const [blob = ''] = under.files.paths.filter((name) => name.startsWith('v1/blobs/chat/'));
    assert.match(blob, /\/[0-9a-f]{64}$/);
    assert.ok((under.files.bytesOf(path)?.length ?? 0) < 2_000);
    assert.deepEqual((await under.read()).chat.turns[0]?.parts, [{ kind: 'text', text }]);

    await under.files.remove(blob);
    const { chat } = await under.read();
    assert.deepEqual([chat.condition, chat.turns[0]?.status], ['damaged', 'interrupted']);
  });

  it('writes what is pending before it is over', async () => {
    const log = under.open('a');
    await log.append(turnRecord('t'), true);
    void log.append(deltaRecord('t', textEvent('a')), false);

    log.dispose();
    await under.settle();

    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'delta t']);
  });
});

function laterKind(): Promise<Uint8Array> {
  return withSum('{"v":1,"w":"w","n":1,"t":"2030-01-01T00:00:00.000Z","k":"poem","d":{},"c":"00000000"}\n');
}

/** Puts in the right sum, by Node's own. */
async function withSum(line: string): Promise<Uint8Array> {
  const { crc32 } = await import('node:zlib');
  const body = line.slice(0, line.lastIndexOf(',"c":'));
  const sum = crc32(body).toString(16).padStart(8, '0');
  return new TextEncoder().encode(`${body},"c":"${sum}"}\n`);
}
