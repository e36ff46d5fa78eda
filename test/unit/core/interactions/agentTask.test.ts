import assert from 'node:assert/strict';
import { agentTask, antigravity, isOwnAgent } from '../../../../src/core/interactions/agents';

const open = { maxTotalTokens: 0, network: ['*'] };
const source = { type: 'inline', target: 'a.ts', content: 'a' };

describe('a task for an agent', () => {
  it('has a limit of tokens only where the user set one', () => {
    assert.equal(agentTask(antigravity, open).config, undefined);
    assert.deepEqual(agentTask(antigravity, { ...open, maxTotalTokens: 1 }), {
      id: antigravity,
      config: { type: 'antigravity', max_total_tokens: 1 },
      environment: 'remote',
    });
  });

  it('with all of the network works in the sandbox of before, or in the one that its agent brings', () => {
    assert.deepEqual(agentTask(antigravity, open, 'env_1'), { id: antigravity, environment: 'env_1' });
    assert.deepEqual(agentTask('reviewer', open, 'env_1'), { id: 'reviewer', environment: 'env_1' });
    assert.deepEqual(agentTask('reviewer', open), { id: 'reviewer' });
  });

  it('is told each time which hosts it may reach, where these are not all', () => {
    const some = { ...open, network: ['a.example', '*.b.example'] };
    const allowlist = [{ domain: 'a.example' }, { domain: '*.b.example' }];

    assert.deepEqual(agentTask(antigravity, some).environment, { type: 'remote', network: { allowlist } });
    assert.deepEqual(agentTask('reviewer', { ...open, network: [] }, 'env_1').environment, {
      type: 'remote',
      environment_id: 'env_1',
      network: 'disabled',
    });
  });

  it('brings files into its sandbox', () => {
    assert.deepEqual(agentTask(antigravity, open, 'env_1', [source]).environment, {
      type: 'remote',
      environment_id: 'env_1',
      sources: [source],
    });
    assert.deepEqual(agentTask('reviewer', { ...open, network: [] }, undefined, [source]).environment, {
      type: 'remote',
      sources: [source],
      network: 'disabled',
    });
  });

  it('goes to an agent of the project where it is none of Google’s', () => {
    assert.deepEqual(['reviewer', 'my-antigravity-1', antigravity].map(isOwnAgent), [true, true, false]);
  });
});
