import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { readStep, readSteps, serverCallTypes, serverResultTypes } from '../../../../src/core/interactions/steps';

/** A step as it is read, without its wire form, which is what it was read from. */
function read(wire: JsonObject): unknown {
  const { wire: kept, ...step } = readStep(wire);
  assert.equal(kept, wire);
  return step;
}

describe('a step of the wire', () => {
  for (const type of ['user_input', 'model_output'] as const) {
    it(`of the type ${type} has its content`, () => {
      const content = [{ type: 'text', text: 'Why?' }];

      assert.deepEqual(read({ type, content }), { type, content: [{ type: 'text', text: 'Why?', annotations: [] }] });
      assert.deepEqual(read({ type }), { type, content: [] });
    });
  }

  it('that is a thought has its summary and its signature', () => {
    const type = 'thought';

    assert.deepEqual(read({ type, summary: [{ type: 'text', text: 'Hm' }], signature: 'S' }), {
      type,
      summary: [{ type: 'text', text: 'Hm', annotations: [] }],
      signature: 'S',
    });
    assert.deepEqual(read({ type }), { type, summary: [], signature: '' });
  });

  for (const type of ['function_call', ...serverCallTypes] as const) {
    it(`of the type ${type} has its id, its name and its arguments`, () => {
      const fields = { id: 'c1', name: 'read', arguments: { path: 'a.ts' } };

      assert.deepEqual(read({ type, ...fields }), { type, ...fields });
      assert.deepEqual(read({ type }), { type, id: '', name: '', arguments: {} });
    });
  }

  it('that is the result of a function has the call and the name that it belongs to', () => {
    const type = 'function_result';

    assert.deepEqual(read({ type, call_id: 'c1', name: 'read', result: { lines: 3 }, is_error: true }), {
      ...{ type, callId: 'c1', name: 'read', result: { lines: 3 }, isError: true },
    });
    assert.deepEqual(read({ type, is_error: 'yes' }), { type, callId: '', name: '', result: null, isError: false });
  });

  for (const type of serverResultTypes) {
    it(`of the type ${type} has the call that it belongs to`, () => {
      assert.deepEqual(read({ type, call_id: 'c1', result: [1], is_error: true }), {
        ...{ type, callId: 'c1', result: [1], isError: true },
      });
      assert.deepEqual(read({ type, is_error: 1 }), { type, callId: '', result: null, isError: false });
    });
  }

  it('of a future type keeps its wire form alone', () => {
    for (const wire of [{ type: 'hologram', id: 'x' }, { type: 'google_search' }, {}]) {
      assert.deepEqual(read(wire), { type: 'unknown' });
    }
  });
});

describe('the steps of the wire', () => {
  it('are read one by one; what is no step is left out, and what is no list is none', () => {
    assert.deepEqual(
      readSteps([{ type: 'thought' }, 'odd', null, ['odd'], { type: 'model_output' }]).map(({ type }) => type),
      ['thought', 'model_output'],
    );
    assert.deepEqual(readSteps({ type: 'thought' }), []);
    assert.deepEqual(readSteps(undefined), []);
  });
});
