import type { FailureReason } from '../base/failure';
import type { JsonObject } from '../base/json';
import type { StepDelta } from './deltas';
import type { InteractionStatus } from './status';
import type { Step } from './steps';
import type { Usage } from './usage';

/** An interaction as an event of a stream or a `get` gives it. Source: SDK types `Interaction`, `InteractionSseEventInteraction`. */
export interface Interaction {
  /** Empty for an interaction that is not stored. */
  readonly id: string;
  readonly status: InteractionStatus;
  /** The status in the service's spelling, for the log when it is unknown. */
  readonly rawStatus: string;
  readonly steps: readonly Step[];
  readonly usage?: Usage;
  /** The model that answers, in the service's word: not always the one that was asked. Absent: it does not say. */
  readonly model?: string;
  /** The agent that answers in place of a model. Source: SDK `Interaction.agent`. */
  readonly agent?: string;
  /** The sandbox that an agent works in. Source: SDK `Interaction.environment_id`. */
  readonly environmentId?: string;
  readonly continuationToken?: string;
  /** The errors of the interaction and of its outputs. */
  readonly errors: readonly ServiceError[];
}

/** A stored interaction with its input, from which a chat is rebuilt. */
export interface RememberedInteraction extends Interaction {
  /** The input in wire form: earlier steps if the request sent some, then the new question. */
  readonly input: readonly JsonObject[];
  /** The interaction that this one continues. */
  readonly previousInteractionId?: string;
  /** Empty where an agent answered and its model is not said. */
  readonly model: string;
  /** Milliseconds since 1970. Undefined: the service did not say. */
  readonly createdAt?: number;
}

/** An error of the service, classified at the edge. Its message is dropped: it may quote the request. */
export interface ServiceError {
  readonly reason: FailureReason;
  /** The service's own code, such as `gateway_timeout`; may be empty. */
  readonly code: string;
}

/** One event of a stream. Each may carry the id after which `follow` resumes. */
export type InteractionEvent = {
  readonly eventId?: string;
  /** The tokens of the interaction so far, if the event says them. */
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
  /** The service gave up in the middle of the stream. */
  | { readonly type: 'failed'; readonly error: ServiceError }
  /** An event type that this version does not know. It is skipped and counted, as the documentation asks. */
  | { readonly type: 'unknown'; readonly wire: JsonObject }
  /** Not on the wire: the headers of the answer have arrived, and no event yet. */
  | { readonly type: 'connected' }
  /** A frame that is not JSON. */
  | { readonly type: 'malformed'; readonly raw: string }
);
