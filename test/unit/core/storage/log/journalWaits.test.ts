import assert from 'node:assert/strict';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import type { ChatLog } from '../../../../../src/core/storage/log/chatLog';
import {
  deltaRecord,
  endRecord,
  fileOf,
  folder,
  LogUnderTest,
  lock,
  path,
  textEvent,
  turnRecord,
} from '../logUnderTest';

const titled = (title: string): ChatRecord => ({ kind: 'title', title, by: 'user' });

describe('what the journal of a chat waits for', () => {
  let under = new LogUnderTest();
  let log: ChatLog;
  beforeEach(() => {
    under = new LogUnderTest();
    log = under.open('a', { files: under.files });
  });
  afterEach(() => log.dispose());
  const isWaiting = (ms: number) => under.clock.isWaiting(ms, ms);
  const fail = (code: string, ...operations: readonly string[]) => {
    under.files.faults = (operation) => (operations.includes(operation) ? { code } : undefined);
  };

  it('is its next heartbeat, once, while it writes', async () => {
    await log.append(turnRecord('t'), true);
    assert.equal(under.clock.asked.length, 0);
    for (let count = 0; count < 2; count += 1) assert.equal(await log.claim(), true);
    assert.deepEqual([under.clock.asked, isWaiting(5_000)], [[5_000], true]);
    const before = under.files.bytesOf(lock);
    await under.pass(5_000);
    assert.notDeepEqual(under.files.bytesOf(lock), before);
    assert.equal(isWaiting(5_000), true);

    await log.release();
    assert.deepEqual([isWaiting(5_000), under.files.bytesOf(lock)], [false, undefined]);
    await log.release();
  });

  it('is what others write, once a second, while somebody listens and it does not write itself', async () => {
    let told = 0;
    const listen = () =>
      log.onDidChangeElsewhere(() => {
        told += 1;
      });
    const [first, second] = [listen(), listen()];
    await under.pass(1_000);
    assert.equal(isWaiting(1_000), false, 'there is no file');
    await log.append(turnRecord('t'), true);
    assert.equal(isWaiting(1_000), true);

    first.dispose();
    first.dispose();
    assert.equal(isWaiting(1_000), true);
    await under.open('b').append(titled('Other'), true);
    await under.pass(1_000);
    assert.equal(told, 1);

    await log.claim();
    await under.pass(1_000);
    assert.deepEqual([isWaiting(1_000), isWaiting(4_000)], [false, true]);
    await log.release();
    assert.deepEqual([isWaiting(1_000), isWaiting(5_000)], [true, false]);
    second.dispose();
    assert.equal(isWaiting(1_000), false);
  });

  it('is nothing any more once it is disposed of, whatever it did', async () => {
    log.onDidChangeElsewhere(() => assert.fail('told after its end'));
    await log.append(turnRecord('t'), true);
    await log.claim();
    fail('ENOSPC', 'append');
    await log.append(titled('Lost'), true);
    assert.equal(isWaiting(10_000), true);
    log.dispose();
    await under.settle();
    assert.equal(under.clock.isWaiting(0, 60_000), false);
    under.files.faults = undefined;
    await under.pass(60_000);
    assert.equal(under.clock.isWaiting(0, 60_000), false);
  });

  it('is a disk that takes something again, and each time that it does not is told once', async () => {
    await log.append(turnRecord('t'), true);
    for (const times of [1, 2]) {
      fail('ENOSPC', 'append');
      await log.append(titled('Later'), true);
      await under.pass(10_000);
      await under.pass(10_000);
      assert.deepEqual([log.state, under.errors.length], ['failing', times]);
      under.files.faults = undefined;
      await under.pass(10_000);
      assert.deepEqual([log.state, isWaiting(10_000)], ['saving', false]);
    }
  });

  it('is no more than a chat that is back where it was deleted', async () => {
    log.onDidChangeElsewhere(() => {});
    await log.append(turnRecord('t'), true);
    await log.claim();
    await under.files.rename(path, 'away');
    await under.pass(5_000);
    assert.deepEqual(
      [log.state, isWaiting(5_000), isWaiting(10_000), isWaiting(1_000)],
      ['deleted', false, false, true],
    );
    await log.append(endRecord('t', 'Yes'), true);
    assert.deepEqual([await log.claim(), under.errors], [false, []]);

    await under.files.rename('away', path);
    await under.pass(1_000);
    assert.deepEqual([log.state, under.kinds()], ['saving', ['chat', 'turn t', 'end t']]);
  });

  it('goes on where a look or a heartbeat fails', async () => {
    await log.append(turnRecord('t'), true);
    await log.claim();
    fail('EIO', 'stat', 'read', 'write');
    await under.pass(5_000);
    assert.deepEqual([log.state, isWaiting(5_000), under.errors], ['saving', true, []]);
    under.files.faults = undefined;
    await log.append(endRecord('t', 'Yes'), true);
    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'end t']);
  });
});

describe('what the journal of a chat writes', () => {
  let under = new LogUnderTest();
  beforeEach(() => {
    under = new LogUnderTest();
  });
  const appends = () => under.files.calls.filter((call) => call.startsWith('append'));

  it('is a megabyte at once, and more only of a single line', async () => {
    const log = under.open('a', { files: under.files });
    under.files.faults = () => ({ code: 'ENOSPC' });
    for (let count = 0; count < 12; count += 1) void log.append(titled(`${count}${'x'.repeat(200_000)}`), true);
    await under.settle();
    under.files.faults = undefined;
    under.files.calls.length = 0;
    await under.pass(10_000);
    assert.equal(appends().length, 3);
    assert.equal(under.lines().length, 13);
  });

  it('has to last where one record of it does', async () => {
    const log = under.open('a', { files: under.files });
    void log.append(titled('First'), false);
    void log.append(titled('Second'), true);
    void log.append(titled('Third'), false);
    await under.settle();
    await log.append(titled('Fourth'), false);
    assert.deepEqual(appends(), [`append! ${path}`, `append ${path}`]);
    assert.equal((await under.read()).chat.title, 'Fourth');
  });

  it('is told before who waits for it goes on', async () => {
    const log = under.open('a', { files: under.files });
    const order: string[] = [];
    log.onDidChangeState((state) => order.push(state));
    under.files.faults = () => ({ code: 'EIO' });
    await log.append(titled('First'), true).then(() => order.push('settled'));
    under.files.faults = undefined;
    await log.append(titled('Second'), true).then(() => order.push('settled'));
    assert.deepEqual(order, ['failing', 'settled', 'saving', 'settled']);
  });

  for (const how of ['holds', 'does not hold']) {
    it(`is all there before it lets go of a chat that it ${how}`, async () => {
      const log = under.open('a', { files: under.files });
      await log.append(turnRecord('t'), true);
      if (how === 'holds') await log.claim();
      void log.append(deltaRecord('t', textEvent('Half')), false);
      await log.release();
      assert.deepEqual(under.kinds(), ['chat', 'turn t', 'delta t']);
      assert.deepEqual(under.files.paths, [path]);
    });
  }

  it('ends with a mark that grows stale where that cannot be taken away', async () => {
    const log = under.open('a', { files: under.files });
    await log.append(turnRecord('t'), true);
    await log.claim();
    under.files.faults = (operation) => (operation === 'remove' ? { code: 'EPERM' } : undefined);
    await log.release();
    assert.equal(under.errors.length, 1);
    assert.equal(under.clock.isWaiting(0, 60_000), false);
  });

  it('knows whether another window holds the chat, and takes a mark that cannot be read for none', async () => {
    under.files.put(path, fileOf([turnRecord('t')]));
    const place = { folder, isNew: false };
    const [first, second] = ['a', 'b'].map((id) => under.open(id, { locate: () => Promise.resolve(place) }));
    assert.ok(first && second);
    assert.deepEqual([await first.isHeldElsewhere(), await first.claim()], [false, true]);
    assert.deepEqual([await first.isHeldElsewhere(), await second.isHeldElsewhere()], [false, true]);
    first.dispose();
    const third = under.open('c', { files: under.files });
    under.files.faults = () => ({ code: 'EIO' });
    assert.equal(await third.isHeldElsewhere(), false);
  });
});
