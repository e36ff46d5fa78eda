import assert from 'node:assert/strict';
import { Lease } from '../../../../../src/core/storage/log/lease';
import { ManualClock } from '../../../fakes/manualClock';
import { lock } from '../logUnderTest';
import { MemoryFiles } from '../memoryFiles';

const minute = 60_000;

describe('the mark of the window that writes', () => {
  let files = new MemoryFiles();
  let clock = new ManualClock();
  let lease = new Lease(files, clock, 'chat', 'mine');
  beforeEach(() => {
    files = new MemoryFiles();
    clock = new ManualClock();
    lease = new Lease(files, clock, 'chat', 'mine');
  });
  const put = (mark: unknown, writtenAt?: number) => {
    const text = typeof mark === 'string' ? mark : JSON.stringify(mark);
    files.put(lock, new TextEncoder().encode(text), writtenAt);
  };
  const markOf = (window: string, host = 'here', pid = 7) => ({ window, host, pid, beat: clock.wallNow() });
  const mark = () => JSON.parse(new TextDecoder().decode(files.bytesOf(lock)));
  const own = () => ({ window: 'mine', host: 'here', pid: 1, beat: clock.wallNow() });

  it('says which window, process and machine it is, and when it last was there', async () => {
    assert.equal(await lease.claim(false), 'ours');
    assert.deepEqual(mark(), own());
    clock.advance(5);
    assert.equal(await lease.beat(), true);
    assert.deepEqual(mark(), own());
    clock.advance(5);
    assert.equal(await lease.claim(false), 'ours', 'it was reloaded');
    assert.deepEqual(mark(), own());
  });

  it('is another window’s as long as that is there, and taken from it when the user says so', async () => {
    const theirs = markOf('other');
    put(theirs);
    assert.deepEqual([await lease.claim(false), await lease.isHeldElsewhere()], ['theirs', true]);
    assert.deepEqual([await lease.beat(), mark()], [false, theirs]);
    assert.equal(await lease.claim(true), 'taken');
    assert.deepEqual([mark(), await lease.isHeldElsewhere()], [own(), false]);
  });

  it('is free where its process is gone', async () => {
    put(markOf('other'));
    files.gone.add('here/7');
    assert.equal(await lease.isHeldElsewhere(), false);
    assert.equal(await lease.claim(false), 'ours');
    assert.deepEqual(mark(), own());
  });

  for (const [host, ms] of [
    ['there', 20_000],
    ['here', 5 * minute],
  ] as const) {
    it(`is taken from a window ${host} that was silent for more than ${ms} ms`, async () => {
      put(markOf('other', host));
      clock.advance(ms);
      assert.deepEqual([await lease.claim(false), await lease.isHeldElsewhere()], ['theirs', true]);
      clock.advance(1);
      assert.equal(await lease.isHeldElsewhere(), false);
      assert.equal(await lease.claim(false), 'taken');
      assert.deepEqual(mark(), own());
    });
  }

  it('is held for twenty seconds after it was written where it cannot be read', async () => {
    for (const text of ['{"win', '[]', '{"window":7}', 'null']) {
      put(text, clock.wallNow());
      clock.advance(20_000);
      assert.deepEqual([await lease.claim(false), await lease.isHeldElsewhere()], ['theirs', true], text);
      assert.equal(await lease.beat(), false, text);
      clock.advance(1);
      assert.deepEqual([await lease.isHeldElsewhere(), await lease.claim(false)], [false, 'taken'], text);
    }
    put({ window: 'other' });
    assert.equal(await lease.claim(false), 'taken', 'nothing says that it is there');
  });

  it('is the later one’s where two find it free at the same moment', async () => {
    put(markOf('gone'));
    files.gone.add('here/7');
    files.faults = (operation) => {
      if (operation === 'read' && files.calls.includes(`write ${lock}`)) put(markOf('later'));
      return undefined;
    };
    assert.equal(await lease.claim(false), 'theirs');
  });

  it('is made again by who writes where it was lost, and nobody holds it meanwhile', async () => {
    assert.equal(await lease.isHeldElsewhere(), false);
    assert.equal(await lease.beat(), true);
    assert.deepEqual(mark(), own());
  });

  it('is let go by who has it alone', async () => {
    await lease.release();
    put(markOf('other'));
    await lease.release();
    assert.deepEqual(files.paths, [lock]);
    put(markOf('mine'));
    await lease.release();
    assert.deepEqual(files.paths, []);
    assert.equal(files.calls.filter((call) => call.startsWith('remove')).length, 1);
  });
});
