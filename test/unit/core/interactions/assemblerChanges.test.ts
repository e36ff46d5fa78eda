import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { StepAssembler } from '../../../../src/core/interactions/assembler';
import { readDelta } from '../../../../src/core/interactions/deltas';

/** What each delta says that it changed in a step. */
function changes(start: JsonObject, ...deltas: readonly JsonObject[]) {
  const step = new StepAssembler(start);
  return deltas.map((delta) => step.apply(readDelta(delta)));
}

const output = { type: 'model_output' };
const text = (words: string) => ({ type: 'text', text: words });
const at = (end: number) => ({ type: 'url_citation', start_index: 0, end_index: end });
const cite = (...annotations: readonly JsonObject[]) => ({ type: 'text_annotation_delta', annotations });
const image = { type: 'image', data: 'AA' };
const fields = { type: 'fieldsChanged' };

describe('what a delta changes in a step', () => {
  it('is an item that is new, or the last one that grew', () => {
    assert.deepEqual(changes({ ...output, content: [image] }, text('a'), text(''), image, { type: 'hologram' }), [
      [{ type: 'itemAdded', item: 1 }],
      [{ type: 'itemGrew', item: 1, text: '' }],
      [{ type: 'itemAdded', item: 2 }],
      [{ type: 'itemAdded', item: 3 }],
    ]);
  });

  it('is each item that it annotates, and nothing where it brings no annotation', () => {
    const start = { ...output, content: [text('ab'), image, text('cd')] };

    assert.deepEqual(changes(start, cite(), cite(at(1), at(4), at(2))), [
      [],
      [
        { type: 'itemAnnotated', item: 0, annotations: [at(1), at(2)] },
        { type: 'itemAnnotated', item: 2, annotations: [at(2)] },
      ],
    ]);
    assert.deepEqual(changes(output, cite(at(1))), [[{ type: 'itemAdded', item: 0 }]]);
  });

  it('is an item of the summary for a thought, and nothing for its signature', () => {
    const summary = { type: 'thought_summary', content: text('a') };

    assert.deepEqual(
      changes(
        { type: 'thought', summary: [text('')] },
        summary,
        { type: 'thought_summary' },
        {
          type: 'thought_signature',
          signature: 'S',
        },
      ),
      [[{ type: 'itemAdded', item: 1 }], [], []],
    );
  });

  it('is more JSON text of the arguments, until they come as fields', () => {
    const piece = (given: string | JsonObject) => ({ type: 'arguments_delta', arguments: given });

    assert.deepEqual(changes({ type: 'function_call' }, piece(''), piece('{"a"'), piece({ b: 1 }), piece(':1}')), [
      [],
      [{ type: 'argumentsGrew', text: '{"a"' }],
      [fields],
      [],
    ]);
  });
});

describe('what a delta of the step’s own type changes', () => {
  const result = { type: 'google_search_result', call_id: 'c', signature: '' };
  const more = (added: JsonObject) => ({ type: result.type, ...added });

  it('is told once for all fields, after the items', () => {
    const content = [text('a'), text('b')];

    assert.deepEqual(changes(result, more({ is_error: false, content, name: 'n', result: ['r'] })), [
      [{ type: 'itemAdded', item: 0 }, { type: 'itemAdded', item: 1 }, fields],
    ]);
  });

  it('is each item once where it brings nothing else', () => {
    assert.deepEqual(changes(result, more({ content: [text('a')] }), more({ content: text('b') })), [
      [{ type: 'itemAdded', item: 0 }],
      [{ type: 'itemAdded', item: 1 }],
    ]);
  });

  it('is a field that is empty by now, but no signature that is', () => {
    const step = new StepAssembler({ ...result, name: 'n', signature: 'S' });

    assert.deepEqual(step.apply(readDelta(more({ name: '', signature: '' }))), [fields]);
    assert.deepEqual(step.wire(), { ...result, name: '', signature: 'S' });
  });

  it('is nothing where a field is as before, and for a signature', () => {
    const given = { call_id: 'c', list: [{ a: 1 }] };

    assert.deepEqual(changes({ ...result, ...given }, more(given), more({ signature: 'S' }), more({ list: [] })), [
      [],
      [],
      [fields],
    ]);
  });

  it('is what a result gains where it is a list and was one', () => {
    const lists = [['a'], ['b'], [], 'text', ['c'], ['d']].map((items) => more({ result: items }));

    assert.deepEqual(changes(result, ...lists), [
      [fields],
      [{ type: 'resultGrew', result: ['b'] }],
      [{ type: 'resultGrew', result: [] }],
      [fields],
      [fields],
      [{ type: 'resultGrew', result: ['d'] }],
    ]);
    assert.deepEqual(changes({ ...result, result: [] }, more({ result: ['a'] })), [[fields]]);
  });

  it('is more JSON text, where the arguments are text', () => {
    const call = { type: 'google_search_call', arguments: '{"a"' };
    const step = new StepAssembler(call);

    assert.deepEqual(step.wire(), call);
    assert.deepEqual(step.apply(readDelta({ type: call.type, arguments: ':1}' })), [
      { type: 'argumentsGrew', text: ':1}' },
    ]);
    assert.deepEqual(step.wire(), { type: call.type, arguments: { a: 1 } });
  });
});

describe('the items of a step', () => {
  it('have their annotations, those of the start before the others', () => {
    const step = new StepAssembler({ ...output, content: [{ ...text('a'), annotations: [at(1)] }, image] });
    step.apply(readDelta(cite(at(0))));
    step.apply(readDelta(cite(at(1))));
    const annotated = { ...text('a'), annotations: [at(1), at(0), at(1)] };

    assert.deepEqual(step.items, [annotated, image]);
    assert.deepEqual([step.item(0), step.item(1), step.item(2)], [annotated, image, null]);
    assert.deepEqual(step.wire().content, [annotated, image]);
  });

  it('stay as they are in what was read before', () => {
    const step = new StepAssembler({ type: 'google_search_result' });
    for (const result of [['a'], ['b']]) step.apply(readDelta({ type: 'google_search_result', result }));
    const before = step.wire();
    step.apply(readDelta({ type: 'google_search_result', result: ['c'] }));

    assert.deepEqual(
      [before.result, step.wire().result],
      [
        ['a', 'b'],
        ['a', 'b', 'c'],
      ],
    );
  });
});
