import { setImmediate as nextTick, setTimeout as pause } from 'node:timers/promises';
import type { Interactions } from '@google/genai';
import { type Answer, finalStatus } from './answer';
import { type HoldGate, isCountedDelta } from './holdGate';
import { type EventStyle, eventsOfStep } from './stepEvents';
import type { CreateRequest, WireEvent } from './wire';

export interface Pace {
  /** Milliseconds before each text or thought delta. */
  readonly deltaMs: number;
  /** Undefined for unary answers, which a test does not hold. */
  readonly gate: HoldGate | undefined;
}

/** One interaction: its log of events grows while it runs, and anyone may follow the log from any point. */
export class LiveInteraction {
  readonly created = new Date().toISOString();
  readonly events: WireEvent[] = [];
  #updated = this.created;
  #status: string;
  readonly #steps: Interactions.Step[] = [];
  #usage: Interactions.Usage | undefined;
  #ended = false;
  #wake: () => void = () => {};
  #changed: Promise<void> = Promise.resolve();
  readonly #cancel = new AbortController();

  constructor(
    /** Empty when the interaction is not stored. */
    readonly id: string,
    readonly request: CreateRequest,
    /** What this turn's request brought in. */
    readonly input: readonly Interactions.Step[],
  ) {
    this.#status = request.background ? 'queued' : 'in_progress';
    this.#arm();
    this.#log({ interaction: this.#head(), event_type: 'interaction.created' });
  }

  get status(): string {
    return this.#status;
  }

  /** Finished steps of the model so far. */
  get steps(): readonly Interactions.Step[] {
    return this.#steps;
  }

  get usage(): Interactions.Usage | undefined {
    return this.#usage;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Produces the answer. Resolves at the end, however it came about. */
  async run(answer: Answer, usage: Interactions.Usage, pace: Pace): Promise<void> {
    const { signal } = this.#cancel;
    const hold = pace.gate?.counter();
    let deltas = 0;
    await nextTick();
    if (!signal.aborted) this.#move('in_progress');
    await hold?.at(deltas, signal);
    const style = styleFor(this.request);
    for (const [index, step] of answer.steps.entries()) {
      for (const event of eventsOfStep(step, index, style)) {
        const counted = isCountedDelta(event);
        await (counted && pace.deltaMs > 0 ? pause(pace.deltaMs, undefined, { signal }).catch(() => {}) : nextTick());
        if (signal.aborted) return;
        if (event.event_type === 'step.stop') this.#steps.push(step);
        this.#log(event);
        if (counted) await hold?.at(++deltas, signal);
      }
    }
    if (!signal.aborted) this.#complete(finalStatus(answer), answer.usage ?? usage);
  }

  /** Enters an answer that came as events, so that it can be read again and built upon. */
  adopt(answer: Answer): void {
    this.#steps.push(...answer.steps);
    const style = styleFor(this.request);
    for (const [index, step] of answer.steps.entries()) {
      for (const event of eventsOfStep(step, index, style)) this.#log(event);
    }
    this.#complete(finalStatus(answer), answer.usage);
  }

  /** Stops the run for good. A cancelled stream ends with the status only: there is nothing to complete. */
  cancel(): void {
    if (this.#ended) return;
    this.#cancel.abort();
    this.#ended = true;
    this.#move('cancelled');
  }

  /** The events from a position on, past and to come. */
  async *follow(from: number): AsyncGenerator<WireEvent> {
    for (let at = from; ; ) {
      const changed = this.#changed;
      for (let event = this.events[at]; event; event = this.events[++at]) yield event;
      if (this.#ended && at >= this.events.length) return;
      if (at >= this.events.length) await changed;
    }
  }

  #complete(status: string, usage: Interactions.Usage | undefined): void {
    this.#ended = true;
    this.#status = status;
    this.#usage = usage;
    this.#updated = new Date().toISOString();
    const { created } = this;
    const interaction = { ...this.#head(), ...(usage ? { usage } : {}), created, updated: this.#updated };
    this.#log({ interaction: { ...interaction, service_tier: 'standard' }, event_type: 'interaction.completed' });
  }

  #move(status: string): void {
    this.#status = status;
    this.#updated = new Date().toISOString();
    this.#log({ interaction_id: this.id, status, event_type: 'interaction.status_update' });
  }

  #head(): Interactions.InteractionCreatedEvent['interaction'] {
    const { model, agent } = this.request;
    return { id: this.id, status: this.#status, object: 'interaction', ...(model ? { model } : { agent }) };
  }

  #log(event: WireEvent): void {
    this.events.push(event);
    const wake = this.#wake;
    this.#arm();
    wake();
  }

  #arm(): void {
    this.#changed = new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** The body of a unary answer and of `GET`. */
  resource(parts: { readonly userSteps: boolean; readonly input: boolean }): Readonly<Record<string, unknown>> {
    const { id, created, input, request } = this;
    return {
      ...(id === '' ? {} : { id }),
      created,
      updated: this.#updated,
      object: 'interaction',
      service_tier: 'standard',
      status: this.#status,
      ...(request.model ? { model: request.model } : { agent: request.agent }),
      ...(request.previous_interaction_id ? { previous_interaction_id: request.previous_interaction_id } : {}),
      ...(parts.input ? { input: request.input } : {}),
      steps: [...(parts.userSteps ? input.filter((step) => step.type !== 'model_output') : []), ...this.#steps],
      ...(this.#usage ? { usage: this.#usage } : {}),
    };
  }
}

/** Requests that ask for thought summaries are recorded with text in `step.start`; so clients meet both forms here. */
function styleFor(request: CreateRequest): EventStyle {
  const textInStart = request.generation_config?.thinking_summaries === 'auto';
  return { withIds: request.background === true, textInStart };
}
