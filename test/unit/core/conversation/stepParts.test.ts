import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { AnswerParts } from '../../../../src/core/conversation/answerParts';
import { StepParts } from '../../../../src/core/conversation/stepParts';
import { readDelta } from '../../../../src/core/interactions/deltas';
import { readStep } from '../../../../src/core/interactions/steps';
import { added, grew, growingStep as growing } from './growingStep';

const output = { type: 'model_output' };
const text = (words: string) => ({ type: 'text', text: words });
const shown = (words: string) => ({ kind: 'text', text: words }) as const;
const annotation = { type: 'url_citation', url: 'https://a.example', title: 'A', start_index: 0, end_index: 1 };
const citation = { type: 'url', url: 'https://a.example', title: 'A', start: 0, end: 1 };
const cite = (...annotations: readonly JsonObject[]) => ({ type: 'text_annotation_delta', annotations });
const image = { type: 'image', mime_type: 'image/png', data: 'AA' };
const picture = { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AA' };

describe('the parts of an output that grows', () => {
  it('are those of its start first, in their order', () => {
    const { begun, all } = growing({ ...output, content: [text('A'), image, text('B')] });

    assert.deepEqual(begun, [added(shown('A')), added(picture), added(shown('B'))]);
    assert.deepEqual(all.all, [shown('A'), picture, shown('B')]);
  });

  it('are added with each new item, and grow with the text of the last', () => {
    const { begun, add } = growing(output);

    assert.deepEqual(begun, []);
    assert.deepEqual(add(text('A')), [added(shown('A'))]);
    assert.deepEqual(add(text('B')), [grew(0, 'B')]);
    assert.deepEqual(add(image), [added(picture)]);
    assert.deepEqual(add(text('C')), [added(shown('C'))]);
    assert.deepEqual(add(text('D')), [grew(2, 'D')]);
    assert.deepEqual(add({ type: 'hologram' }), [added({ kind: 'unknown', text: '{"type":"hologram"}' })]);
  });

  it('begin with the first word, and not with an empty text', () => {
    const { begun, add } = growing({ ...output, content: [text('')] });

    assert.deepEqual(begun, []);
    assert.deepEqual(add(text('')), []);
    assert.deepEqual(add(text('A')), [added(shown('A'))]);
  });

  it('gain what the text rests on, which may come before it', () => {
    const late = growing({ ...output, content: [text('A')] });
    assert.deepEqual(late.add(cite(annotation)), [
      { type: 'partGained', part: 0, gain: { kind: 'text', citations: [citation] } },
    ]);
    assert.deepEqual(late.add(cite({ type: 'word_info' })), []);

    const early = growing({ ...output, content: [text('')] });
    assert.deepEqual(early.add(cite({ type: 'word_info' })), []);
    assert.deepEqual(early.add(cite(annotation)), [added({ ...shown(''), citations: [citation] })]);
    assert.deepEqual(early.add(text('A')), [grew(0, 'A')]);
  });

  it('are for people to read where the answer is JSON, and stay JSON in the step', () => {
    const { begun, add, step } = growing({ ...output, content: [text('{"a"')] }, 'json');

    assert.deepEqual(begun, [added(shown('```json\n{"a"'))]);
    assert.deepEqual(add(text(':1}')), [grew(0, ':1}\n```\n')]);
    assert.deepEqual(step.wire(), { ...output, content: [text('{"a":1}')] });
  });

  it('are none for arguments and results, which an output does not have', () => {
    const { add, step } = growing(output);

    assert.deepEqual(add({ type: 'arguments_delta', arguments: '{"a"' }), []);
    assert.deepEqual(add({ ...output, result: ['a'] }), []);
    assert.deepEqual(add({ ...output, result: ['b'] }), []);
    assert.deepEqual(step.wire(), { ...output, result: ['a', 'b'], arguments: '{"a"' });
  });
});

describe('the parts of a question among the steps', () => {
  it('are none, but the step is kept', () => {
    const start = { type: 'user_input', content: [text('Q')] };
    const { all, begun, add, step } = growing(start);

    assert.deepEqual([begun, add(text('?')), add(image), step.stop(), all.all], [[], [], [], [], []]);
    assert.deepEqual(step.wire(), { type: 'user_input', content: [text('Q?'), image] });
  });
});

describe('the part of a thought', () => {
  const summary = (words: string) => ({ type: 'thought_summary', content: text(words) });
  const thought = (words: string) => ({ kind: 'thought', text: words });

  it('is one for all of its items, each with its headline on a line of its own', () => {
    const { all, begun, add } = growing({ type: 'thought', summary: [text('First.')] });

    assert.deepEqual(begun, [added(thought('First.'))]);
    assert.deepEqual(add(summary(' More.')), [grew(0, ' More.')]);
    assert.deepEqual(add(summary('**Next**\nSo.')), [grew(0, '\n\n**Next**\nSo.')]);
    assert.deepEqual(all.all, [thought('First. More.\n\n**Next**\nSo.')]);
  });

  it('is none while nothing was thought, and another one behind a picture', () => {
    const { begun, add } = growing({ type: 'thought', summary: [text('')] });

    assert.deepEqual([begun, add({ type: 'thought_signature', signature: 'S' })], [[], []]);
    assert.deepEqual(add(summary('A')), [added(thought('A'))]);
    assert.deepEqual(add({ type: 'thought_summary', content: image }), [added(picture)]);
    assert.deepEqual(add(summary('B')), [added(thought('B'))]);
  });

  it('grows also by bare text', () => {
    const { all, add } = growing({ type: 'thought', summary: [text('A')] });

    assert.deepEqual(add(text(' {')), [grew(0, ' {')]);
    assert.deepEqual(all.all, [thought('A {')]);
  });

  it('takes no citations', () => {
    const { all, add } = growing({ type: 'thought', summary: [text('A')] });

    assert.deepEqual(add(cite(annotation)), []);
    assert.deepEqual(all.all, [thought('A')]);
  });
});

describe('the parts of a step that grows after later ones have begun', () => {
  it('come before theirs, and are of their own step', () => {
    const all = new AnswerParts();
    const [first, second] = [0, 1].map((number) => new StepParts(all, number, readStep(output), 'words'));
    for (const [step, words] of [
      [second, 'B'],
      [first, 'A'],
      [second, 'b'],
      [first, 'a'],
    ] as const)
      step?.apply(readDelta(text(words)));
    first?.apply(readDelta(image));

    assert.deepEqual(all.all, [shown('Aa'), picture, shown('Bb')]);
  });
});
