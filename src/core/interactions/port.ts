import type { JsonObject, JsonValue } from '../base/json';
import type { Interaction, InteractionEvent, RememberedInteraction } from './events';

/** A piece of a user's input. Source code goes as text: the service takes no text files as documents. */
export type InputContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image' | 'audio' | 'video' | 'document'; readonly mimeType: string; readonly data: string };

export type ThinkingLevel = 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';

/** What is paid and how long is waited. Source: SDK `ServiceTier`. */
export type ServiceTier = 'flex' | 'standard' | 'priority' | 'deferred';

/** One question. Only what is said here is remembered by the service: instructions and tools go along each time. */
export interface InteractionRequest {
  readonly model: string;
  readonly input: readonly InputContent[];
  /** Earlier steps in wire form, for a conversation the service does not keep. They precede the input. */
  readonly history?: readonly JsonObject[];
  /** The stored interaction this one continues. */
  readonly previousInteractionId?: string;
  /** False leaves nothing at Google and gives up continuing, resuming and background. */
  readonly store: boolean;
  /** True: the service works on without a connection, and the answer is fetched or followed later. Needs `store`. */
  readonly background?: boolean;
  readonly systemInstruction?: string;
  readonly thinkingLevel?: ThinkingLevel;
  readonly thinkingSummaries?: boolean;
  /** Without one, the service chooses its standard. */
  readonly serviceTier?: ServiceTier;
}

/** A task for an agent, which runs in the background at Google. */
export interface AgentRequest {
  readonly agent: string;
  readonly input: readonly InputContent[];
  readonly previousInteractionId?: string;
  /** Fields of the agent's own configuration; `type` names the agent's family. Source: SDK `DeepResearchAgentConfig` and others. */
  readonly agentConfig: { readonly type: string; readonly [field: string]: JsonValue };
}

export interface ModelInfo {
  /** As a request names it, without `models/`. */
  readonly id: string;
  readonly displayName: string;
  readonly inputTokenLimit: number;
  readonly outputTokenLimit: number;
  /** Whether it can answer in a chat, as far as the listing tells. */
  readonly chats: boolean;
}

/** The reason of an abort that gives up listening and wants the answer all the same: the window closes. */
export const leaving = Symbol('leaving');

/**
 * The Gemini Interactions API as this product needs it. Every call fails with a `Failure`, and ends promptly once its
 * signal aborts: streams end without an error then, promises reject with the signal's reason.
 */
export interface Interactions {
  /**
   * Asks and streams. The answer is complete only if a `completed` event arrived that is not `requires_continuation`. A
   * question that runs in the background goes on after an abort, for the caller to `cancel` by its id; where the id has
   * not come yet, it is waited for and cancelled here, unless the abort's reason is `leaving`.
   */
  ask(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent>;
  /** Starts an agent in the background and returns at once. Never repeated by itself: each call may be billed. */
  startAgent(request: AgentRequest, signal: AbortSignal): Promise<Interaction>;
  get(id: string, signal: AbortSignal): Promise<Interaction>;
  /** The same with what was asked. */
  getWithInput(id: string, signal: AbortSignal): Promise<RememberedInteraction>;
  /** The events of a stored interaction after `lastEventId`, or all of them. */
  follow(id: string, lastEventId: string | undefined, signal: AbortSignal): AsyncIterable<InteractionEvent>;
  cancel(id: string, signal: AbortSignal): Promise<Interaction>;
  delete(id: string, signal: AbortSignal): Promise<void>;
  /** The models this key may use. Generates nothing, so it also serves to try a key out. */
  listModels(signal: AbortSignal): Promise<readonly ModelInfo[]>;
}
