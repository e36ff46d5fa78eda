import { setImmediate as nextTick, setTimeout as pause } from 'node:timers/promises';
import type { Interactions } from '@google/genai';
import { type Answer, finalStatus } from './answer';
import { EventLog } from './eventLog';
import { type HoldGate, isCountedDelta } from './holdGate';
import { type EventStyle, eventsOfStep } from './stepEvents';
import type { CreateRequest, InteractionFault, WireEvent } from './wire';

export interface FrameScheduler {
  /** Milliseconds before each text or thought delta. */
  readonly deltaMs: number;
  /** Undefined for unary answers, which a test does not hold. */
  readonly gate: HoldGate | undefined;
}

/** One interaction, from its request to its end. */
export class LiveInteraction {
  readonly created = new Date().toISOString();
  readonly #log = new EventLog();
  #updated = this.created;
  #status: string;
  readonly #steps: Interactions.Step[] = [];
  #usage: Interactions.Usage | undefined;
  #errors: readonly InteractionFault[] | undefined;
  readonly #cancel = new AbortController();

  constructor(
    /** Empty when the interaction is not stored. */
    readonly id: string,
    readonly request: CreateRequest,
    /** What this turn's request brought in. */
    readonly input: readonly Interactions.Step[],
    /** The model that answers, where it is another one than was asked. */
    readonly answersAs?: string,
    /** The sandbox that its agent works in. */
    readonly environmentId?: string,
  ) {
    this.#status = request.background ? 'queued' : 'in_progress';
    this.#log.append({ interaction: this.#head(), event_type: 'interaction.created' });
  }

  get status(): string {
    return this.#status;
  }

  get events(): readonly WireEvent[] {
    return this.#log.events;
  }

  /** Finished steps of the model so far. */
  get steps(): readonly Interactions.Step[] {
    return this.#steps;
  }

  get ended(): boolean {
    return this.#log.ended;
  }

  /** Produces the answer. Resolves at the end, however it came about. */
  async run(answer: Answer, usage: Interactions.Usage, pace: FrameScheduler): Promise<void> {
    const { signal } = this.#cancel;
    const hold = pace.gate?.counter();
    let deltas = 0;
    await nextTick();
    if (!signal.aborted) this.#log.append(this.#moved('in_progress'));
    await hold?.at(deltas, signal);
    const style = styleFor(this.request);
    for (const [index, step] of answer.steps.entries()) {
      for (const event of eventsOfStep(step, index, style)) {
        const counted = isCountedDelta(event);
        await (counted && pace.deltaMs > 0 ? pause(pace.deltaMs, undefined, { signal }).catch(() => {}) : nextTick());
        if (signal.aborted) return;
        if (event.event_type === 'step.stop') this.#steps.push(step);
        this.#log.append(event);
        if (counted) await hold?.at(++deltas, signal);
      }
    }
    if (!signal.aborted) this.#complete(answer, answer.usage ?? usage);
  }

  /** Enters an answer that came as events, so that it can be read again and built upon. */
  adopt(answer: Answer): void {
    this.#steps.push(...answer.steps);
    const style = styleFor(this.request);
    for (const [index, step] of answer.steps.entries()) {
      for (const event of eventsOfStep(step, index, style)) this.#log.append(event);
    }
    this.#complete(answer, answer.usage);
  }

  /** Stops the run for good. A cancelled stream ends with the status only: there is nothing to complete. */
  cancel(): void {
    if (this.ended) return;
    this.#cancel.abort();
    this.#log.end(this.#moved('cancelled'));
  }

  follow(from: number): AsyncGenerator<WireEvent> {
    return this.#log.follow(from);
  }

  #complete(answer: Answer, usage: Interactions.Usage | undefined): void {
    this.#status = finalStatus(answer);
    this.#usage = usage;
    this.#errors = answer.errors;
    this.#updated = new Date().toISOString();
    const { created } = this;
    const interaction = { ...this.#head(), ...this.#outcome(), created, updated: this.#updated };
    this.#log.end({ interaction: { ...interaction, service_tier: 'standard' }, event_type: 'interaction.completed' });
  }

  #moved(status: string): WireEvent {
    this.#status = status;
    this.#updated = new Date().toISOString();
    return { interaction_id: this.id, status, event_type: 'interaction.status_update' };
  }

  #head(): Interactions.InteractionCreatedEvent['interaction'] {
    const { agent } = this.request;
    const model = this.answersAs ?? this.request.model;
    const sandbox = this.environmentId === undefined ? {} : { environment_id: this.environmentId };
    return { id: this.id, status: this.#status, object: 'interaction', ...(model ? { model } : { agent }), ...sandbox };
  }

  #outcome(): { readonly usage?: Interactions.Usage; readonly errors?: readonly InteractionFault[] } {
    return {
      ...(this.#usage ? { usage: this.#usage } : {}),
      ...(this.#errors ? { errors: this.#errors } : {}),
    };
  }

  /** The body of a unary answer and of `GET`. Without an id when it is not stored, and without steps when there are none. */
  resource(parts: { readonly userSteps: boolean; readonly input: boolean }): Readonly<Record<string, unknown>> {
    const { id, created, input, request } = this;
    const steps = [...(parts.userSteps ? input.filter((step) => step.type !== 'model_output') : []), ...this.#steps];
    return {
      ...this.#head(),
      id: id === '' ? undefined : id,
      created,
      updated: this.#updated,
      service_tier: 'standard',
      ...(request.previous_interaction_id ? { previous_interaction_id: request.previous_interaction_id } : {}),
      ...(parts.input ? { input: request.input } : {}),
      ...(steps.length > 0 ? { steps } : {}),
      ...this.#outcome(),
    };
  }
}

/** Requests that ask for thought summaries are recorded with text in `step.start`; so clients meet both forms here. */
function styleFor(request: CreateRequest): EventStyle {
  const textInStart = request.generation_config?.thinking_summaries === 'auto';
  return { withIds: request.background === true, textInStart };
}
