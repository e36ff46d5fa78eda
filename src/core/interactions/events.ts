import type { FailureReason } from '../base/failure';
import type { JsonObject } from '../base/json';
import type { StepDelta } from './deltas';
import type { InteractionStatus } from './status';
import type { Step } from './steps';
import type { Usage } from './usage';

/** An interaction as a stream's event or a `get` shows it. Source: SDK types `Interaction`, `InteractionSseEventInteraction`. */
export interface Interaction {
  /** Empty for an interaction that is not stored. */
  readonly id: string;
  readonly status: InteractionStatus;
  /** The status as the service spelt it, for the log when it is unknown. */
  readonly rawStatus: string;
  readonly steps: readonly Step[];
  readonly usage?: Usage;
  readonly continuationToken?: string;
  /** Of the interaction and of its outputs. */
  readonly errors: readonly ServiceError[];
}

/** A stored interaction with its question, as a chat is rebuilt from it. */
export interface RememberedInteraction extends Interaction {
  /** What was asked, in wire form: the new question, after earlier steps where the request brought some along. */
  readonly input: readonly JsonObject[];
  /** The interaction it continued. */
  readonly previousInteractionId?: string;
  /** Empty where an agent answered and its model is not said. */
  readonly model: string;
  /** The agent that answered in place of a model. Source: SDK `Interaction.agent`. */
  readonly agent?: string;
  /** Milliseconds since 1970; undefined where the service did not say. */
  readonly createdAt?: number;
}

/** What the service said went wrong, classified at the edge. Its sentence is left behind: it may quote the request. */
export interface ServiceError {
  readonly reason: FailureReason;
  /** The service's own code, such as `gateway_timeout`; may be empty. */
  readonly code: string;
}

/** What a stream says. Every event may carry the id after which `follow` resumes. */
export type InteractionEvent = {
  readonly eventId?: string;
  /** The tokens of the interaction so far, where the event says them. */
  readonly totalUsage?: Usage;
} & (
  | { readonly type: 'created'; readonly interaction: Interaction }
  | {
      readonly type: 'statusChanged';
      readonly interactionId: string;
      readonly status: InteractionStatus;
      readonly rawStatus: string;
      readonly usage?: Usage;
    }
  | {
      readonly type: 'stepStarted';
      readonly index: number;
      readonly step: Step;
      /** The service says that this output went wrong. */
      readonly error?: ServiceError;
    }
  | { readonly type: 'stepGrew'; readonly index: number; readonly delta: StepDelta }
  | { readonly type: 'stepStopped'; readonly index: number }
  | { readonly type: 'completed'; readonly interaction: Interaction }
  /** The service gave up in mid-stream. */
  | { readonly type: 'failed'; readonly error: ServiceError }
  /** An event type of the future. It is skipped and counted, as the documentation asks. */
  | { readonly type: 'unknown'; readonly wire: JsonObject }
  /** Not on the wire: the service has begun to answer, and of the answer itself nothing is known yet. */
  | { readonly type: 'connected' }
  /** A frame that is not JSON. */
  | { readonly type: 'malformed'; readonly raw: string }
);
