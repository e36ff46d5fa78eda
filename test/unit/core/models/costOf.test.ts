import assert from 'node:assert/strict';
import type { Usage } from '../../../../src/core/interactions/usage';
import { costOf } from '../../../../src/core/models/costOf';

const none: Usage = { input: 0, output: 0, thought: 0, toolUse: 0, cached: 0, total: 0, grounding: {} };
const million = 1_000_000;

describe('what tokens cost', () => {
  it('counts thoughts as output, and what tools bring as input', () => {
    const usage = { ...none, input: million, output: million, thought: million, toolUse: million };
    assert.equal(costOf('gemini-3.8-flash', usage, '2026-11-29'), 2 * 0.75 + 2 * 3.75);
  });

  it('counts cached input at its own price where that is known, and as any other where it is not', () => {
    const usage = { ...none, input: million, cached: million / 2 };
    assert.equal(costOf('gemini-4-hydrogen', usage, '2026-11-29'), 0.75 + 0.0375);
    assert.equal(costOf('gemini-3.8-flash', usage, '2026-11-29'), 0.75);
  });

  it('goes by the day, and by the length of the input where that has a price', () => {
    const usage = { ...none, input: 300_000 };
    assert.equal(costOf('gemini-3.8-flash', usage, '2027-01-01'), 0.45);
    assert.equal(costOf('gemini-3.1-pro-preview', usage, '2026-11-29'), 1.2);
    assert.equal(costOf('gemini-3.1-pro-preview', { ...none, input: 200_000 }, '2026-11-29'), 0.4);
  });

  it('is not known of a model without a price', () => {
    assert.equal(costOf('gemini-9-none', { ...none, input: 1 }, '2026-11-29'), undefined);
  });
});
