import type { AnswerChoices, ServerTool } from '../../parts/answerChoices';
import type { JsonObject } from '../base/json';
import type { InteractionRequest, ServiceTier } from '../interactions/port';
import { thinkingLevelOf } from '../models/modelFacts';
import { takesRemoteMcp } from '../models/remoteMcp';
import { type RemoteServer, serverTool } from './remoteServers';

/** What the settings say about answers. */
export interface Answering extends AnswerChoices {
  /** Whether the model tells what it thinks. */
  readonly summaries: boolean;
  /** Tokens. 0: as many as the model can write. */
  readonly maxOutputTokens: number;
  readonly serviceTier: ServiceTier;
  /** The File Search stores that answers may search, by their names at Google. */
  readonly stores: readonly string[];
  /** The remote MCP servers there are. `servers` names those that a question may use. */
  readonly remote: readonly RemoteServer[];
}

type AnsweringFields = Pick<
  InteractionRequest,
  'thinkingLevel' | 'thinkingSummaries' | 'tools' | 'maxOutputTokens' | 'serviceTier'
>;

const wireNames: Readonly<Record<Exclude<ServerTool, 'fileSearch'>, string>> = {
  googleSearch: 'google_search',
  urlContext: 'url_context',
  codeExecution: 'code_execution',
  googleMaps: 'google_maps',
};

/** The fields of a request that follow from them. What is the service's own default is left out. */
export function answeringFields(model: string, answering: Answering): AnsweringFields {
  const { tools, thinking, summaries, maxOutputTokens, serviceTier } = answering;
  const level = thinkingLevelOf(model, thinking);
  const wire = [...tools.flatMap((tool) => wireTool(tool, answering)), ...serversOf(model, answering)];
  return {
    thinkingSummaries: summaries,
    ...(level !== undefined && { thinkingLevel: level }),
    ...(wire.length > 0 && { tools: wire }),
    ...(maxOutputTokens > 0 && { maxOutputTokens }),
    ...(serviceTier !== 'standard' && { serviceTier }),
  };
}

/** Without a store there is nothing to search, and the service refuses an empty list. */
function wireTool(tool: ServerTool, { stores }: Answering): readonly JsonObject[] {
  if (tool !== 'fileSearch') return [{ type: wireNames[tool] }];
  return stores.length > 0 ? [{ type: 'file_search', file_search_store_names: stores }] : [];
}

/** The servers that are on and can be used, in the order of the settings. */
function serversOf(model: string, { servers, remote }: Answering): readonly JsonObject[] {
  if (!takesRemoteMcp(model)) return [];
  return remote.filter(({ name, problem }) => problem === undefined && servers.includes(name)).map(serverTool);
}
