import assert from 'node:assert/strict';
import { models } from '../../server/modelCatalogue';
import { send, withServer } from './harness';

describe('local server: its models', () => {
  it(
    'are listed page by page, each once',
    withServer(async (server, ai) => {
      const names: string[] = [];
      for await (const model of await ai.models.list({ config: { pageSize: 7 } })) names.push(model.name ?? '');
      assert.deepEqual(
        names,
        models.map(({ id }) => `models/${id}`),
      );
      assert.equal(server.requests.length, Math.ceil(models.length / 7));
    }),
  );

  it(
    'fit on one page unless asked otherwise, and carry what a client chooses by',
    withServer(async (server, ai) => {
      const pager = await ai.models.list();
      const flash = pager.page.find((model) => model.name === 'models/gemini-3.8-flash');
      assert.equal(flash?.inputTokenLimit, 1_048_576);
      assert.equal(flash?.outputTokenLimit, 65_536);
      assert.ok(flash?.supportedActions?.includes('generateContent'));
      assert.equal(flash?.displayName, 'Gemini 3.8 Flash');
      assert.equal(server.requests.length, 1);
    }),
  );

  it(
    'include some that are not for chat, and not the agents',
    withServer(async (_, ai) => {
      const pager = await ai.models.list();
      const names = pager.page.map((model) => model.name ?? '');
      assert.ok(names.some((name) => name.includes('tts')) && names.some((name) => name.includes('embedding')));
      assert.ok(!names.some((name) => /deep-research|antigravity/.test(name)));
    }),
  );

  it(
    'can be looked up one by one',
    withServer(async (_, ai) => {
      assert.equal((await ai.models.get({ model: 'gemini-4-carbon' })).displayName, 'Gemini 4 Carbon');
      await assert.rejects(ai.models.get({ model: 'gemini-1.5-pro' }), { status: 404 });
    }),
  );

  it(
    'are not listed for a page nobody issued',
    withServer(async (server) => {
      for (const query of ['pageToken=MA', 'pageToken=nonsense', 'pageSize=-1', 'pageSize=x']) {
        assert.equal((await send(server, `/v1/models?${query}`)).status, 400, query);
      }
    }),
  );
});
