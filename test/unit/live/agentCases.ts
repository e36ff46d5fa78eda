import { answering, type Case, isCreate, replacing } from './deviations';
import { invalid } from './serviceAsAssumed';

/** What concerns agents in a sandbox: assumption 17. */
export const agentCases: readonly Case[] = [
  {
    name: 'a sandbox that is not there is told in other words',
    probe: 'agent-no-environment',
    deviation: answering(isCreate, invalid('No such sandbox.')),
    seen: /^400 invalid_request -> invalidRequest$/,
  },
  {
    name: 'an agent does not say its sandbox',
    probe: 'agent-task',
    deviation: replacing(/"environment_id":"[^"]*",?/g, ''),
    seen: /it does not say its sandbox$/,
  },
  {
    name: 'sandboxes are not listed',
    probe: 'agent-task',
    deviation: answering(({ method, path }) => method === 'GET' && /\/environments\?/.test(path), invalid('No.')),
    seen: /is not among all: 400/,
  },
  {
    name: 'a repository is not fetched',
    probe: 'agent-repository',
    deviation: answering(({ method, path }) => method === 'GET' && path.includes('/files/'), { status: 200, body: {} }),
    seen: /no file is in its folder/,
  },
  {
    name: 'a sandbox cannot be deleted',
    probe: 'agent-task',
    deviation: answering(({ method, path }) => method === 'DELETE' && path.includes('/environments/'), invalid('No.')),
    seen: /and is not deleted: 400/,
  },
];
