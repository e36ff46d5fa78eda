import type { Interactions } from '@google/genai';

export type ApiVersion = 'v1' | 'v1beta';

/**
 * The service opens a tool step with its id only; arguments and result follow as a delta. The SDK's types promise more
 * than that, so the server needs a type of its own for what really goes out.
 */
export interface BareStepStart {
  readonly event_type: 'step.start';
  readonly index: number;
  readonly step: {
    readonly type: string;
    readonly id?: string;
    readonly call_id?: string;
    readonly signature: '';
  };
  readonly event_id?: string;
}

export type WireEvent = Interactions.InteractionSSEEvent | BareStepStart;

/** What the SDK's types do not foresee: a test says it event by event. */
export type RawEvent = Readonly<Record<string, unknown>> & { readonly event_type: string };

/** Why an interaction failed or was not finished, in its `errors`. Codes are words, upper-case words, or numbers. */
export interface InteractionFault {
  readonly code: string | number;
  readonly message: string;
}

/** A body that has passed the validator: every field is known and has the documented type. */
export interface CreateRequest {
  readonly model?: string;
  readonly agent?: string;
  readonly input?: Interactions.Interaction['input'];
  readonly system_instruction?: string;
  readonly tools?: readonly Interactions.Tool[];
  readonly generation_config?: Interactions.GenerationConfig;
  readonly agent_config?: {
    readonly type: string;
    readonly thinking_summaries?: string;
    readonly visualization?: string;
    readonly collaborative_planning?: boolean;
    readonly max_total_tokens?: number | string;
  };
  readonly response_format?: Interactions.Interaction['response_format'];
  readonly previous_interaction_id?: string;
  readonly continuation_token?: string;
  readonly environment?: unknown;
  readonly service_tier?: string;
  readonly store?: boolean;
  readonly stream?: boolean;
  readonly background?: boolean;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
