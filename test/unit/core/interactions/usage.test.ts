import assert from 'node:assert/strict';
import { addUsage, readUsage } from '../../../../src/core/interactions/usage';

const usage = { input: 1, output: 2, thought: 3, toolUse: 4, cached: 5, total: 10, grounding: { google_search: 2 } };

describe('the usage of the wire', () => {
  it('has each count, and the paid look-ups of each tool', () => {
    assert.deepEqual(
      readUsage({
        ...{ total_input_tokens: 1, total_output_tokens: 2, total_thought_tokens: 3, total_tool_use_tokens: 4 },
        ...{ total_cached_tokens: 5, total_tokens: 10 },
        grounding_tool_count: [{ type: 'google_search', count: 2 }, { type: 'google_maps' }, { count: 7 }, 'odd'],
      }),
      { ...usage, grounding: { google_search: 2, google_maps: 0 } },
    );
  });

  it('counts what is missing as none, and is undefined where there is none', () => {
    const none = { input: 0, output: 0, thought: 0, toolUse: 0, cached: 0, total: 0, grounding: {} };

    assert.deepEqual(readUsage({ total_tokens: 'many', grounding_tool_count: {} }), none);
    for (const value of [undefined, null, 5, []]) assert.equal(readUsage(value), undefined);
  });
});

describe('the usage of two requests', () => {
  it('is the sum of all counts, by tool', () => {
    const other = { ...usage, grounding: { google_search: 3, google_maps: 1 } };

    assert.deepEqual(addUsage(usage, other), {
      ...{ input: 2, output: 4, thought: 6, toolUse: 8, cached: 10, total: 20 },
      grounding: { google_search: 5, google_maps: 1 },
    });
    assert.deepEqual(usage.grounding, { google_search: 2 });
  });

  it('is that of one where the other has none', () => {
    assert.equal(addUsage(usage, undefined), usage);
    assert.equal(addUsage(undefined, usage), usage);
    assert.equal(addUsage(undefined, undefined), undefined);
  });
});
