import assert from 'node:assert/strict';
import { agentNamed, antigravity, isResearchAgent, nameOfAgent } from '../../../../src/core/interactions/agents';
import { modelLabel } from '../../../../src/parts/modelLabel';

describe('the name of an agent among those of models', () => {
  it('is known by what stands before it, or is Google’s own', () => {
    assert.equal(agentNamed(antigravity), antigravity);
    assert.equal(agentNamed('agents/reviewer'), 'reviewer');
    for (const model of ['gemini-3.8-flash', 'reviewer', 'agents/', 'agents/ ', '']) {
      assert.equal(agentNamed(model), undefined);
    }
  });

  it('leads back to the same agent', () => {
    for (const id of [antigravity, 'reviewer', 'gemini-like']) assert.equal(agentNamed(nameOfAgent(id)), id);
  });

  it('of research leads there, however it is written', () => {
    for (const name of ['deep-research', 'deep-research-max-preview-04-2026', 'agents/deep-research-preview-04-2026']) {
      assert.ok(isResearchAgent(name), name);
    }
    assert.ok(!isResearchAgent('agents/my-deep-research'));
  });

  it('is short for people', () => {
    assert.equal(modelLabel(antigravity), 'Antigravity');
    assert.equal(modelLabel('deep-research-max-preview-04-2026'), 'Deep Research Max');
    assert.equal(modelLabel('agents/reviewer'), 'Reviewer');
    assert.equal(modelLabel('gemini-3.1-pro-preview'), '3.1 Pro Preview');
  });

  it('is taken without the blanks around it', () => {
    assert.equal(agentNamed('agents/ reviewer '), 'reviewer');
    assert.equal(agentNamed('my-antigravity-1'), undefined);
    assert.equal(nameOfAgent('antigravity-next'), 'antigravity-next');
    assert.equal(nameOfAgent('reviewer'), 'agents/reviewer');
  });

  it('is of no research where it only looks like one', () => {
    for (const name of ['deep-researcher', 'my-deep-research', 'agents/agents/deep-research', 'gemini-3.8-flash', ''])
      assert.ok(!isResearchAgent(name), name);
    assert.ok(isResearchAgent('agents/deep-research'));
  });
});
