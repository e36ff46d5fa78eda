import assert from 'node:assert/strict';
import type { ChatLog } from '../../../../../src/core/storage/log/chatLog';
import { ManualClock } from '../../../fakes/manualClock';
import { endRecord, fileOf, folder, LogUnderTest, lock, path, turnRecord } from '../logUnderTest';

describe('two windows with the same chat', () => {
  let under = new LogUnderTest();
  let first: ChatLog;
  let second: ChatLog;

  beforeEach(async () => {
    under = new LogUnderTest();
    first = under.open('first');
    second = under.open('second', { locate: () => Promise.resolve({ folder, isNew: false }) });
    assert.equal(await first.claim(), true);
    await first.append(turnRecord('t'), true);
  });
  afterEach(() => {
    first.dispose();
    second.dispose();
  });

  it('let one write; the other is told, and may when the first lets go', async () => {
    assert.equal(await second.claim(), false);
    assert.equal(second.state, 'heldElsewhere');
    assert.equal(first.state, 'saving');

    await first.release();

    assert.equal(under.files.bytesOf(lock), undefined);
    assert.equal(await second.claim(), true);
    assert.equal(second.state, 'saving');
    assert.deepEqual(under.kinds(), ['chat', 'turn t'], 'nothing to tell anybody');
  });

  it('change places when the user says so: the first notices with its next record, which is written all the same', async () => {
    let told = 0;
    first.onDidChangeElsewhere(() => {
      told += 1;
    });
    assert.equal(await second.claim(true), true);
    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'lease']);

    await first.append(endRecord('t', 'First'), true);

    assert.equal(first.state, 'heldElsewhere');
    assert.ok(told > 0);
    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'lease', 'end t']);
    await first.release();
    assert.match(new TextDecoder().decode(under.files.bytesOf(lock)), /"window":"second"/);
  });

  it('change places, which the first notices within five seconds by itself', async () => {
    await second.claim(true);
    assert.equal(first.state, 'saving');

    await under.pass(5_000);

    assert.equal(first.state, 'heldElsewhere');
    assert.equal(second.state, 'saving');
  });

  it('end up with one that writes when both take over at once', async () => {
    const third = under.open('third', { locate: () => Promise.resolve({ folder, isNew: false }) });
    await Promise.all([second.claim(true), third.claim(true)]);
    await under.pass(5_000);
    await under.pass(5_000);

    const writing = [first, second, third].filter(({ state }) => state === 'saving');
    assert.ok(writing.length <= 1, `${writing.length} windows write`);
    assert.equal(await second.claim(true), true);
    third.dispose();
  });

  it('hear of each other’s records only while they listen and do not write themselves', async () => {
    let told = 0;
    const listening = second.onDidChangeElsewhere(() => {
      told += 1;
    });
    await under.pass(1_000);
    assert.equal(told, 0, 'it was there before');

    await first.append(endRecord('t', 'First'), true);
    await under.pass(1_000);
    assert.equal(told, 1);
    await under.pass(10_000);
    assert.equal(told, 1);

    listening.dispose();
    await first.append(turnRecord('u', 't'), true);
    await under.settle();
    const before = under.clock.asked.length;
    assert.equal(under.clock.isWaiting(0, 1_000), false);
    await under.pass(1_000);
    assert.deepEqual([told, under.clock.asked.length], [1, before]);
  });

  it('do not write on from what was loaded before the other wrote', async () => {
    const loadedBytes = under.files.bytesOf(path)?.length ?? 0;
    await first.append(endRecord('t', 'First'), true);
    await first.release();
    const late = under.open('late', { locate: () => Promise.resolve({ folder, isNew: false, loadedBytes }) });
    let told = 0;
    late.onDidChangeElsewhere(() => {
      told += 1;
    });

    assert.equal(await late.claim(), true);

    assert.ok(told > 0);
    late.dispose();
  });

  it('see a chat that was deleted in the other', async () => {
    second.onDidChangeElsewhere(() => undefined);
    await under.files.rename(path, 'v1/trash/chat');
    await under.pass(5_000);

    assert.deepEqual([first.state, second.state], ['deleted', 'deleted']);
    assert.deepEqual(under.files.paths, ['v1/leases/chat.lock', 'v1/trash/chat']);
  });
});

describe('the lease of a window that went away', () => {
  const mark = (window: string, host: string, pid: number, beat: number) =>
    new TextEncoder().encode(JSON.stringify({ window, host, pid, beat }));
  let under = new LogUnderTest();
  const claim = (takeOver = false) => under.open('new').claim(takeOver);

  beforeEach(() => {
    under = new LogUnderTest();
    under.files.put(path, fileOf([turnRecord('t')]));
  });

  it('is free at once when its process is gone', async () => {
    under.files.put(lock, mark('old', 'here', 77, under.clock.wallNow()));
    const files = under.files.otherProcess(5);
    files.gone.add('here/77');

    assert.equal(await under.open('new', { files }).claim(), true);
    assert.deepEqual(under.kinds(), ['turn t'], 'nobody is left to be told');
  });

  it('is free after twenty seconds when it was on another machine, which is told should it come back', async () => {
    under.files.put(lock, mark('old', 'there', 77, under.clock.wallNow()));
    assert.equal(await claim(), false);
    await under.pass(20_000);
    assert.equal(await claim(), false);
    await under.pass(1);

    assert.equal(await claim(), true);
    assert.deepEqual(under.kinds(), ['turn t', 'lease']);
  });

  it('stays while its process lives, but not when another process has got its number', async () => {
    under.files.put(lock, mark('old', 'here', 77, under.clock.wallNow()));
    await under.pass(5 * 60_000);
    assert.equal(await claim(), false);
    await under.pass(1);
    assert.equal(await claim(), true);
  });

  it('is kept up by a heartbeat for as long as the chat is written', async () => {
    const log = under.open('a', { files: under.files.otherProcess(9, 'there') });
    await log.claim();
    for (let beat = 0; beat < 20; beat += 1) await under.pass(5_000);
    assert.equal(await claim(), false);

    await log.release();
    await under.settle();
    assert.equal(under.clock.isWaiting(0, 60_000), false, 'no timer is left');
    assert.equal(await claim(), true);
  });

  it('is another’s when its window wakes up after a long sleep, which it notices', async () => {
    const asleep = new ManualClock();
    const sleeper = under.open('sleeper', { clock: asleep });
    await sleeper.claim();
    under.clock.advance(8 * 60 * 60_000);
    const other = under.open('other');
    assert.equal(await other.claim(), true);
    assert.equal(sleeper.state, 'saving');

    asleep.advance(8 * 60 * 60_000);
    await under.settle();

    assert.deepEqual([sleeper.state, other.state], ['heldElsewhere', 'saving']);
    for (const log of [sleeper, other]) log.dispose();
  });

  it('that cannot be read counts as held for twenty seconds', async () => {
    under.files.put(lock, new TextEncoder().encode('{"win'), under.clock.wallNow());
    assert.equal(await claim(), false);
    await under.pass(20_001);
    assert.equal(await claim(), true);
  });

  it('does not keep anybody from going on when no mark can be made', async () => {
    under.files.faults = (_, name) => (name.startsWith('v1/leases') ? { code: 'EROFS' } : undefined);
    const log = under.open('a', { files: under.files });

    assert.equal(await log.claim(), true);
    await log.append(endRecord('t', 'First'), true);

    assert.deepEqual(under.kinds(), ['turn t', 'end t']);
  });
});
