import { findAgent } from '../agentCatalogue';
import { findModel, isGemini3OrLater, isImageModel } from '../modelCatalogue';
import { hasModel } from '../serviceBehaviour';
import { isRecord } from '../wire';
import { invalidRequest, refusal } from '../wireError';
import { functionTools, type Rule } from './rule';

/** Most output tokens of one call; a background run is joined from several and may have more. */
const maxOutput = { direct: 65_536, background: 1_000_000 };

export const modelRules: readonly Rule[] = [
  ({ model }) => (findAgent(model) ? invalidRequest(`'${model}' is an agent. Name it in 'agent'.`) : undefined),
  ({ model = '' }, { version, behaviour }) => {
    if (findModel(model) && hasModel(behaviour, version, model)) return undefined;
    const message = `Model '${model}' was not found for API version ${version} or is no longer available.`;
    return refusal(404, 'model_not_found', message);
  },
  ({ model = '' }) =>
    findModel(model)?.methods.includes('generateContent')
      ? undefined
      : invalidRequest(`Model '${model}' does not support interactions.`),
  ({ model = '', generation_config }) => {
    const level = generation_config?.thinking_level;
    const allowed = findModel(model)?.thinkingLevels ?? [];
    if (level === undefined || allowed.includes(level)) return undefined;
    return invalidRequest(`The thinking level '${level}' is not supported by model '${model}'.`);
  },
  ({ background, generation_config }) => {
    const tokens = generation_config?.max_output_tokens;
    const most = background ? maxOutput.background : maxOutput.direct;
    if (tokens === undefined || (tokens > 0 && tokens <= most)) return undefined;
    return invalidRequest(`'generation_config.max_output_tokens' must be between 1 and ${most}.`);
  },
  (request) => {
    const names = functionTools(request).map((tool) => tool.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    return twice ? invalidRequest(`Duplicate function declaration '${twice}' in 'tools'.`) : undefined;
  },
  (request) =>
    request.generation_config?.tool_choice !== undefined && functionTools(request).length === 0
      ? invalidRequest("'generation_config.tool_choice' is set without function declarations in 'tools'.")
      : undefined,
  (request) => {
    const functions = functionTools(request).length;
    if (functions === 0 || functions === request.tools?.length) return undefined;
    if (!isGemini3OrLater(request.model ?? '')) {
      return invalidRequest('Built-in tools and functions cannot be combined.');
    }
    return request.generation_config?.tool_choice === 'auto'
      ? invalidRequest("'tool_choice' 'auto' is not supported with both built-in tools and functions.")
      : undefined;
  },
  ({ model = '', response_format }) => {
    const formats: readonly unknown[] = Array.isArray(response_format) ? response_format : [response_format];
    return !isImageModel(model) && formats.some((format) => isRecord(format) && format.type === 'image')
      ? invalidRequest(`The response format 'image' is not supported by model '${model}'.`)
      : undefined;
  },
  ({ model = '', tools }) => {
    const refused = isImageModel(model) ? tools?.find(({ type }) => type !== 'google_search') : undefined;
    return refused && invalidRequest(`The tool '${refused.type}' is not supported by model '${model}'.`);
  },
  ({ model = '', tools }) =>
    isGemini3OrLater(model) && tools?.some((tool) => tool.type === 'mcp_server')
      ? invalidRequest(`The tool 'mcp_server' is not supported by model '${model}'.`)
      : undefined,
];
