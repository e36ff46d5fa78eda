import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Answer } from '../../../../src/core/conversation/answer';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readEvent } from '../../../../src/gemini/events';

/** The events of a sample as the SDK yields them: joined data lines, and a frame that is not JSON as bare text. */
const sample = (name: string): InteractionEvent[] =>
  readFileSync(`test/fixtures/sse/${name}.sse`, 'utf8')
    .split('\n\n')
    .map((frame) => frame.split('\n').filter((line) => line.startsWith('data: ')))
    .map((lines) => lines.map((line) => line.slice('data: '.length)).join('\n'))
    .filter((data) => data !== '' && data !== '[DONE]')
    .map((data) => readEvent(parsed(data)));

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

function answerOf(events: readonly InteractionEvent[]): Answer {
  const answer = new Answer();
  for (const event of events) answer.apply(event);
  return answer;
}

const text = (answer: Answer) => answer.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');

describe('Answer', () => {
  it('rebuilds the steps as a stateless history needs them, with every signature', () => {
    const answer = answerOf(sample('03-function-call'));

    const [thought, first] = answer.steps;
    assert.equal(thought?.type, 'thought');
    assert.ok(typeof thought.signature === 'string' && thought.signature.length > 0);
    assert.equal(first?.type, 'function_call');
    assert.equal(typeof first.arguments, 'object');
  });

  it('lists a source once, however many sentences it supports', () => {
    const sources = answerOf(sample('04-search-citations')).parts.find((part) => part.kind === 'sources');

    assert.ok(sources?.kind === 'sources' && sources.sources.length > 0);
    assert.equal(new Set(sources.sources.map((source) => source.url)).size, sources.sources.length);
  });

  it('sums the usage of all hops and keeps the text of each', () => {
    const answer = answerOf([...sample('09a-continuation-hop1'), ...sample('09b-continuation-hop2')]);

    assert.equal(text(answer), 'Chapter one. Still chapter one. Chapter two. The end.');
    assert.equal(answer.usage?.total, 65_636 + 66_836);
    assert.equal(answer.completed?.status, 'completed');
  });

  it('is not complete while a continuation is due', () => {
    assert.equal(answerOf(sample('09a-continuation-hop1')).completed?.status, 'requires_continuation');
  });

  it('changes nothing when events come again after a resume', () => {
    const events = sample('08-deep-research');
    const seed = Date.now();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: events.length }),
        fc.integer({ min: 0, max: events.length }),
        (from, to) => {
          const replayed = answerOf([...events, ...events.slice(from, to).filter((event) => event.eventId)]);
          assert.deepEqual(replayed.parts, answerOf(events).parts);
          assert.deepEqual(replayed.steps, answerOf(events).steps);
        },
      ),
      { seed, numRuns: 50 },
    );
  });

  it('tells each change once: applying the changes to a mirror gives the same parts', () => {
    for (const name of ['02-thoughts', '04-search-citations', '05-code-execution', '06-image', '10-odd']) {
      const answer = new Answer();
      const mirror: unknown[] = [];
      for (const event of sample(name)) {
        for (const change of answer.apply(event)) {
          if (change.type === 'partAdded') mirror.push({ ...change.part });
          else if (change.type === 'partReplaced') mirror[change.part] = change.value;
          else (mirror[change.part] as { text: string }).text += change.text;
        }
      }
      assert.deepEqual(mirror, answer.parts, name);
    }
  });

  it('shows text whose step began before the stream was joined', () => {
    const late = readEvent({ event_type: 'step.delta', index: 3, delta: { type: 'text', text: 'late' } });
    assert.equal(text(answerOf([late])), 'late');
  });

  it('keeps what it does not understand instead of dropping it', () => {
    const answer = answerOf(sample('10-odd'));
    const unknown = answer.parts.filter((part) => part.kind === 'unknown');
    assert.match(JSON.stringify(unknown), /hologram_delta/);
  });

  it('skips events of a type it does not know, and counts them', () => {
    const answer = answerOf(sample('10-odd'));
    assert.doesNotMatch(JSON.stringify(answer.parts), /future_thing/);
    assert.equal(answer.skippedEvents, 1);
  });
});
