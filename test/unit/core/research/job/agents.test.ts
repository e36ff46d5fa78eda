import assert from 'node:assert/strict';
import { againstBudget, agentNow, agentOf } from '../../../../../src/core/research/job/agents';

const fast = agentOf('fast');
const max = agentOf('max');

describe('the agents of research', () => {
  it('are found by their kind and by their id', () => {
    for (const kind of ['fast', 'max'] as const) assert.equal(agentOf(kind).kind, kind);
    for (const agent of [fast, max]) assert.deepEqual(agentNow(agent.id), { agent, isReplaced: false });
  });

  it('take the place of those that Google has switched off, of the same size', () => {
    assert.deepEqual(agentNow('deep-research-preview-01-2025'), { agent: fast, isReplaced: true });
    assert.deepEqual(agentNow('deep-research-max-preview-01-2025'), { agent: max, isReplaced: true });
  });

  it('are held against a budget by what a run usually costs', () => {
    const { least, most } = fast.usually;

    assert.equal(againstBudget(fast, most), 'fine');
    assert.equal(againstBudget(fast, most - 0.01), 'ask');
    assert.equal(againstBudget(fast, least), 'ask');
    assert.equal(againstBudget(fast, least - 0.01), 'refuse');
    for (const none of [0, -1, Number.NaN]) assert.equal(againstBudget(max, none), 'fine', `${none}`);
  });
});
