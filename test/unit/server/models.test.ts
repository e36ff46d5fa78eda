import assert from 'node:assert/strict';
import { agents } from '../../server/agentCatalogue';
import { models } from '../../server/modelCatalogue';
import type { ApiVersion } from '../../server/wire';
import { clientOf, send, withServer } from './harness';

const onBetaOnly = [
  'gemini-flash-latest',
  'gemini-flash-lite-latest',
  'gemini-pro-latest',
  'gemini-3.1-pro-preview-customtools',
];

describe('local server: its models', () => {
  it(
    'are listed page by page, each once',
    withServer(async (server, ai) => {
      const names: string[] = [];
      for await (const model of await ai.models.list({ config: { pageSize: 7 } })) names.push(model.name ?? '');
      const expected = [
        ...models.filter(({ id }) => !onBetaOnly.includes(id)),
        ...agents.filter(({ isOwn }) => !isOwn),
      ];
      assert.deepEqual(
        names,
        expected.map(({ id }) => `models/${id}`),
      );
      assert.equal(server.requests.length, Math.ceil(expected.length / 7));
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
    'include some that are not for chat, and the agents as if they generated content',
    withServer(async (_, ai) => {
      const { page } = await ai.models.list();
      const names = page.map((model) => model.name ?? '');
      assert.ok(names.some((name) => name.includes('tts')) && names.some((name) => name.includes('embedding')));
      const listed = page.filter(({ name }) => agents.some(({ id }) => name === `models/${id}`));
      assert.equal(listed.length, 4);
      assert.ok(listed.every(({ supportedActions }) => supportedActions?.includes('generateContent')));
    }),
  );

  it(
    'include on v1beta what v1 does not have',
    withServer(async (server) => {
      const idsOn = async (version: ApiVersion) =>
        (await clientOf(server, 'k', version).models.list()).page.map(({ name = '' }) => name.replace('models/', ''));
      const [v1, v1beta] = [await idsOn('v1'), await idsOn('v1beta')];
      assert.deepEqual(
        v1beta.filter((id) => !v1.includes(id)),
        onBetaOnly,
      );
      assert.ok(v1.every((id) => v1beta.includes(id)));
      await assert.rejects(clientOf(server).models.get({ model: 'gemini-pro-latest' }), { status: 404 });
      const beta = clientOf(server, 'k', 'v1beta');
      assert.equal((await beta.models.get({ model: 'gemini-pro-latest' })).name, 'models/gemini-pro-latest');
    }),
  );

  it(
    'include the agents only where agents are',
    withServer(
      async (server) => {
        assert.doesNotMatch((await send(server, '/v1/models')).text, /deep-research/);
        assert.match((await send(server, '/v1beta/models')).text, /deep-research/);
      },
      { agentsOn: 'v1beta' },
    ),
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
