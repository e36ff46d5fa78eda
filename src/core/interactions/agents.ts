import type { JsonObject } from '../base/json';

/** The agent that works on tasks in a sandbox at Google. Source: docs, Antigravity agent; September 2026. */
export const antigravity = 'antigravity-preview-09-2026';
/** What a task of it usually costs, in US dollars. Source: the same. */
export const usualCostOfTask = { least: 0.25, most: 3.25 };

/** Stands before the id of a project's own agent where a model may be named, too. Source: SDK `agents.get`. */
const prefix = 'agents/';

/** The agent that a name stands for where models and agents may be chosen. Undefined: it is a model's. */
export function agentNamed(name: string): string | undefined {
  if (name.startsWith(prefix)) return name.slice(prefix.length).trim() || undefined;
  return /^antigravity-/.test(name) ? name : undefined;
}

/** The name of an agent among those of models. */
export function nameOfAgent(id: string): string {
  return agentNamed(id) === undefined ? `${prefix}${id}` : id;
}

/** Whether it is an agent that research is for: it answers in no chat. */
export function isResearchAgent(name: string): boolean {
  return /^(agents\/)?deep-research(-|$)/.test(name);
}

/** Whether an agent is one of the project, with instructions and a sandbox of its own. The others are Google's. */
export function isOwnAgent(id: string): boolean {
  return !/^antigravity-/.test(id);
}

/** What the user allows agents. */
export interface AgentLimits {
  /** Tokens of one task, input and thinking among them. 0: as many as the agent takes. */
  readonly maxTotalTokens: number;
  /** The hosts that a sandbox may reach. Empty: none. `*`: all. */
  readonly network: readonly string[];
}

/** A task for an agent in place of a model. Both are in the form of the wire. */
export interface AgentTask {
  readonly id: string;
  /** Source: SDK `AntigravityAgentConfig`. */
  readonly config?: JsonObject;
  /** The sandbox: the id of one that is there, or what a new one shall be. Source: SDK `CreateAgentInteraction.environment`. */
  readonly environment?: string | JsonObject;
}

/**
 * A task within the limits. `environmentId`: the sandbox of the tasks before. A sandbox whose network is limited is told
 * so each time, since the limit may be younger than the sandbox. `sources`: files for it, in wire form.
 */
export function agentTask(
  id: string,
  { maxTotalTokens, network }: AgentLimits,
  environmentId?: string,
  sources: readonly JsonObject[] = [],
): AgentTask {
  const environment = environmentOf(id, network, environmentId, sources);
  return {
    id,
    // The types want a string and the documentation sends a number. A 64-bit number is taken in both forms.
    ...(maxTotalTokens > 0 && { config: { type: 'antigravity', max_total_tokens: maxTotalTokens } }),
    ...(environment !== undefined && { environment }),
  };
}

function environmentOf(
  id: string,
  network: readonly string[],
  environmentId: string | undefined,
  sources: readonly JsonObject[],
): string | JsonObject | undefined {
  const isOpen = network.includes('*');
  if (!isOpen || sources.length > 0) {
    return {
      type: 'remote',
      ...(environmentId !== undefined && { environment_id: environmentId }),
      ...(sources.length > 0 && { sources }),
      ...(!isOpen && {
        network: network.length === 0 ? 'disabled' : { allowlist: network.map((domain) => ({ domain })) },
      }),
    };
  }
  return environmentId ?? (isOwnAgent(id) ? undefined : 'remote');
}
