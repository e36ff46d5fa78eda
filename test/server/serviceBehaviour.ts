import type { ApiVersion } from './wire';

/** What differs between projects, versions and days. A test may change it while the server runs. */
export interface ServiceBehaviour {
  /** Where agents are listed and may be started. No public record shows agents on v1. */
  agentsOn: ApiVersion | 'both';
  /** Models that v1 does not have, besides the `-latest` aliases, which it never has. */
  betaOnlyModels: readonly string[];
  /** Refuses each GET that carries `stream=false`, as the service did for hours during a roll-out. */
  refusesStreamFalse: boolean;
  /** Refuses a create that leaves `store` out. Its default is a setting of the project, so a client has to say it. */
  requiresStore: boolean;
  /** The models that answer in the place of others, by the ids that are asked for: retired ones are routed. */
  answersAs: Readonly<Record<string, string>>;
  /** How many GETs find a new background interaction not there yet. */
  lateByGets: number;
  /** How many GETs find an uploaded file still being processed, less one. Of a video, one does at least. */
  processingLooks: number;
  /** How many File Search stores a project may have. */
  mostStores: number;
  /** Where stores are. Source: the page "File Search", whose addresses are all of v1beta. */
  storesOn: ApiVersion;
}

export const usualBehaviour: Readonly<ServiceBehaviour> = {
  agentsOn: 'both',
  betaOnlyModels: ['gemini-3.1-pro-preview-customtools'],
  refusesStreamFalse: true,
  requiresStore: false,
  answersAs: {},
  lateByGets: 0,
  processingLooks: 0,
  mostStores: 10,
  storesOn: 'v1beta',
};

export function hasModel(behaviour: ServiceBehaviour, version: ApiVersion, id: string): boolean {
  return version === 'v1beta' || !(id.endsWith('-latest') || behaviour.betaOnlyModels.includes(id));
}

export function hasAgents(behaviour: ServiceBehaviour, version: ApiVersion): boolean {
  return behaviour.agentsOn === 'both' || behaviour.agentsOn === version;
}
