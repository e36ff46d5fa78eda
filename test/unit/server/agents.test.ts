import assert from 'node:assert/strict';
import { once, withServer } from './harness';

const agent = 'antigravity-preview-09-2026';
const base = { agent, input: 'Hello', environment: 'remote', background: true } as const;
const picture = { type: 'image', uri: 'https://e.example/a.png', mime_type: 'image/png' };
const search = { type: 'file_search', file_search_store_names: ['fileSearchStores/a'] };

const refused: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  ['no sandbox', { environment: undefined }, /400 .*'environment'/],
  ['a sandbox that is not there', { environment: 'env_9' }, /404 .*Environment 'env_9' not found/],
  ['a field of models', { generation_config: { thinking_level: 'low' } }, /400 .*generation_config/],
  ['the configuration of another agent', { agent_config: { type: 'deep-research' } }, /400 .*agent_config\.type/],
  ['a shape of the answer', { response_format: { type: 'text' } }, /400 .*response_format/],
  ['a service tier', { service_tier: 'flex' }, /400 .*service_tier/],
  ['a tool it lacks', { tools: [search] }, /400 .*file_search/],
  ['nothing stored', { store: false, background: false }, /400 .*'store'/],
  [
    'a host without its field',
    { environment: { type: 'remote', network: { allowlist: ['a.example'] } } },
    /400 .*environment.network/,
  ],
  ['a picture that lies elsewhere', { input: [{ type: 'user_input', content: [picture] }] }, /400 .*inline images/],
];

describe('local server: an agent in a sandbox', () => {
  for (const [what, body, message] of refused) {
    it(
      `refuses ${what}`,
      withServer(async (server, ai) => {
        await assert.rejects(ai.interactions.create({ ...base, ...body } as typeof base, once), (error: Error) => {
          return message.test(error.message.replaceAll('\n', ' '));
        });
        assert.equal(server.environments().size, 0);
      }),
    );
  }

  it(
    'says its sandbox, keeps it for the next task, and does not know it once it is gone',
    withServer(
      async (server, ai) => {
        const unary = { ...base, background: false } as const;
        const first = await ai.interactions.create(unary, once);
        assert.equal(first.environment_id, 'env_0001');
        const next = { ...unary, environment: 'env_0001', previous_interaction_id: first.id };
        assert.equal((await ai.interactions.create(next, once)).environment_id, 'env_0001');
        assert.equal(server.environments().get('env_0001')?.tasks, 2);
        server.forgetEnvironment('env_0001');
        await assert.rejects(ai.interactions.create(next, once), /404/);
      },
      { researchMs: 0 },
    ),
  );

  it(
    'stops at its budget, as a number or as text',
    withServer(
      async (_, ai) => {
        for (const max_total_tokens of ['10', 10 as unknown as string]) {
          const agent_config = { type: 'antigravity', max_total_tokens } as const;
          const { status } = await ai.interactions.create({ ...base, background: false, agent_config }, once);
          assert.equal(status, 'incomplete');
        }
      },
      { researchMs: 0 },
    ),
  );
});
