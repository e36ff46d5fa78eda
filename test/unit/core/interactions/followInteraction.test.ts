import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Emitter } from '../../../../src/core/base/emitter';
import { Failure } from '../../../../src/core/base/failure';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import {
  type FollowEnd,
  type FollowOptions,
  followInteraction,
} from '../../../../src/core/interactions/followInteraction';
import { isInProgress } from '../../../../src/core/interactions/status';
import { ManualClock } from '../../fakes/manualClock';
import { interactionOf as interaction, silence } from './pollUnderTest';

const day = 24 * 3_600_000;
const year = 365 * day;
const limits = { headersMs: 15_000, firstEventMs: 15_000, idleMs: 15_000 };

const connected: InteractionEvent = { type: 'connected' };
const saysEnd: InteractionEvent = { type: 'completed', interaction: interaction('completed') };

type Poll = Interaction | Failure | 'silence';
type Stream = readonly InteractionEvent[] | 'silence';

/** Follows an interaction whose polls and streams come one after another, the last of each for ever. */
class Following {
  readonly clock = new ManualClock();
  readonly waking = new Emitter<void>();
  readonly stop = new AbortController();
  readonly taken: InteractionEvent[] = [];
  polls = 0;
  streams = 0;
  end: FollowEnd | undefined;

  constructor(gets: readonly Poll[], streams: readonly Stream[] = [[]], options: Partial<FollowOptions> = {}) {
    const nth = <T>(all: readonly T[], index: number): T => all[Math.min(index, all.length - 1)] ?? assert.fail();
    const services = {
      clock: this.clock,
      onWake: this.waking.event,
      interactions: {
        get: async (_id: string, signal: AbortSignal) => {
          const found = nth(gets, this.polls++);
          if (found instanceof Failure) throw found;
          if (found !== 'silence') return found;
          await silence(signal);
          throw signal.reason;
        },
        follow: (_id: string, _after: string | undefined, signal: AbortSignal) =>
          this.stream(nth(streams, this.streams++), signal),
      },
    };
    followInteraction(
      services,
      'v1_a',
      {
        isOver: ({ status }) => !isInProgress(status),
        openStream: () => ({ lastEventId: undefined, take: (event) => void this.taken.push(event) }),
        limits,
        isPatient: true,
        ...options,
      },
      this.stop.signal,
    ).then(
      (end) => {
        this.end = end;
      },
      (error: unknown) => assert.fail(String(error)),
    );
  }

  private async *stream(events: Stream, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    if (events !== 'silence') yield* events;
    else {
      yield connected;
      await silence(signal);
    }
  }

  /** Has all that is ready run. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn += 1) await setImmediate();
  }

  async pass(ms: number): Promise<void> {
    await this.settle();
    this.clock.advance(ms);
    await this.settle();
  }
}

describe('following an interaction', () => {
  it('gives up a poll without an answer after 12 s, and polls again', async () => {
    const following = new Following(['silence', interaction('completed')]);

    await following.pass(11_999);
    assert.ok(following.clock.isWaiting(1, 1));
    await following.pass(1);

    // The poll took longer than the wait between two polls.
    assert.deepEqual([following.end, following.polls], [interaction('completed'), 2]);
  });

  it('gives up a stream that is silent, and then polls at once', async () => {
    const following = new Following([interaction('in_progress'), interaction('completed')], ['silence']);

    await following.pass(14_999);
    assert.equal(following.polls, 1);
    await following.pass(1);

    assert.deepEqual([following.end, following.polls], [interaction('completed'), 2]);
  });

  it('polls at once when it is woken, also by what happens during the poll', async () => {
    const following = new Following([new Failure('noKey'), 'silence', interaction('completed')]);
    await following.settle();
    following.waking.fire();
    await following.settle();
    assert.equal(following.polls, 2);

    following.waking.fire();
    await following.pass(12_000);

    assert.deepEqual([following.end, following.polls], [interaction('completed'), 3]);
  });

  it('is not ended by a clock that is set, or by a sleep, and polls right after the sleep', async () => {
    for (const ms of [year, -year]) {
      const following = new Following([...Array<Poll>(4).fill(interaction('in_progress')), interaction('completed')]);
      following.clock.setWall(ms);
      for (let poll = 0; poll < 3; poll += 1) await following.pass(10_000 * 1.5 ** poll);
      assert.deepEqual([following.end, following.polls], [undefined, 4]);

      following.clock.setWall(-ms);
      await following.pass(day);

      assert.deepEqual([following.end, following.polls], [interaction('completed'), 5]);
    }
  });

  it('is overdue after as many polls as are allowed, however long the machine slept between them', async () => {
    const following = new Following([interaction('in_progress')], [[]], { mostPolls: 3 });
    await following.pass(day);
    assert.deepEqual([following.end, following.polls], [undefined, 2]);

    await following.pass(day);

    assert.deepEqual([following.end, following.polls], ['overdue', 3]);
  });

  it('counts only polls that reached the service', async () => {
    const polls = [
      ...Array<Poll>(5).fill(new Failure('offline')),
      interaction('in_progress'),
      interaction('completed'),
    ];
    const following = new Following(polls, [[]], { mostPolls: 2 });

    for (let poll = 0; poll < 6; poll += 1) await following.pass(60_000);

    assert.deepEqual(following.end, interaction('completed'));
  });

  it('takes the word of a stream for a reason to poll at once, and only once', async () => {
    const following = new Following([interaction('in_progress')], [[saysEnd]]);

    await following.settle();

    assert.deepEqual([following.polls, following.streams], [2, 2]);
    following.stop.abort();
    await following.settle();
    assert.equal(following.end, 'stopped');
  });

  it('ends with what the streams brought, where a poll does not tell the end', async () => {
    for (const found of [interaction('in_progress'), new Failure('offline')]) {
      const following: Following = new Following([interaction('in_progress'), found], [[saysEnd]], {
        isComplete: () => following.taken.includes(saysEnd),
      });

      await following.settle();

      assert.equal(following.end, 'complete');
    }
  });

  it('ends at the first poll that does not reach the service, where the caller does not wait', async () => {
    const following = new Following([new Failure('offline')], [[]], { isPatient: false });

    await following.settle();

    assert.equal(following.end, 'unreachable');
  });

  it('polls after 10 s, and then each time half as long again, up to the longest wait', async () => {
    const usual = [10_000, 15_000, 22_500, 33_750, 50_625, 60_000, 60_000];
    for (const [waits, options] of [
      [usual, {}],
      [[10_000, 15_000, 20_000, 20_000], { longestWaitMs: 20_000 }],
    ] as const) {
      const following = new Following([interaction('in_progress')], [[]], options);
      for (const [before, ms] of waits.entries()) {
        await following.pass(ms - 1);
        assert.equal(following.polls, before + 1, `${ms}`);
        await following.pass(1);
        assert.equal(following.polls, before + 2, `${ms}`);
      }
      following.stop.abort();
    }
  });

  it('counts the wait from the poll before, however long a stream took', async () => {
    const following = new Following([interaction('in_progress')], ['silence']);
    await following.pass(15_000);
    assert.equal(following.polls, 2);
    // The second wait is longer than the stream.
    await following.pass(15_000);
    assert.equal(following.polls, 3);
  });

  it('polls without a stream where none is wanted, and opens one behind what came before', async () => {
    const asked: (string | undefined)[] = [];
    const none = new Following([interaction('in_progress'), interaction('completed')], [], {
      openStream: () => void asked.push('none'),
    });
    await none.pass(10_000);
    assert.deepEqual([none.streams, none.end], [0, interaction('completed')]);
    assert.deepEqual(asked, ['none']);
  });

  it('takes a status in the stream for its word, if that is an end', async () => {
    const says = (status: 'failed' | 'requires_action'): InteractionEvent => {
      return { type: 'statusChanged', interactionId: 'v1_a', status, rawStatus: status };
    };
    const over = new Following([interaction('in_progress')], [[says('failed'), connected]]);
    const open = new Following([interaction('in_progress')], [[says('requires_action')]]);
    await over.settle();
    await open.settle();

    assert.deepEqual([over.polls, open.polls], [2, 1]);
    assert.deepEqual(over.taken.slice(0, 2), [says('failed'), connected]);
  });

  it('ends when the service no longer has the interaction, and when it is stopped in any wait', async () => {
    const gone = new Following([new Failure('notFound')], [[]]);
    for (let poll = 0; poll < 5; poll += 1) await gone.pass(60_000);
    assert.equal(gone.end, 'gone');

    for (const [polls, streams, options] of [
      [['silence'], [[]], {}],
      [['silence'], [[]], { isPatient: false }],
      [[interaction('in_progress')], ['silence'], {}],
      [[interaction('in_progress')], [[]], {}],
    ] as const) {
      const following = new Following(polls, streams, options);
      await following.settle();
      following.stop.abort();
      await following.settle();
      assert.deepEqual([following.end, following.polls], ['stopped', 1]);
    }
  });
});
