import type { JsonObject } from '../../../src/core/base/json';
import { agentTask, antigravity } from '../../../src/core/interactions/agents';
import { asks, type Call, someId } from '../calls';
import { oneRequest, type Probe, streamFirst } from '../probe';
import { endWords, stepTypesOf, streamFacts } from '../streamWords';

/** Enough for one command and a sentence. Tokens. */
const budget = 30_000;

function task(network: readonly string[], environmentId?: string): Call {
  const { id, config, environment } = agentTask(antigravity, { maxTotalTokens: budget, network }, environmentId);
  const body: JsonObject = {
    agent: id,
    input: [asks('Please run the command: echo ready > ready.txt. Then say that it is done, and do nothing else.')],
    stream: true,
    store: true,
    background: true,
    ...(config && { agent_config: config }),
    ...(environment !== undefined && { environment }),
  };
  return { method: 'POST', path: '/v1/interactions', body };
}

function removeEnvironment(id: string): Call {
  return { method: 'DELETE', path: `/v1/environments/${id === someId ? id : encodeURIComponent(id)}` };
}

const head = { assumption: 17 } as const;
const inSandbox = {
  ...head,
  id: 'agent-task',
  title: 'Antigravity works in a new sandbox without a network, on v1, with a budget as a number',
  assumed: 'interaction.completed completed, [DONE] -> done; it says its sandbox, which is deleted',
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
    task(['*'], 'env_that_is_not_there'),
  ),
  {
    ...inSandbox,
    requests: () => [task([]), removeEnvironment(someId)],
    run: async (api) => {
      const streamed = await streamFirst(api, task([]));
      const { environmentId } = streamed.answer;
      const removed = environmentId === undefined ? undefined : await api.send(removeEnvironment(environmentId));
      const sandbox = environmentId === undefined ? 'it does not say its sandbox' : 'it says its sandbox';
      const gone = removed?.failure ? `, which is not deleted: ${removed.words}` : ', which is deleted';
      const seen = `${endWords(streamed, api.redactor)}; ${sandbox}${removed ? gone : ''}`;
      const types = stepTypesOf(streamed, api.redactor);
      return {
        seen,
        same: seen === inSandbox.assumed,
        facts: { ...streamFacts(streamed, api.redactor), types: [...types] },
      };
    },
  },
];
