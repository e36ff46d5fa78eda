import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Answer } from '../../../../src/core/conversation/answer';
import { partsOf } from '../../../../src/core/conversation/savedAnswer';
import { readEvent } from '../../../../src/gemini/events';
import type { AnswerPart } from '../../../../src/parts/answerPart';
import { sourcesOf } from '../../../../src/parts/sources';
import { answerOf, mirror, sampleEvents, textOf } from './answerUnderTest';

const samples = [
  '02-thoughts',
  '03-function-call',
  '04-search-citations',
  '04b-search-recorded-2.5-flash',
  '05-code-execution',
  '05b-url-context',
  '06-image',
  '08-deep-research',
  '10-odd',
];

describe('Answer', () => {
  it('rebuilds the steps as a stateless history needs them, with every signature', () => {
    const answer = answerOf(sampleEvents('03-function-call'));

    const [thought, first] = answer.steps;
    assert.equal(thought?.type, 'thought');
    assert.ok(typeof thought.signature === 'string' && thought.signature.length > 0);
    assert.equal(first?.type, 'function_call');
    assert.equal(typeof first.arguments, 'object');
  });

  it('lists a source once, however many sentences it supports', () => {
    const sources = sourcesOf(answerOf(sampleEvents('04-search-citations')).parts);

    assert.ok(sources.length > 0);
    assert.equal(new Set(sources.map(({ url }) => url)).size, sources.length);
  });

  it('sums the usage of all hops and keeps the text of each', () => {
    const answer = answerOf([...sampleEvents('09a-continuation-hop1'), ...sampleEvents('09b-continuation-hop2')]);

    assert.equal(textOf(answer), 'Chapter one. Still chapter one. Chapter two. The end.');
    assert.equal(answer.usage?.total, 65_636 + 66_836);
    assert.equal(answer.completed?.status, 'completed');
  });

  it('is not complete while a continuation is due', () => {
    assert.equal(answerOf(sampleEvents('09a-continuation-hop1')).completed?.status, 'requires_continuation');
  });

  it('changes nothing when events come again after a resume', () => {
    const events = sampleEvents('08-deep-research');
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
    for (const name of samples) {
      const answer = new Answer();
      const parts: AnswerPart[] = [];
      for (const event of sampleEvents(name)) for (const change of answer.apply(event)) mirror(parts, change);
      assert.deepEqual(parts, answer.parts, name);
    }
  });

  it('shows at every moment what its steps tell, so that nothing but the steps need be kept', () => {
    for (const name of samples) {
      const answer = new Answer();
      for (const event of sampleEvents(name)) {
        answer.apply(event);
        assert.deepEqual(partsOf(JSON.parse(JSON.stringify(answer.steps))), answer.parts, name);
      }
    }
  });

  it('shows text whose step began before the stream was joined', () => {
    const late = readEvent({ event_type: 'step.delta', index: 3, delta: { type: 'text', text: 'late' } });
    assert.equal(textOf(answerOf([late])), 'late');
  });

  it('keeps what it does not understand instead of dropping it', () => {
    const answer = answerOf(sampleEvents('10-odd'));
    const unknown = answer.parts.filter((part) => part.kind === 'unknown');
    assert.match(JSON.stringify(unknown), /hologram_delta/);
  });

  it('skips events of a type it does not know, and counts them', () => {
    const answer = answerOf(sampleEvents('10-odd'));
    assert.doesNotMatch(JSON.stringify(answer.parts), /future_thing/);
    assert.equal(answer.skippedEvents, 1);
  });
});
