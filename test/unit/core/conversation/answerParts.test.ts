import assert from 'node:assert/strict';
import { AnswerParts } from '../../../../src/core/conversation/answerParts';
import type { AnswerChange } from '../../../../src/parts/answerChange';
import type { AnswerPart } from '../../../../src/parts/answerPart';
import type { Citation } from '../../../../src/parts/citation';
import { mirror } from './answerUnderTest';

const text = (words: string): AnswerPart => ({ kind: 'text', text: words });
const thought = (words: string): AnswerPart => ({ kind: 'thought', text: words });
const cited = (url: string): Citation => ({ type: 'url', url, title: '', start: 0, end: 1 });
const media: AnswerPart = { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AA' };
const call = (step: string, more: object = {}): AnswerPart => {
  return { kind: 'toolCall', step, id: 'c', name: '', arguments: {}, ...more };
};
const result: AnswerPart = {
  kind: 'toolResult',
  step: 'url_context_result',
  callId: 'c',
  name: '',
  result: ['a'],
  isError: false,
};

/** Parts, of which each is an item of the one step, or has a place as step and item. */
function partsOf(...values: readonly AnswerPart[]) {
  const all = new AnswerParts();
  const add = (value: AnswerPart, step = 0, item = all.all.length, read = (): AnswerPart | undefined => undefined) =>
    all.add({ step, item, read }, value);
  return { all, add, parts: values.map((value) => add(value).part) };
}

describe('where a part of an answer comes', () => {
  it('is at the end where steps come one after the other', () => {
    const { all, add } = partsOf();

    assert.deepEqual(add(text('a'), 0, -1).change, { type: 'partAdded', part: text('a') });
    assert.deepEqual(add(text('b'), 0, 0).change, { type: 'partAdded', part: text('b') });
    assert.deepEqual(add(text('c'), 0, 0).change, { type: 'partAdded', part: text('c') });
    assert.deepEqual(add(text('d'), 2, -1).change, { type: 'partAdded', part: text('d') });
    assert.deepEqual(all.all, ['a', 'b', 'c', 'd'].map(text));
  });

  it('is before the parts of later steps and items, which are counted on by what they gain', () => {
    const { all, add } = partsOf();
    const changes: AnswerChange[] = [];
    const put = (words: string, step: number, item: number) => {
      const { part, change } = add(text(words), step, item);
      changes.push(change);
      return part;
    };
    const first = put('a', 0, 0);
    const last = put('d', 2, 0);
    const third = put('c', 1, 1);
    const second = put('b', 1, 0);
    for (const part of [first, second, third, last]) changes.push(...all.grow(part, '!'));

    assert.deepEqual(changes.slice(2), [
      { type: 'partAdded', part: text('c'), at: 1 },
      { type: 'partAdded', part: text('b'), at: 1 },
      ...[0, 1, 2, 3].map((part) => ({ type: 'partGrew', part, text: '!' })),
    ]);
    assert.deepEqual(all.all, ['a!', 'b!', 'c!', 'd!'].map(text));
    const mirrored: AnswerPart[] = [];
    for (const change of changes) mirror(mirrored, change);
    assert.deepEqual(mirrored, all.all);
  });
});

describe('what an answer has so far', () => {
  it('is a use to somebody beside thoughts and the traces of tools', () => {
    const useful = [media, { kind: 'unknown', text: '{}' } as const, text(' a '), call('function_call')];
    for (const part of useful) assert.ok(partsOf(thought('a'), part).all.hasOutput, JSON.stringify(part));
    for (const part of [thought('a'), text(' \n'), call('google_search_call'), result])
      assert.ok(!partsOf(part).all.hasOutput, JSON.stringify(part));
    assert.ok(!partsOf().all.hasOutput);
  });

  it('is as long as its texts, without thoughts and tools', () => {
    const { all, parts } = partsOf(thought('abc'), text('🚀'), media, call('function_call'), text('é'));
    assert.equal(all.textLength, 3);

    for (const part of parts) all.grow(part, 'xy');

    assert.equal(all.textLength, 7);
    assert.deepEqual(
      [0, 2, 3, 5].map((index) => all.kindOf(index)),
      ['thought', 'media', 'toolCall', undefined],
    );
  });
});

describe('a part that grows', () => {
  it('has more text at its end: of a text, a thought, or the arguments of a call', () => {
    const { all, parts } = partsOf(text('a'), thought('b'), call('function_call'), media, result);

    const changes = parts.flatMap((part) => [...all.grow(part, 'x'), ...all.grow(part, ''), ...all.grow(part, 'y')]);

    assert.deepEqual(
      changes,
      [0, 1, 2].flatMap((part) => ['x', 'y'].map((more) => ({ type: 'partGrew', part, text: more }))),
    );
    assert.deepEqual(all.all, [
      ...[text('axy'), thought('bxy')],
      ...[call('function_call', { argumentsText: 'xy' }), media, result],
    ]);
  });

  it('is a call as its step has it by now, while its arguments come as text', () => {
    const { all, add } = partsOf();
    const whole = call('function_call', { arguments: { a: 1 } });
    const { part } = add(call('function_call'), 0, -1, () => whole);
    assert.deepEqual(all.all, [call('function_call')]);

    all.grow(part, '{"a":1}');

    assert.deepEqual(all.all, [whole]);
  });

  it('has its citations behind those that it had, and is told of no gain where there is none', () => {
    const { all, parts } = partsOf({ kind: 'text', text: 'a', citations: [cited('a')] }, text('b'));
    const [first, second] = parts;
    assert.ok(first && second);

    assert.deepEqual(all.cite(first, []), []);
    assert.deepEqual(all.cite(first, [cited('b'), cited('c')]), [
      { type: 'partGained', part: 0, gain: { kind: 'text', citations: [cited('b'), cited('c')] } },
    ]);
    all.cite(second, [cited('d')]);

    assert.deepEqual(all.all, [
      { kind: 'text', text: 'a', citations: ['a', 'b', 'c'].map(cited) },
      { kind: 'text', text: 'b', citations: [cited('d')] },
    ]);
  });

  it('has its results behind those that it had, until it is replaced', () => {
    const { all, parts } = partsOf(text('a'), result);
    const [, part] = parts;
    assert.ok(part);

    assert.deepEqual(all.addResult(part, ['b']), [
      { type: 'partGained', part: 1, gain: { kind: 'toolResult', result: ['b'] } },
    ]);
    assert.deepEqual(all.all[1], { ...result, result: ['a', 'b'] });

    assert.deepEqual(all.replace(part, result), [{ type: 'partReplaced', part: 1, value: result }]);
    assert.deepEqual(all.all[1], result);
  });

  it('leaves what was read before as it was', () => {
    const given = text('a');
    const { all, parts } = partsOf(given);
    const before = all.all;
    for (const part of parts) all.grow(part, 'b');

    assert.deepEqual([given, before], [text('a'), [text('a')]]);
  });

  it('keeps to its kind, whatever it is told that it gains', () => {
    const single: AnswerPart = { ...result, result: 'one' };
    const { all, parts } = partsOf(media, result, single, thought('a'));
    for (const part of parts) {
      all.cite(part, [cited('a')]);
      all.addResult(part, ['b']);
    }

    assert.deepEqual(all.all, [media, { ...result, result: ['a', 'b'] }, single, thought('a')]);
  });
});
