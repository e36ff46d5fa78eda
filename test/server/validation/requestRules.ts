import type { Interactions } from '@google/genai';
import { antigravityAgent, deepResearchAgents, findModel, isGemini3OrLater } from '../modelCatalogue';
import { type CreateRequest, isRecord } from '../wire';
import { invalidRequest, refusal, type WireError } from '../wireError';
import { agentRequest, modelRequest } from './requestShape';

/** A rule looks at a whole, well-formed request and gives the refusal, if any. */
type Rule = (request: CreateRequest) => WireError | undefined;

/** Most output tokens of one call; a background run is joined from several and may have more. */
const maxOutput = { direct: 65_536, background: 1_000_000 };

const generalRules: readonly Rule[] = [
  (r) => (r.input === undefined && !r.continuation_token ? missing('input') : undefined),
  (r) => (r.background && r.store === false ? invalidRequest("'background' requires 'store' to be true.") : undefined),
];

const modelRules: readonly Rule[] = [
  (r) => (findModel(r.model ?? '') ? undefined : unknownModel(r.model ?? '')),
  (r) =>
    findModel(r.model ?? '')?.methods.includes('generateContent')
      ? undefined
      : invalidRequest(`Model '${r.model}' does not support interactions.`),
  (r) => {
    const level = r.generation_config?.thinking_level;
    const allowed = findModel(r.model ?? '')?.thinkingLevels ?? [];
    if (level === undefined || allowed.includes(level)) return undefined;
    return invalidRequest(`The thinking level '${level}' is not supported by model '${r.model}'.`);
  },
  (r) => {
    const tokens = r.generation_config?.max_output_tokens;
    const most = r.background ? maxOutput.background : maxOutput.direct;
    if (tokens === undefined || (tokens > 0 && tokens <= most)) return undefined;
    return invalidRequest(`'generation_config.max_output_tokens' must be between 1 and ${most}.`);
  },
  (r) => {
    const names = functionTools(r).map((tool) => tool.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    return twice ? invalidRequest(`Duplicate function declaration '${twice}' in 'tools'.`) : undefined;
  },
  (r) => {
    const mixed = functionTools(r).length > 0 && functionTools(r).length < (r.tools?.length ?? 0);
    if (!mixed) return undefined;
    if (!isGemini3OrLater(r.model ?? '')) return invalidRequest('Built-in tools and functions cannot be combined.');
    return r.generation_config?.tool_choice === 'auto'
      ? invalidRequest("'tool_choice' 'auto' is not supported with both built-in tools and functions.")
      : undefined;
  },
  (r) =>
    isGemini3OrLater(r.model ?? '') && r.tools?.some((tool) => tool.type === 'mcp_server')
      ? invalidRequest(`The tool 'mcp_server' is not supported by model '${r.model}'.`)
      : undefined,
];

const isDeepResearch = (r: CreateRequest) => deepResearchAgents.includes(r.agent ?? '');

const agentRules: readonly Rule[] = [
  (r) =>
    isDeepResearch(r) || r.agent === antigravityAgent
      ? undefined
      : refusal(404, 'not_found', `Agent '${r.agent}' was not found or is no longer available.`),
  (r) =>
    isDeepResearch(r) && r.background !== true
      ? invalidRequest('Agents are required to use background=true.')
      : undefined,
  (r) =>
    isDeepResearch(r) && r.system_instruction !== undefined
      ? invalidRequest(`'system_instruction' is not supported for agent '${r.agent}'.`)
      : undefined,
  (r) =>
    isDeepResearch(r) && functionTools(r).length > 0
      ? invalidRequest(`Function tools are not supported for agent '${r.agent}'.`)
      : undefined,
  (r) => (r.response_format ? invalidRequest(`'response_format' is not supported for agent '${r.agent}'.`) : undefined),
  (r) => {
    const expected = isDeepResearch(r) ? 'deep-research' : 'antigravity';
    if (!r.agent_config || r.agent_config.type === expected) return undefined;
    return invalidRequest(`'agent_config.type' must be '${expected}' for agent '${r.agent}'.`);
  },
  (r) =>
    r.agent === antigravityAgent && r.environment === undefined && !r.previous_interaction_id
      ? missing('environment')
      : undefined,
];

/** Throws what the service would answer, or gives the request back with its type. */
export function acceptCreate(body: unknown): CreateRequest {
  if (!isRecord(body)) throw invalidRequest('The request body must be a JSON object.');
  if ('model' in body && 'agent' in body) throw invalidRequest("Only one of 'model' and 'agent' may be set.");
  if (!('model' in body) && !('agent' in body)) throw invalidRequest("One of 'model' and 'agent' must be set.");
  const forAgent = 'agent' in body;
  (forAgent ? agentRequest : modelRequest)(body, '');
  const request: CreateRequest = body;
  for (const rule of [...(forAgent ? agentRules : modelRules), ...generalRules]) {
    const found = rule(request);
    if (found) throw found;
  }
  return request;
}

function functionTools(request: CreateRequest): readonly Interactions.Function[] {
  return (request.tools ?? []).filter((tool) => tool.type === 'function');
}

function missing(name: string): WireError {
  return refusal(400, 'parameter_missing', `Missing required parameter '${name}'.`);
}

function unknownModel(model: string): WireError {
  return refusal(404, 'model_not_found', `Model '${model}' was not found or is no longer available.`);
}
