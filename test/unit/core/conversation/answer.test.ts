import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject } from '../../../../src/core/base/json';
import { Answer } from '../../../../src/core/conversation/answer';
import { partsOf } from '../../../../src/core/conversation/savedAnswer';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
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

  it('counts the ids of events within one hop, and resumes none after an id of an earlier one', () => {
    const hop = (id: string, text: string, named: boolean): readonly InteractionEvent[] =>
      [
        { event_type: 'interaction.created', interaction: { id, status: 'in_progress' } },
        { event_type: 'step.start', index: 0, step: { type: 'model_output', content: [{ type: 'text', text }] } },
      ].map((wire, at) => readEvent(named ? { ...wire, event_id: `e${at}` } : wire));

    assert.equal(textOf(answerOf([...hop('i1', 'One.', true), ...hop('i2', ' Two.', true)])), 'One. Two.');
    assert.equal(answerOf([...hop('i1', 'One.', true), ...hop('i2', ' Two.', false)]).lastEventId, undefined);
  });

  it('is not complete while a continuation is due', () => {
    assert.equal(answerOf(sampleEvents('09a-continuation-hop1')).completed?.status, 'requires_continuation');
  });

  it('changes nothing when events come again after a resume', () => {
    const events = sampleEvents('08-deep-research');
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
      { numRuns: 50 },
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

  it('begins each headline of a thought on a line of its own, also where the service sends no break', () => {
    const [thought] = answerOf(sampleEvents('08-deep-research')).parts;

    const text = thought?.kind === 'thought' ? thought.text : '';
    assert.match(text, /request.*\.\n\n\*\*\*Researching websites\*\*\*\n\n/);
    assert.match(text, /qubits\.\n\n\*\*\*Synthesizing\*\*\*\n\n/);
  });

  it('has one part for each step of thinking, and reads none of its signature', () => {
    const parts = answerOf(sampleEvents('02-thoughts')).parts;
    const [thought] = parts;

    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ['thought', 'text'],
    );
    assert.match(thought?.kind === 'thought' ? thought.text : '', /Euclidean Algorithm.*Checking the remainders/s);
    assert.doesNotMatch(JSON.stringify(parts), /signature|c2FtcGxl/);
  });

  it('has the fields of a call and of its result', () => {
    const [call, result] = answerOf(sampleEvents('05-code-execution')).parts;

    assert.ok(call?.kind === 'toolCall' && result?.kind === 'toolResult');
    assert.deepEqual([call.step, call.id, call.arguments.language], ['code_execution_call', 'b1d0c7aa', 'python']);
    assert.deepEqual(result, {
      kind: 'toolResult',
      step: 'code_execution_result',
      callId: 'b1d0c7aa',
      name: '',
      result: 'sum(primes)=5117\n',
      isError: false,
    });
  });

  it('keeps the arguments of a call that were cut off, as text', () => {
    const cut = sampleEvents('03-function-call').slice(0, 7);
    const answer = answerOf(cut);
    const call = { kind: 'toolCall', step: 'function_call', id: '61nzpsv4', name: 'read_file', arguments: {} };

    assert.deepEqual(answer.parts, [{ ...call, argumentsText: '{"path":"src/' }]);
    assert.deepEqual(partsOf(answer.steps), answer.parts);
    const [part] = answerOf(sampleEvents('03-function-call').slice(0, 8)).parts;
    assert.deepEqual(part, { ...call, arguments: { path: 'src/extension.ts', start_line: 1 } });
  });

  it('changes by what it gains and never by what it has, however much that is', () => {
    const annotation = { type: 'url_citation', url: 'https://a.example', title: 'a', start_index: 0, end_index: 1 };
    const grows: readonly (readonly [step: string, delta: JsonObject])[] = [
      ['model_output', { type: 'text', text: 'a few words ' }],
      ['model_output', { type: 'text_annotation_delta', annotations: [annotation] }],
      ['thought', { type: 'thought_summary', content: { type: 'text', text: 'a thought ' } }],
      ['function_call', { type: 'arguments_delta', arguments: '"some JSON"' }],
      ['google_search_result', { type: 'google_search_result', result: [{ search_suggestions: 'some HTML' }] }],
    ];
    for (const [type, delta] of grows) {
      const answer = answerOf([readEvent({ event_type: 'step.start', index: 0, step: { type } })]);
      const lengths = Array.from({ length: 2_000 }, () => {
        const changes = answer.apply(readEvent({ event_type: 'step.delta', index: 0, delta }));
        return JSON.stringify(changes).length;
      });
      assert.ok(Math.max(...lengths) < 300, `${delta.type}: ${Math.max(...lengths)} characters at once`);
    }
  });

  it('takes lists of any length', () => {
    const annotation = { type: 'url_citation', url: 'https://a.example', title: 'a', start_index: 0, end_index: 1 };
    const many = <T>(item: T): T[] => Array(200_000).fill(item);
    const result = { type: 'google_search_result', result: many('r') };
    const start = (type: string) => readEvent({ event_type: 'step.start', index: 0, step: { type } });
    const delta = (added: JsonObject) => readEvent({ event_type: 'step.delta', index: 0, delta: added });
    const annotations = { type: 'text_annotation_delta', annotations: many(annotation) };

    const [text] = answerOf([start('model_output'), delta({ type: 'text', text: 'a' }), delta(annotations)]).parts;
    const [found] = answerOf([start('google_search_result'), delta(result), delta(result)]).parts;

    assert.equal(text?.kind === 'text' && text.citations?.length, 200_000);
    assert.equal(found?.kind === 'toolResult' && Array.isArray(found.result) && found.result.length, 400_000);
  });

  it('is told by the first delta what a step is whose start was missed', () => {
    const late = (delta: JsonObject) => readEvent({ event_type: 'step.delta', index: 3, delta });
    const kindsOf = (delta: JsonObject) => {
      const { steps, parts } = answerOf([late(delta)]);
      return [steps[0]?.type, ...parts.map((part) => part.kind)];
    };

    assert.deepEqual(kindsOf({ type: 'text', text: 'late' }), ['model_output', 'text']);
    assert.equal(kindsOf({ type: 'text_annotation_delta', annotations: [] })[0], 'model_output');
    for (const type of ['image', 'audio', 'video', 'document']) {
      const media = { type, mime_type: 'a/b', data: 'QUJD' };
      assert.deepEqual(kindsOf(media), ['model_output', 'media'], type);
    }
    const content = { type: 'text', text: 'late' };
    assert.deepEqual(kindsOf({ type: 'thought_summary', content }), ['thought', 'thought']);
    assert.equal(kindsOf({ type: 'thought_signature', signature: 'QUJD' })[0], 'thought');
    assert.equal(kindsOf({ type: 'arguments_delta', arguments: '{}' })[0], 'function_call');
    const call = { type: 'google_search_call', arguments: { queries: ['late'] } };
    assert.deepEqual(kindsOf(call), ['google_search_call', 'toolCall']);
    assert.deepEqual(kindsOf({ type: 'url_context_result', result: [] }), ['url_context_result', 'toolResult']);
    assert.deepEqual(kindsOf({ type: 'future_delta' }), ['model_output', 'unknown']);
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
