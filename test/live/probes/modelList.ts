import { type JsonObject, objectsField, textField } from '../../../src/core/base/json';
import { models as known } from '../../server/modelCatalogue';
import { type Call, model } from '../calls';
import type { LiveApi } from '../liveApi';
import { type Probe, sendFirst, shared } from '../probe';

const head = { assumption: 11 };
const pageOf = (token: string): Call => ({
  method: 'GET',
  path: `/v1/models?pageSize=200${token === '' ? '' : `&pageToken=${encodeURIComponent(token)}`}`,
});
const mostPages = 10;
export const agentName = /deep-research|antigravity|code-mender/;

const listed = shared(async (api: LiveApi) => {
  const all: JsonObject[] = [];
  let token = '';
  for (let page = 0; page < mostPages; page += 1) {
    const { body } = await sendFirst(api, pageOf(token));
    all.push(...objectsField(body, 'models'));
    token = textField(body, 'nextPageToken') ?? '';
    if (token === '') break;
  }
  return all;
});

const agents = { ...head, id: 'list-agents', title: 'agents in the list of models', assumed: 'agents are in it' };
const fields = {
  ...head,
  id: 'list-default',
  title: `what the list says of ${model}`,
  assumed: 'generateContent, thinking: true',
};
const ids = { ...head, id: 'list-known', title: 'models that we do not know', assumed: '0 unknown' };

export const modelList: readonly Probe[] = [
  {
    ...agents,
    requests: () => [pageOf('')],
    run: async (api) => {
      const found = idsOf(await listed(api), api).filter((id) => agentName.test(id));
      const seen = found.length > 0 ? agents.assumed : 'none in it';
      return { seen, same: found.length > 0, facts: { agents: found } };
    },
  },
  {
    ...fields,
    requests: () => [pageOf('')],
    run: async (api) => {
      const entry = (await listed(api)).find(({ name }) => name === `models/${model}`);
      if (!entry) return { seen: 'it is not in the list', same: false };
      const { supportedGenerationMethods: methods } = entry;
      const names = Array.isArray(methods) ? api.redactor.words(methods) : [];
      const thinks = `thinking: ${api.redactor.word(entry.thinking)}`;
      const seen = names.includes('generateContent') ? `generateContent, ${thinks}` : `no generateContent, ${thinks}`;
      const facts = { methods: names, fields: api.redactor.words(Object.keys(entry)) };
      return { seen, same: seen === fields.assumed, facts };
    },
  },
  {
    ...ids,
    requests: () => [pageOf('')],
    run: async (api) => {
      const found = idsOf(await listed(api), api).filter((id) => !agentName.test(id));
      const unknown = found.filter((id) => !known.some((entry) => entry.id === id));
      const missing = known.map(({ id }) => id).filter((id) => !found.includes(id));
      const facts = { unknown, missing, listed: found.length };
      return { seen: `${unknown.length} unknown`, same: unknown.length === 0, facts };
    },
  },
];

function idsOf(entries: readonly JsonObject[], { redactor }: LiveApi): readonly string[] {
  return entries.map((entry) => redactor.word((textField(entry, 'name') ?? '').replace(/^models\//, '')));
}
