import assert from 'node:assert/strict';
import type { LocalServer } from '../../server/localServer';
import { clientOf, model, once, send, untilStatus, withServer } from './harness';

const agent = 'deep-research-preview-04-2026';
const research = { agent, input: 'Batteries in 2026', background: true, store: true };
const quick = { researchMs: 20 };

async function startOn(server: LocalServer, version: string, body: object): Promise<string> {
  const { status, text } = await send(server, `/${version}/interactions`, { body });
  return status === 200 ? 'started' : `${status} ${JSON.parse(text).error.code}`;
}

describe('local server: its two versions', () => {
  it(
    'share what is stored',
    withServer(async (server, ai) => {
      const beta = clientOf(server, 'k', 'v1beta');
      const { id } = await beta.interactions.create({ model, input: 'My name is Ada' }, once);
      assert.equal((await ai.interactions.get(id, {}, once)).status, 'completed');
      const next = { model, input: 'What is my name?', previous_interaction_id: id };
      assert.equal((await ai.interactions.create(next, once)).output_text, 'Your name is Ada.');
      await ai.interactions.delete(id, {}, once);
      await assert.rejects(beta.interactions.get(id, {}, once), { status: 404 });
    }),
  );

  it(
    'have most models in common, and some on v1beta only',
    withServer(async (server) => {
      const common = ['gemini-4-hydrogen', 'gemini-3.1-pro-preview', 'gemini-3-flash-preview'];
      for (const id of common) {
        assert.equal(await startOn(server, 'v1', { model: id, input: 'hi' }), 'started', id);
        assert.equal(await startOn(server, 'v1beta', { model: id, input: 'hi' }), 'started', id);
      }
      for (const id of ['gemini-flash-latest', 'gemini-3.1-pro-preview-customtools']) {
        assert.equal(await startOn(server, 'v1', { model: id, input: 'hi' }), '404 model_not_found', id);
        assert.equal(await startOn(server, 'v1beta', { model: id, input: 'hi' }), 'started', id);
      }
    }),
  );

  it(
    'take the models that a test names for v1beta only',
    withServer(async (server) => {
      server.betaOnlyModels = ['gemini-3-flash-preview'];
      const preview = { model: 'gemini-3-flash-preview', input: 'hi' };
      assert.equal(await startOn(server, 'v1', preview), '404 model_not_found');
      assert.equal(await startOn(server, 'v1beta', preview), 'started');
      const customTools = { model: 'gemini-3.1-pro-preview-customtools', input: 'hi' };
      assert.equal(await startOn(server, 'v1', customTools), 'started');
      assert.equal(await startOn(server, 'v1', { model: 'gemini-pro-latest', input: 'hi' }), '404 model_not_found');
    }),
  );

  it(
    'both start agents, until a test says which of them does',
    withServer(async (server, ai) => {
      assert.equal(await startOn(server, 'v1', research), 'started');
      assert.equal(await startOn(server, 'v1beta', research), 'started');
      server.agentsOn = 'v1beta';
      assert.equal(await startOn(server, 'v1', research), '404 not_found');
      assert.equal(await startOn(server, 'v1beta', research), 'started');
      const [, , id = ''] = server.interactions().keys();
      assert.equal((await untilStatus(ai, id, 'completed')).agent, agent);
      server.agentsOn = 'v1';
      assert.equal(await startOn(server, 'v1', research), 'started');
      assert.equal(await startOn(server, 'v1beta', research), '404 not_found');
    }, quick),
  );

  it(
    'know the four thinking levels of Gemini 4 Hydrogen',
    withServer(async (server) => {
      for (const thinking_level of ['low', 'medium', 'high', 'xhigh']) {
        const body = { model: 'gemini-4-hydrogen', input: 'hi', generation_config: { thinking_level } };
        assert.equal(await startOn(server, 'v1', body), 'started', thinking_level);
      }
    }),
  );
});
