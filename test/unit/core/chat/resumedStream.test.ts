import assert from 'node:assert/strict';
import { resumeInteraction } from '../../../../src/core/chat/resumeInteraction';
import { Answer } from '../../../../src/core/conversation/answer';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { background, begun, found, services, settled, shown, start, text, Watch } from './resumeUnderTest';

const done: InteractionEvent = { type: 'completed', interaction: found('completed') };

/** What the watcher is told of a stream that goes on with an answer. At its end the service has all of it. */
async function resumed(answer: Answer, stream: readonly InteractionEvent[]) {
  const { parts, clock, asked } = services([found('in_progress'), found('completed', 'Half of it.')], stream);
  const watch = new Watch(answer);
  const run = resumeInteraction(parts, answer, background, new AbortController().signal, watch);
  await settled();
  const { length } = watch.told;
  clock.advance(60_000);
  await run;
  return { asked, ofStream: watch.told.slice(0, length), after: watch.told.slice(length), text: shown(watch.answer) };
}

/** The same half of an answer, from a service that numbers no events. */
function withoutIds(...pieces: readonly string[]): Answer {
  const answer = new Answer();
  answer.apply({ type: 'created', interaction: found('in_progress') });
  const { eventId, ...begin } = start;
  assert.ok(eventId);
  for (const event of [begin, ...pieces.map((piece) => text(piece))]) answer.apply(event);
  return answer;
}

describe('a stream that goes on with an answer', () => {
  it('is shown as it comes from the last event that has an id, and nothing of it twice', async () => {
    const { asked, ofStream, text: all } = await resumed(begun(), [text('of '), text('it.', 'e3'), done]);

    assert.ok(asked.includes('follow e1'));
    assert.deepEqual(ofStream, ['stepGrew, 0 changes', 'stepGrew, 1 changes', 'completed, 0 changes']);
    assert.equal(all, 'Half of it.');
  });

  it('takes the place of what is shown once it has got as far, where it has to begin again', async () => {
    const again = [start, text('Ha'), text('lf '), text('of '), text('it.'), done];
    const { asked, ofStream, text: all } = await resumed(withoutIds('Half ', 'of '), again);

    assert.ok(asked.includes('follow undefined'));
    assert.deepEqual(ofStream, ['replaced by Half of ', 'stepGrew, 1 changes', 'completed, 0 changes']);
    assert.equal(all, 'Half of it.');
  });

  it('leaves what is shown where it breaks off sooner', async () => {
    const { ofStream, after, text: all } = await resumed(withoutIds('Half ', 'of '), [start, text('Half')]);

    assert.deepEqual(ofStream, []);
    assert.deepEqual(after, ['replaced by Half of it.']);
    assert.equal(all, 'Half of it.');
  });

  it('is shown from its first text where nothing is shown yet', async () => {
    const { ofStream } = await resumed(withoutIds(), [start, text('Half '), text('of it.'), done]);

    assert.deepEqual(ofStream, ['replaced by Half ', 'stepGrew, 1 changes', 'completed, 0 changes']);
  });
});
