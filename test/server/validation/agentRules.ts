import { findAgent, isDeepResearch } from '../agentCatalogue';
import { hasAgents } from '../serviceBehaviour';
import { invalidRequest, refusal } from '../wireError';
import { functionTools, missing, type Rule } from './rule';

export const agentRules: readonly Rule[] = [
  ({ agent }, { version, behaviour }) =>
    findAgent(agent)?.open && hasAgents(behaviour, version)
      ? undefined
      : refusal(404, 'not_found', `Agent '${agent}' was not found or is no longer available.`),
  ({ agent, background }) =>
    isDeepResearch(agent) && background !== true
      ? invalidRequest('Agents are required to use background=true.')
      : undefined,
  ({ agent, system_instruction }) =>
    isDeepResearch(agent) && system_instruction !== undefined
      ? invalidRequest(`'system_instruction' is not supported for agent '${agent}'.`)
      : undefined,
  (request) =>
    isDeepResearch(request.agent) && functionTools(request).length > 0
      ? invalidRequest(`Function tools are not supported for agent '${request.agent}'.`)
      : undefined,
  ({ agent, response_format }) =>
    response_format ? invalidRequest(`'response_format' is not supported for agent '${agent}'.`) : undefined,
  ({ agent, agent_config }) => {
    const expected = findAgent(agent)?.kind;
    if (!agent_config || agent_config.type === expected) return undefined;
    return invalidRequest(`'agent_config.type' must be '${expected}' for agent '${agent}'.`);
  },
  ({ agent, environment, previous_interaction_id }) =>
    findAgent(agent)?.kind === 'antigravity' && environment === undefined && !previous_interaction_id
      ? missing('environment')
      : undefined,
];
