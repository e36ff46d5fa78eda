import assert from 'node:assert/strict';
import { pendingCalls } from '../../../../src/core/interactions/functionCalls';

const call = (id: string) => ({ type: 'function_call', id, name: 'read', arguments: { path: `${id}.ts` } });
const result = (id: string) => ({ type: 'function_result', call_id: id, name: 'read', result: 'x' });

describe('the calls of functions that have no result yet', () => {
  it('are those whose id no result names, in their order, with what they ask', () => {
    const output = { type: 'model_output', content: [] };
    const search = { type: 'google_search_call', id: 's' };

    assert.deepEqual(
      pendingCalls([call('a'), call('b'), output, search, result('b'), call('c')]).map(
        ({ type, id, name, arguments: given }) => [type, id, name, given],
      ),
      [
        ['function_call', 'a', 'read', { path: 'a.ts' }],
        ['function_call', 'c', 'read', { path: 'c.ts' }],
      ],
    );
  });

  it('are none once each has its result, and where nothing is called', () => {
    assert.deepEqual(pendingCalls([call('a'), result('a')]), []);
    assert.deepEqual(pendingCalls([]), []);
  });

  it('stay where only a tool of the service gave a result', () => {
    assert.equal(pendingCalls([call('a'), { type: 'google_search_result', call_id: 'a' }]).length, 1);
  });
});
