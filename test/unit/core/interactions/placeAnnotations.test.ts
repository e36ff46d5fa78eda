import assert from 'node:assert/strict';
import type { JsonObject, JsonValue } from '../../../../src/core/base/json';
import { isTextItem, placeAnnotations } from '../../../../src/core/interactions/placeAnnotations';

const text = (words: string): JsonObject => ({ type: 'text', text: words });
const image = { type: 'image', mime_type: 'image/png', data: 'AA' };
const at = (start: number, end: number): JsonObject => ({ type: 'url_citation', start_index: start, end_index: end });

/** The annotations by the number of their item. */
function placed(items: readonly JsonValue[], ...annotations: readonly JsonObject[]): unknown {
  return Object.fromEntries(placeAnnotations(items, annotations));
}

describe('an item of a step that is text', () => {
  it('has a text, and says so or says nothing of its type', () => {
    assert.ok(isTextItem({ type: 'text', text: '' }));
    assert.ok(isTextItem({ text: 'A' }));
    for (const other of [{ type: 'text' }, { type: 'image', text: 'A' }, { type: 'text', text: 5 }, 'text', undefined])
      assert.ok(!isTextItem(other), JSON.stringify(other));
  });
});

describe('annotations of a stream', () => {
  it('stay as they are where the step has one text', () => {
    assert.deepEqual(placed([image, text('One.')], at(0, 4), at(90, 99)), { 1: [at(0, 4), at(90, 99)] });
    const ended = { type: 'url_citation', end_index: 4 };
    assert.deepEqual(placed([text('One.')], ended), { 0: [ended] });
  });

  it('belong to the text in which they end, and count from its beginning', () => {
    // Three bytes and two.
    const items = [text('aé'), image, text('é'), text('c')];

    assert.deepEqual(placed(items, at(0, 3)), { 0: [at(0, 3)] });
    assert.deepEqual(placed(items, at(3, 4)), { 2: [at(0, 1)] });
    assert.deepEqual(placed(items, at(3, 5), at(5, 6)), { 2: [at(0, 2)], 3: [at(0, 1)] });
    assert.deepEqual(placed(items, at(1, 5)), { 2: [at(0, 2)] });
    assert.deepEqual(placed(items, at(6, 90)), { 3: [at(1, 85)] });
  });

  it('keep their other fields, and begin at the text where they say only their end', () => {
    const cited = { type: 'url_citation', url: 'u', end_index: 3 };

    assert.deepEqual(placed([text('a'), text('bcd')], cited), { 1: [{ ...cited, start_index: 0, end_index: 2 }] });
  });

  it('without a place belong to the last text as they are', () => {
    const word = { type: 'word_info', start_index: 2 };

    assert.deepEqual(placed([text('a'), text('b'), image], word), { 1: [word] });
    assert.deepEqual(placed([image, text('a')], word), { 1: [word] });
    assert.deepEqual(placed([text('a'), text('b'), text('c')], word), { 2: [word] });
  });
});
