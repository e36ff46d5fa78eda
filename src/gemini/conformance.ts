import type { Interactions as Sdk } from '@google/genai/web';
import type { StepDelta } from '../core/interactions/deltas';
import type { InteractionEvent } from '../core/interactions/events';
import type { Step } from '../core/interactions/steps';

/**
 * Compile-time proof that no type of the SDK is missing from ours. When a new SDK adds one, the line below it stops
 * compiling and names what is missing.
 */
type NoneMissing<Missing> = [Missing] extends [never] ? true : { readonly missing: Missing };

type SdkDelta = Extract<Sdk.InteractionSSEEvent, { event_type: 'step.delta' }>['delta'];

const eventNames = {
  'interaction.created': 'created',
  'interaction.status_update': 'statusChanged',
  'interaction.completed': 'completed',
  'step.start': 'stepStarted',
  'step.delta': 'stepGrew',
  'step.stop': 'stepStopped',
  error: 'failed',
} as const satisfies Record<Sdk.InteractionSSEEvent['event_type'], InteractionEvent['type']>;

export const conformance: {
  readonly steps: NoneMissing<Exclude<Sdk.Step['type'], Step['type']>>;
  readonly deltas: NoneMissing<Exclude<SdkDelta['type'], StepDelta['type']>>;
  readonly events: typeof eventNames;
} = { steps: true, deltas: true, events: eventNames };
