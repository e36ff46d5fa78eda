import { type JsonObject, objectsField } from '../../../src/core/base/json';
import { agentTask, antigravity } from '../../../src/core/interactions/agents';
import { asks, type Call, someId } from '../calls';
import { oneRequest, type Probe, streamFirst } from '../probe';
import { endWords, stepTypesOf, streamFacts } from '../streamWords';

/** Enough for one command and a sentence. Tokens. */
const budget = 30_000;

const file: JsonObject = { type: 'inline', target: '/workspace/ready.txt', content: 'ready\n' };
/** Public and tiny. */
const repository: JsonObject = {
  type: 'repository',
  target: '/workspace/hello',
  source: 'https://github.com/octocat/Hello-World',
};

function task(network: readonly string[], source: JsonObject, command: string, environmentId?: string): Call {
  const limits = { maxTotalTokens: budget, network };
  const { id, config, environment } = agentTask(antigravity, limits, environmentId, [source]);
  const body: JsonObject = {
    agent: id,
    input: [asks(`Please run the command: ${command}. Then say that it is done, and do nothing else.`)],
    stream: true,
    store: true,
    background: true,
    ...(config && { agent_config: config }),
    ...(environment !== undefined && { environment }),
  };
  return { method: 'POST', path: '/v1/interactions', body };
}

/** As the SDK asks for the files below the root. */
function listFiles(id: string): Call {
  const inPath = id === someId ? id : encodeURIComponent(id);
  return { method: 'GET', path: `/v1/environments/${inPath}/files/?page_size=100&recursive=true` };
}

function removeEnvironment(id: string): Call {
  return { method: 'DELETE', path: `/v1/environments/${id === someId ? id : encodeURIComponent(id)}` };
}

const readFile = 'cat /workspace/ready.txt';
const readRepository = task([], repository, 'ls /workspace/hello');

/** As the SDK lists the sandboxes of the key. */
const listAll: Call = { method: 'GET', path: '/v1/environments?page_size=1000' };

const head = { assumption: 17 } as const;
const inSandbox = {
  ...head,
  id: 'agent-task',
  title: 'Antigravity works in a new sandbox without a network, on v1, with a budget as a number',
  assumed:
    'interaction.completed completed, [DONE] -> done; its sandbox lists the file, is among all with its age and size, and is deleted',
  flag: 'agent',
  extra: { dollars: 0.5, note: 'one task of an agent, with a budget of tokens' },
} as const;

const withRepository = {
  ...head,
  id: 'agent-repository',
  title: 'Antigravity begins with a public Git repository, in a sandbox without a network',
  assumed: 'interaction.completed completed, [DONE] -> done; the repository is in its folder',
  flag: 'agent',
  extra: { dollars: 0.5, note: 'one task of an agent, with a budget of tokens' },
} as const;

export const agents: readonly Probe[] = [
  oneRequest(
    {
      ...head,
      id: 'agent-no-environment',
      title: 'Antigravity in a sandbox that is not there',
      assumed: '404 not_found -> environmentGone',
      flag: 'agent',
      extra: { note: 'if the sandbox is made all the same, a task begins; it is cancelled at the end' },
    },
    task(['*'], file, readFile, 'env_that_is_not_there'),
  ),
  {
    ...inSandbox,
    requests: () => [task([], file, readFile), listFiles(someId), listAll, removeEnvironment(someId)],
    run: async (api) => {
      const streamed = await streamFirst(api, task([], file, readFile));
      const { environmentId } = streamed.answer;
      const end = endWords(streamed, api.redactor);
      const facts = { ...streamFacts(streamed, api.redactor), types: [...stepTypesOf(streamed, api.redactor)] };
      if (environmentId === undefined) return { seen: `${end}; it does not say its sandbox`, same: false, facts };
      const listed = await api.send(listFiles(environmentId));
      const files = objectsField(listed.body, 'files');
      const found = files.find(({ path }) => /(^|\/)ready\.txt$/.test(String(path)));
      const names = found ? 'lists the file' : `lists ${files.length} others: ${listed.words}`;
      const all = await api.send(listAll);
      const one = objectsField(all.body, 'environments').find(({ id }) => id === environmentId);
      const isDated = one !== undefined && !Number.isNaN(Date.parse(String(one.last_accessed ?? one.created)));
      const hasSize = one?.size_bytes !== undefined && one.file_count !== undefined;
      const place = one
        ? `is among all ${isDated ? 'with' : 'without'} its age${hasSize ? ' and size' : ''}`
        : `is not among all: ${all.words}`;
      const removed = await api.send(removeEnvironment(environmentId));
      const gone = removed.failure ? `is not deleted: ${removed.words}` : 'is deleted';
      const seen = `${end}; its sandbox ${names}, ${place}, and ${gone}`;
      // Where the root begins is what the product has to know.
      const isFromRoot = found?.path === 'workspace/ready.txt';
      return {
        seen,
        same: seen === inSandbox.assumed,
        facts: { ...facts, isFromRoot, type: String(found?.type), status: String(one?.status) },
      };
    },
  },
  {
    ...withRepository,
    requests: () => [readRepository, listFiles(someId), removeEnvironment(someId)],
    run: async (api) => {
      const streamed = await streamFirst(api, readRepository);
      const { environmentId } = streamed.answer;
      const end = endWords(streamed, api.redactor);
      const facts = streamFacts(streamed, api.redactor);
      if (environmentId === undefined) return { seen: `${end}; it does not say its sandbox`, same: false, facts };
      const listed = await api.send(listFiles(environmentId));
      const files = objectsField(listed.body, 'files');
      const isThere = files.some(({ path }) => String(path).startsWith('workspace/hello/'));
      const place = isThere ? 'the repository is in its folder' : `no file is in its folder: ${listed.words}`;
      await api.send(removeEnvironment(environmentId));
      const seen = `${end}; ${place}`;
      return { seen, same: seen === withRepository.assumed, facts };
    },
  },
];
