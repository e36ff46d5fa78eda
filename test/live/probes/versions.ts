import { textField } from '../../../src/core/base/json';
import { agentOf } from '../../../src/core/research/job/agents';
import { asks, type Call, cancel, create, someId } from '../calls';
import { oneRequest, type Probe } from '../probe';

const alias = 'gemini-flash-latest';

function startAgent(type: string): Call {
  const body = {
    agent: agentOf('fast').id,
    input: [asks('Please find out who painted the Mona Lisa.')],
    background: true,
    store: true,
    agent_config: { type, thinking_summaries: 'auto' },
  };
  return { method: 'POST', path: '/v1/interactions', body };
}

const started = {
  assumption: 2,
  id: 'agent-start',
  title: 'Deep Research is started on v1, and cancelled at once',
  assumed: 'started, then cancelled',
  flag: 'research',
  extra: { dollars: 3, note: 'a cancelled research costs little; if it does not stop, up to $3' },
} as const;

export const versions: readonly Probe[] = [
  oneRequest(
    { assumption: 2, id: 'alias-v1', title: `${alias} on v1`, assumed: '404 model_not_found -> modelUnavailable' },
    create({ model: alias }),
  ),
  oneRequest(
    { assumption: 2, id: 'alias-v1beta', title: `${alias} on v1beta`, assumed: '200 completed' },
    create({ model: alias }, 'v1beta'),
  ),
  oneRequest(
    {
      assumption: 2,
      id: 'agent-config',
      title: 'Deep Research is known on v1: its configuration is looked at, and a wrong one refused',
      assumed: '400 invalid_request or 400 parameter_unknown',
      flag: 'research',
      extra: { note: 'if a wrong configuration is taken, a research begins; it is cancelled at the end' },
    },
    startAgent('antigravity'),
  ),
  {
    ...started,
    requests: () => [startAgent('deep-research'), cancel(someId)],
    run: async (api) => {
      const made = await api.send(startAgent('deep-research'));
      const id = textField(made.body, 'id');
      const isStarted = /^200 (in_progress|queued)$/.test(made.words) && id !== undefined;
      if (!isStarted) return { seen: made.words, same: false, facts: made.facts };
      const cancelled = await api.send(cancel(id));
      const seen = `started, then ${cancelled.failure ? cancelled.words : 'cancelled'}`;
      return { seen, same: seen === started.assumed, facts: { started: made.facts, cancelled: cancelled.facts } };
    },
  },
];
