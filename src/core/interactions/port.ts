import type { JsonObject, JsonValue } from '../base/json';
import type { AgentTask } from './agents';
import type { Interaction, InteractionEvent, RememberedInteraction } from './events';
import type { Purpose } from './purpose';

/** A piece of a user's input. Source code goes as text: the service takes no text files as documents. */
export type InputContent =
  | { readonly type: 'text'; readonly text: string }
  /** `data`: base64. */
  | { readonly type: 'image' | 'audio' | 'video' | 'document'; readonly mimeType: string; readonly data: string }
  /** A file that lies elsewhere. Without `mimeType`: a video of YouTube. */
  | { readonly type: 'image' | 'audio' | 'video' | 'document'; readonly mimeType?: string; readonly uri: string };

export type ThinkingLevel = 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';

/** What is paid and how long is waited. Source: SDK `ServiceTier`. */
export type ServiceTier = 'flex' | 'standard' | 'priority' | 'deferred';

/** One request to a model, or to an agent. The service keeps inputs and outputs only: all else goes with each request. */
export interface InteractionRequest {
  /** Empty where an agent is asked. */
  readonly model: string;
  /** The agent that is asked in place of a model. Needs `store`. Fields for models alone must be absent. */
  readonly agent?: AgentTask;
  /** What it is made for. Not sent. Default: a question of a chat. */
  readonly purpose?: Purpose;
  /** May be empty where `history` or `continuationToken` says all. */
  readonly input: readonly InputContent[];
  /**
   * Steps in wire form that precede the input: earlier turns that the service does not keep, or the results of functions
   * that the interaction before called.
   */
  readonly history?: readonly JsonObject[];
  /** The stored interaction that this one continues. */
  readonly previousInteractionId?: string;
  /** Goes on with an interaction that reached the length of one call. Source: SDK `CreateModelInteraction.continuation_token`. */
  readonly continuationToken?: string;
  /** False leaves nothing at Google and gives up continuing, resuming and background. */
  readonly store: boolean;
  /** True: the service works on without a connection, and the answer is fetched or followed later. Needs `store`. */
  readonly background?: boolean;
  readonly systemInstruction?: string;
  readonly thinkingLevel?: ThinkingLevel;
  readonly thinkingSummaries?: boolean;
  /** Tokens, those of thinking included. Without it, as many as the model can write. */
  readonly maxOutputTokens?: number;
  /** Google's own tools, in wire form. Source: SDK type `Tool`. */
  readonly tools?: readonly JsonObject[];
  /** The shape of the answer, in wire form; a list where it may have several. Source: SDK type `ResponseFormat`. */
  readonly responseFormat?: JsonObject | readonly JsonObject[];
  /** Without one, the service chooses its standard. */
  readonly serviceTier?: ServiceTier;
}

/** A task for an agent, which runs in the background at Google. */
export interface AgentRequest {
  readonly agent: string;
  readonly input: readonly InputContent[];
  readonly previousInteractionId?: string;
  /** Fields of the agent's own configuration; `type` names the agent's family. Source: SDK `DeepResearchAgentConfig` and others. */
  /** In wire form. Absent: the agent's own. */
  readonly tools?: readonly JsonObject[];
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
  /** Whether it answers with pictures. Such a model is no `chats`. */
  readonly draws?: boolean;
}

/** The abort reason that stops listening and keeps the run at the service: the window closes. */
export const detach = Symbol('detach');

/**
 * The Gemini Interactions API as this product needs it. Every call fails with a `Failure`, and ends promptly once its
 * signal aborts: streams end without an error then, promises reject with the signal's reason.
 */
export interface Interactions {
  /**
   * Makes exactly one request and streams its events. The answer is complete only after a `completed` event; after the
   * status `requires_continuation` the caller makes the next request. A request in the background goes on after an abort,
   * and the caller cancels it by its id. If the id has not come yet, this call waits for it and cancels, unless the reason
   * of the abort is `detach`.
   */
  ask(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent>;
  /** Starts an agent in the background and returns at once. Makes exactly one request: each may be billed. */
  startAgent(request: AgentRequest, signal: AbortSignal): Promise<Interaction>;
  get(id: string, signal: AbortSignal): Promise<Interaction>;
  /** The same with the input. */
  getWithInput(id: string, signal: AbortSignal): Promise<RememberedInteraction>;
  /** The events of a stored interaction after `lastEventId`, or all of them. */
  follow(id: string, lastEventId: string | undefined, signal: AbortSignal): AsyncIterable<InteractionEvent>;
  cancel(id: string, signal: AbortSignal): Promise<Interaction>;
  delete(id: string, signal: AbortSignal): Promise<void>;
  /** The models that this key may use. Generates nothing, so it also serves to check a key. */
  listModels(signal: AbortSignal): Promise<readonly ModelInfo[]>;
}
