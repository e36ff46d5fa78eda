import assert from 'node:assert/strict';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import { PendingRecords } from '../../../../../src/core/storage/log/pendingRecords';
import { ManualClock } from '../../../fakes/manualClock';
import { deltaRecord, endRecord, textEvent, turnRecord } from '../logUnderTest';

/** Records on their way, and which of the promises are settled. */
class PendingUnderTest {
  readonly clock = new ManualClock();
  readonly ready: boolean[] = [];
  readonly settled: string[] = [];
  readonly pending = new PendingRecords(this.clock, 'w', (durable) => this.ready.push(durable));

  add(name: string, record: ChatRecord, durable: boolean): void {
    void this.pending.add(record, durable).then(() => this.settled.push(name));
  }

  async pass(ms: number): Promise<void> {
    this.clock.advance(ms);
    for (let round = 0; round < 10; round += 1) await Promise.resolve();
  }

  get kinds(): readonly string[] {
    return this.pending.all.map(({ record, stamp, durable }) =>
      ['turnId' in record ? record.turnId : '', record.kind, stamp.number, durable ? '!' : ''].join(' ').trim(),
    );
  }
}

const piece = (turnId: string, text: string) => deltaRecord(turnId, textEvent(text));

describe('records that are not written yet', () => {
  let under = new PendingUnderTest();
  beforeEach(() => {
    under = new PendingUnderTest();
  });

  it('are numbered from one on and stamped with the time', () => {
    under.add('a', turnRecord('t'), true);
    under.clock.advance(5);
    under.add('b', { kind: 'leaf', turnId: 't' }, false);
    assert.deepEqual(
      under.pending.all.map(({ stamp }) => stamp),
      [
        { writer: 'w', number: 1, at: Date.UTC(2026, 10, 20) },
        { writer: 'w', number: 2, at: Date.UTC(2026, 10, 20) + 5 },
      ],
    );
    assert.deepEqual([under.ready, under.pending.isEmpty], [[true, false], false]);
  });

  it('gather the pieces of one answer for a tenth of a second', async () => {
    under.add('a', piece('t', '1'), false);
    await under.pass(99);
    under.add('b', piece('t', '2'), false);
    assert.deepEqual([under.kinds, under.ready, under.pending.isEmpty], [[], [], true]);
    await under.pass(1);
    assert.deepEqual([under.kinds, under.ready], [['t delta 1'], [false]]);
    assert.deepEqual(under.pending.all[0]?.record, deltaRecord('t', textEvent('1'), textEvent('2')));

    under.add('c', piece('t', '3'), false);
    await under.pass(99);
    assert.deepEqual(under.kinds, ['t delta 1']);
    await under.pass(1);
    assert.deepEqual(under.kinds, ['t delta 1', 't delta 2']);
  });

  it('close what was gathered before the piece of another answer, a piece that must last, and any other record', async () => {
    under.add('a', piece('t', '1'), false);
    under.add('b', piece('u', '2'), false);
    assert.deepEqual(under.kinds, ['t delta 1']);
    under.add('c', piece('u', '3'), true);
    assert.deepEqual(under.kinds, ['t delta 1', 'u delta 2', 'u delta 3 !']);
    under.add('d', piece('u', '4'), false);
    under.add('e', { kind: 'leaf', turnId: 't' }, false);
    assert.deepEqual(under.kinds.slice(3), ['u delta 4', 't leaf 5']);
    await under.pass(1_000);
    assert.equal(under.kinds.length, 5);
    assert.equal(under.clock.isWaiting(0, 1_000), false);
  });

  it('are closed at once when nothing more is waited for', () => {
    under.pending.closeGathered();
    assert.deepEqual(under.ready, []);
    under.add('a', piece('t', '1'), false);
    under.pending.closeGathered();
    assert.deepEqual(under.kinds, ['t delta 1']);
    assert.equal(under.clock.isWaiting(0, 1_000), false);
  });

  it('let go on who waits for those that are on the disk, and keep the others', async () => {
    for (const name of ['a', 'b', 'c']) under.add(name, { kind: 'title', title: name, by: 'user' }, true);
    const [a, , c] = under.pending.all;
    assert.ok(a && c);
    under.pending.confirm([c, a]);
    await under.pass(0);
    assert.deepEqual(under.settled.sort(), ['a', 'c']);
    assert.deepEqual(under.kinds, ['title 2 !']);
    under.pending.settleAll();
    await under.pass(0);
    assert.deepEqual([under.settled, under.kinds], [['a', 'c', 'b'], ['title 2 !']]);
  });

  it('forget nothing else of a turn whose end they have', () => {
    under.add('turn', turnRecord('t'), true);
    under.add('accepted', { kind: 'accepted', turnId: 't', interactionId: 'v1', background: true }, true);
    under.add('piece', piece('t', '1'), true);
    under.add('first', endRecord('t', '1'), true);
    under.add('second', endRecord('t', '12'), true);
    assert.deepEqual(under.kinds, ['t turn 1 !', 't accepted 2 !', 't end 4 !', 't end 5 !']);
  });

  it('forget the pieces of an answer whose end they have, and settle them with it', async () => {
    under.add('other', piece('u', '1'), true);
    under.add('title', { kind: 'title', title: 'T', by: 'user' }, true);
    under.add('a', piece('t', '1'), true);
    under.add('b', piece('t', '2'), false);
    under.add('end', endRecord('t', '12'), true);
    assert.deepEqual(under.kinds, ['u delta 1 !', 'title 2 !', 't end 5 !']);
    await under.pass(0);
    assert.deepEqual(under.settled, []);
    under.pending.confirm(under.pending.all.slice(2));
    await under.pass(0);
    assert.deepEqual(under.settled.sort(), ['a', 'b', 'end']);
  });
});
