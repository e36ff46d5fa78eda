import assert from 'node:assert/strict';
import { TurnTapes } from '../../../../src/core/chat/turnTapes';
import { question } from '../../gemini/serverUnderTest';

const event = { type: 'connected' } as const;
const request = question('Hello');

function begin() {
  let now = 10;
  const tapes = new TurnTapes({ now: () => now, wallNow: () => 1_000 + now });
  const ask = (id: string) => tapes.asked(id, request);
  const come = (id: string, count: number) => {
    for (let at = 0; at < count; at += 1) tapes.came(id, event);
  };
  const counts = (id: string) => [tapes.of(id)?.events.length, tapes.of(id)?.lost];
  return { tapes, ask, come, counts, at: (ms: number) => (now = ms) };
}

describe('the tape of a turn', () => {
  it('counts its time from its first request on', () => {
    const { tapes, ask, come, at } = begin();
    ask('a');
    at(15);
    come('a', 1);
    at(30);
    ask('a');
    assert.deepEqual(tapes.of('a'), {
      startedAt: 10,
      requests: [
        { at: 1_010, ms: 0, request },
        { at: 1_030, ms: 20, request },
      ],
      events: [{ ms: 5, event }],
      lost: 0,
    });
  });

  it('is nothing without a request', () => {
    const { tapes, come } = begin();
    come('a', 1);
    assert.equal(tapes.of('a'), undefined);
  });

  it('holds 20,000 events with all others, and the oldest go first', () => {
    const { ask, come, counts } = begin();
    for (const [id, count] of [
      ['a', 1],
      ['b', 2],
      ['c', 19_997],
    ] as const) {
      ask(id);
      come(id, count);
    }
    assert.deepEqual(counts('a'), [1, 0]);
    come('c', 1);
    assert.deepEqual(
      [counts('a'), counts('b'), counts('c')],
      [
        [undefined, undefined],
        [2, 0],
        [19_998, 0],
      ],
    );
    come('b', 1);
    assert.deepEqual(
      [counts('b'), counts('c')],
      [
        [3, 0],
        [undefined, undefined],
      ],
    );
    come('b', 19_998);
    assert.deepEqual(counts('b'), [20_000, 1]);
  });

  it('makes room for a 51st turn, and is not the one that goes', () => {
    const { tapes, ask, come, counts } = begin();
    for (let id = 0; id < 50; id += 1) ask(String(id));
    come('0', 20_000);
    ask('0');
    assert.ok(tapes.of('0'));
    ask('50');
    assert.equal(tapes.of('0'), undefined);
    come('50', 20_000);
    assert.deepEqual(counts('50'), [20_000, 0]);
  });
});
