import { findAgent, isDeepResearch } from '../agentCatalogue';
import { hasAgents } from '../serviceBehaviour';
import { stepsOfInput } from '../turnInput';
import { isRecord } from '../wire';
import { invalidRequest, refusal } from '../wireError';
import { functionTools, missing, type Rule } from './rule';

/** Assumed: a path that leads nowhere else. */
function isAbsolute(target: unknown): boolean {
  return typeof target === 'string' && target.startsWith('/') && !/(^|\/)\.{1,2}(\/|$)/.test(target);
}

/** Documented: `https://github.com/octocat/Spoon-Knife`. Assumed: who asks is not said in the address. */
function isRepository(source: unknown): boolean {
  if (typeof source !== 'string' || !URL.canParse(source)) return false;
  const { protocol, username, password, search, pathname } = new URL(source);
  return protocol === 'https:' && `${username}${password}${search}` === '' && pathname.split('/').length > 2;
}

/** Documented of Antigravity: what it takes, and that it works in an environment. */
function isInSandbox(agent: string | undefined): boolean {
  return findAgent(agent)?.kind === 'antigravity';
}

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
    isInSandbox(agent) && !findAgent(agent)?.isOwn && environment === undefined && !previous_interaction_id
      ? missing('environment')
      : undefined,
  ({ environment }) => {
    const sources = isRecord(environment) && Array.isArray(environment.sources) ? environment.sources : [];
    const inline = sources.filter((source) => isRecord(source) && source.type === 'inline');
    const broken = inline.find(({ content, target }) => content === undefined || !isAbsolute(target));
    if (broken) return invalidRequest("An inline source needs 'content' and an absolute 'target'.");
    const repositories = sources.filter((source) => isRecord(source) && source.type === 'repository');
    const unknown = repositories.find(
      (one) => !isRepository(one.source) || !isAbsolute(one.target) || one.content !== undefined,
    );
    return unknown ? invalidRequest("A repository needs an https 'source' and an absolute 'target'.") : undefined;
  },
  ({ agent, store }) =>
    isInSandbox(agent) && store === false ? invalidRequest(`Agent '${agent}' requires 'store' to be true.`) : undefined,
  ({ agent, service_tier }) =>
    service_tier ? invalidRequest(`'service_tier' is not supported for agent '${agent}'.`) : undefined,
  ({ agent, tools = [] }) => {
    const refused = tools.find(({ type }) => ['file_search', 'computer_use', 'google_maps'].includes(type));
    return isInSandbox(agent) && refused
      ? invalidRequest(`Tool '${refused.type}' is not supported for agent '${agent}'.`)
      : undefined;
  },
  ({ agent, input }) => {
    const refused = stepsOfInput(input)
      .flatMap((step) => (step.type === 'user_input' ? (step.content ?? []) : []))
      .find((content) => content.type !== 'text' && !(content.type === 'image' && content.data !== undefined));
    return isInSandbox(agent) && refused
      ? invalidRequest(`Agent '${agent}' takes text and inline images; '${refused.type}' is not supported.`)
      : undefined;
  },
];
