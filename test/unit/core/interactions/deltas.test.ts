import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { mediaTypes } from '../../../../src/core/interactions/content';
import { readDelta } from '../../../../src/core/interactions/deltas';
import { serverCallTypes, serverResultTypes } from '../../../../src/core/interactions/steps';

/** A delta as it is read, without its wire form, which is what it was read from. */
function read(wire: JsonObject): unknown {
  const { wire: kept, ...delta } = readDelta(wire);
  assert.equal(kept, wire);
  return delta;
}

describe('a delta of the wire', () => {
  it('is text, also where the type is left out', () => {
    assert.deepEqual(read({ type: 'text', text: 'A' }), { type: 'text', text: 'A' });
    assert.deepEqual(read({ text: 'A' }), { type: 'text', text: 'A' });
    assert.deepEqual(read({ type: 'text', text: '' }), { type: 'text', text: '' });
  });

  it('brings citations', () => {
    const type = 'text_annotation_delta';

    assert.deepEqual(read({ type, annotations: [{ type: 'word_info' }, 'odd'] }), {
      type,
      annotations: [{ type: 'word_info', wire: { type: 'word_info' } }],
    });
  });

  it('brings a part of a thought, or its signature', () => {
    const content = { type: 'text', text: 'Hm', annotations: [] };

    assert.deepEqual(read({ type: 'thought_summary', content }), { type: 'thought_summary', content });
    assert.deepEqual(read({ type: 'thought_signature', signature: 'S' }), {
      type: 'thought_signature',
      signature: 'S',
    });
    assert.deepEqual(read({ type: 'thought_signature' }), { type: 'thought_signature', signature: '' });
  });

  it('brings arguments as a piece of JSON, or as fields', () => {
    const type = 'arguments_delta';

    assert.deepEqual(read({ type, arguments: '{"a":' }), { type, json: '{"a":' });
    assert.deepEqual(read({ type, arguments: { a: 1 } }), { type, json: '', fields: { a: 1 } });
    assert.deepEqual(read({ type }), { type, json: '' });
  });

  it('brings media', () => {
    for (const type of mediaTypes) {
      const wire = { type, mime_type: 'x/y', data: 'AA' };
      assert.deepEqual(read(wire), { type, content: { type, mimeType: 'x/y', data: 'AA' } });
    }
  });

  it('brings fields of a tool step', () => {
    for (const type of ['function_result', ...serverCallTypes, ...serverResultTypes]) {
      assert.deepEqual(read({ type, text: 'not a text' }), { type });
    }
  });

  it('of a future type keeps its wire form', () => {
    for (const wire of [{ type: 'hologram', text: 'A' }, { type: 'text' }, { text: 5 }, {}]) {
      assert.deepEqual(read(wire), { type: 'unknown' });
    }
    for (const odd of ['A', null, undefined, [1]]) assert.deepEqual(readDelta(odd), { type: 'unknown', wire: {} });
  });
});
