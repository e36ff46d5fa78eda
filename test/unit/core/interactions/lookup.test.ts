import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import type { Interaction } from '../../../../src/core/interactions/events';
import { Lookup } from '../../../../src/core/interactions/lookup';
import { ManualClock } from '../../fakes/manualClock';
import { interactionOf, silence } from './pollUnderTest';

const missing = new Failure('notFound', { status: 404 });
const stop = new AbortController();

/** What the polls say of answers that come after these times. */
async function polled(...answers: readonly (readonly [afterMs: number, answer: Interaction | Error])[]) {
  const clock = new ManualClock();
  const asked: string[] = [];
  let next: Interaction | Error = missing;
  const get = async (id: string) => {
    asked.push(id);
    if (next instanceof Error) throw next;
    return next;
  };
  const lookup = new Lookup({ get }, clock, 'v1_a');
  const said: string[] = [];
  for (const [afterMs, answer] of answers) {
    clock.advance(afterMs);
    next = answer;
    const found = await lookup.poll(stop.signal);
    said.push(typeof found === 'string' ? found : found.status);
  }
  assert.deepEqual(new Set(asked), new Set(['v1_a']));
  return said;
}

describe('a poll of an interaction', () => {
  it('brings what the service has', async () => {
    assert.deepEqual(await polled([0, interactionOf('in_progress')], [9, interactionOf('completed')]), [
      'in_progress',
      'completed',
    ]);
  });

  it('says that it is gone at the third miss in a row, and not before a minute', async () => {
    const late = await polled([5, missing], [30_000, missing], [29_999, missing], [1, missing]);
    assert.deepEqual(late, ['unreachable', 'unreachable', 'unreachable', 'gone']);

    const rare = await polled([5, missing], [90_000, missing], [0, missing]);
    assert.deepEqual(rare, ['unreachable', 'unreachable', 'gone']);
  });

  it('counts misses anew once it was found', async () => {
    const found = interactionOf('in_progress');
    const said = await polled(
      ...([0, 30_000] as const).map((ms) => [ms, missing] as const),
      [1, found],
      ...([0, 59_999, 0, 1] as const).map((ms) => [ms, missing] as const),
    );

    assert.deepEqual(said.slice(2), ['in_progress', 'unreachable', 'unreachable', 'unreachable', 'gone']);
  });

  it('says nothing of the interaction after any other failure, which is no miss and ends no row of them', async () => {
    const offline = new Failure('offline');
    const said = await polled([0, missing], [40_000, offline], [40_000, missing], [0, offline], [0, missing]);

    assert.deepEqual(said, ['unreachable', 'unreachable', 'unreachable', 'unreachable', 'gone']);
  });

  it('rejects with what is no failure of the service', async () => {
    await assert.rejects(polled([0, new TypeError('a bug')]), TypeError);
  });
});

describe('a poll without an answer', () => {
  const waiting = (signal: AbortSignal) => {
    const clock = new ManualClock();
    let own: AbortSignal | undefined;
    const get = async (_id: string, given: AbortSignal): Promise<Interaction> => {
      own = given;
      await silence(given);
      throw new TypeError('aborted');
    };
    return { clock, poll: new Lookup({ get }, clock, 'v1_a').poll(signal), isClosed: () => own?.aborted };
  };

  it('has not reached the service after 12 s, and is closed', async () => {
    const { clock, poll, isClosed } = waiting(stop.signal);
    assert.ok(clock.isWaiting(12_000, 12_000));

    clock.advance(12_000);

    assert.equal(await poll, 'unreachable');
    assert.ok(isClosed());
  });

  it('is closed by an abort, which is no failure', async () => {
    const ending = new AbortController();
    const { poll, isClosed } = waiting(ending.signal);

    ending.abort();

    assert.equal(await poll, 'unreachable');
    assert.ok(isClosed());
  });

  it('is no failure either where it was given up before it began', async () => {
    const get = () => Promise.reject(new TypeError('aborted'));

    assert.equal(await new Lookup({ get }, new ManualClock(), 'v1_a').poll(AbortSignal.abort()), 'unreachable');
  });
});
