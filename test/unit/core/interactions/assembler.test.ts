import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { StepAssembler } from '../../../../src/core/interactions/assembler';
import { readDelta } from '../../../../src/core/interactions/deltas';

/** The step that comes of its start and these deltas, all in wire form. */
function assembled(start: JsonObject, ...deltas: readonly JsonObject[]): JsonObject {
  const step = new StepAssembler(start);
  for (const delta of deltas) step.apply(readDelta(delta));
  return step.wire();
}

const output = { type: 'model_output' };
const text = (value: string) => ({ type: 'text', text: value });
const citations = (...urls: readonly string[]) => urls.map((url) => ({ type: 'url_citation', url }));
const cite = (...urls: readonly string[]) => ({ type: 'text_annotation_delta', annotations: citations(...urls) });
const image = { type: 'image', mime_type: 'image/png', data: 'AA' };
const piece = (json: string) => ({ type: 'arguments_delta', arguments: json });

describe('StepAssembler, for text', () => {
  it('joins the pieces to one item', () => {
    assert.deepEqual(assembled(output, text('Because '), text('air')), { ...output, content: [text('Because air')] });
  });

  it('goes on with the text that the start brings, and leaves the start as it was', () => {
    const start = { ...output, content: [text('Be')] };

    assert.deepEqual(assembled(start, text('cause')).content, [text('Because')]);
    assert.deepEqual(start.content, [text('Be')]);
  });

  it('begins a new item behind one that is no text, or has no text', () => {
    assert.deepEqual(assembled(output, image, text('A')).content, [image, text('A')]);
    assert.deepEqual(assembled({ ...output, content: [{ type: 'text' }] }, text('A')).content, [
      { type: 'text' },
      text('A'),
    ]);
  });

  it('hangs citations on the last text, which goes on behind them', () => {
    const { content } = assembled(output, text('One.'), image, cite('a'), cite('b', 'c'));
    assert.deepEqual(content, [{ ...text('One.'), annotations: citations('a', 'b', 'c') }, image]);

    assert.deepEqual(assembled(output, text('One.'), cite('a'), text('Two.')).content, [
      { ...text('One.Two.'), annotations: citations('a') },
    ]);
  });

  it('keeps citations that come before any text, and those that are no list as none', () => {
    assert.deepEqual(assembled(output, cite()), output);
    assert.deepEqual(assembled(output, cite('a')).content, [{ ...text(''), annotations: citations('a') }]);
    assert.deepEqual(assembled(output, text('A'), { type: 'text_annotation_delta', annotations: 'odd' }).content, [
      text('A'),
    ]);
  });

  it('makes no list where there are no items, and keeps what is odd as an item', () => {
    assert.deepEqual(assembled(output), output);
    assert.deepEqual(assembled({ ...output, content: 'odd' }), { ...output, content: ['odd'] });
    assert.deepEqual(assembled({ ...output, content: [1, text('A')] }).content, [1, text('A')]);
  });

  it('keeps deltas of the future as items', () => {
    const future = { type: 'hologram', text: 'B' };
    assert.deepEqual(assembled(output, text('A'), future).content, [text('A'), future]);
  });
});

describe('StepAssembler, for media and thoughts', () => {
  it('adds each medium as an item of its own', () => {
    for (const type of ['image', 'audio', 'video', 'document']) {
      const media = { type, mime_type: 'x/y', data: 'AA' };
      assert.deepEqual(assembled(output, media, media).content, [media, media], type);
    }
  });

  it('puts summaries into the summary, and takes the signature', () => {
    const summary = { type: 'thought_summary', content: text('**Plan**') };

    assert.deepEqual(
      assembled(
        { type: 'thought', signature: '', summary: [text('Before')] },
        summary,
        { type: 'thought_summary', content: 'odd' },
        { type: 'thought_signature', signature: 'S' },
      ),
      { type: 'thought', signature: 'S', summary: [text('Before'), text('**Plan**')] },
    );
  });
});

describe('StepAssembler, for the arguments of a function', () => {
  const call = { type: 'function_call', id: 'c1', name: 'read', arguments: {} };

  it('joins the pieces before it reads them', () => {
    const { arguments: whole } = assembled(call, piece('{"path":"a'), piece('.ts","li'), piece('ne":3}'));

    assert.deepEqual(whole, { path: 'a.ts', line: 3 });
  });

  it('leaves them as the start gave them until they are whole, and where they are no object', () => {
    for (const json of ['', '{"path":"a', '[1]', 'null', '5']) {
      assert.deepEqual(assembled({ ...call, arguments: { x: 1 } }, piece(json)).arguments, { x: 1 }, json);
    }
  });

  it('makes none where none came', () => {
    const bare = { type: 'function_call', id: 'c1', name: 'now' };
    assert.deepEqual(assembled(bare, piece('')), bare);
  });

  it('adds them to those of the start, and those that came as fields', () => {
    const fields = (value: JsonObject) => ({ type: 'arguments_delta', arguments: value });

    assert.deepEqual(assembled({ ...call, arguments: { a: 1 } }, piece('{"b":2}')).arguments, { a: 1, b: 2 });
    assert.deepEqual(assembled(call, fields({ a: 1 }), fields({ b: 2 }), piece('{"c":3}')).arguments, {
      ...{ a: 1, b: 2, c: 3 },
    });
  });
});

describe('StepAssembler, for tools of the service', () => {
  it('takes whole fields, of which a later one replaces an earlier', () => {
    const start = { type: 'google_search_call', id: 's1', arguments: {}, signature: 'S' };
    const delta = { type: 'google_search_call', arguments: { queries: ['plants'] }, signature: '' };

    assert.deepEqual(assembled(start, delta), { ...start, arguments: { queries: ['plants'] } });
    assert.deepEqual(assembled(start, { ...delta, signature: 'T' }).signature, 'T');
  });

  it('keeps the type of the start', () => {
    assert.equal(assembled({ type: 'function_result' }, { type: 'google_search_result' }).type, 'function_result');
  });

  it('joins a result that comes in several lists, and replaces any other', () => {
    const start = { type: 'google_search_result', call_id: 's1' };
    const part = (result: JsonObject[string], key = 'result') => ({ type: 'google_search_result', [key]: result });

    assert.deepEqual(assembled(start, part([1]), part([2, 3])).result, [1, 2, 3]);
    assert.deepEqual(assembled(start, part('one'), part([2])).result, [2]);
    assert.deepEqual(assembled(start, part([1]), part('two')).result, 'two');
    assert.deepEqual(assembled(start, part([1], 'other'), part([2], 'other')).other, [2]);
  });
});
