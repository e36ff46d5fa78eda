import assert from 'node:assert/strict';
import { modelFacts, priceOn, thinkingLevelOf, thinkingLevelsOf } from '../../../../src/core/models/modelFacts';
import { modelTable } from '../../../../src/core/models/modelTable';

describe('what is known of models', () => {
  it('leaves a level out that the model lacks, and asks an unknown model for any', () => {
    assert.equal(thinkingLevelOf('gemini-3.8-flash', 'high'), 'high');
    assert.equal(thinkingLevelOf('gemini-3.8-flash', 'xhigh'), undefined);
    assert.equal(thinkingLevelOf('gemini-4-hydrogen', 'xhigh'), 'xhigh');
    assert.equal(thinkingLevelOf('gemini-4-hydrogen', 'model'), undefined);
    assert.equal(thinkingLevelOf('gemini-9-none', 'minimal'), 'minimal');
    assert.deepEqual(thinkingLevelsOf('gemini-9-none'), ['minimal', 'low', 'medium', 'high', 'xhigh']);
    assert.ok(!thinkingLevelsOf('gemini-4-hydrogen').includes('minimal'));
  });

  it('knows the price of a day, the last day of an offer included', () => {
    assert.equal(priceOn('gemini-3.8-flash', '2026-12-31')?.input, 0.75);
    assert.equal(priceOn('gemini-3.8-flash', '2027-01-01')?.input, 1.5);
    assert.equal(priceOn('gemini-9-none', '2027-01-01'), undefined);
  });

  it('replaces no model by one that is retired itself, and has prices that only grow old', () => {
    for (const [model, { retires, replacedBy, prices = [] }] of Object.entries(modelTable.models)) {
      if (retires !== undefined) assert.notEqual(replacedBy, undefined, model);
      if (replacedBy !== undefined) assert.equal(modelFacts(replacedBy)?.replacedBy, undefined, model);
      const ends = prices.map(({ until }) => until ?? '9999-12-31');
      assert.deepEqual(ends, ends.toSorted(), model);
    }
  });
});
