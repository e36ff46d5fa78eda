import type { AnswerChange } from '../../parts/answerChange';
import type { AnswerPart } from '../../parts/answerPart';
import type { JsonObject } from '../base/json';
import type { StepDelta } from '../interactions/deltas';
import type { Interaction, InteractionEvent, ServiceError } from '../interactions/events';
import { isTerminal } from '../interactions/status';
import { readStep, type Step } from '../interactions/steps';
import { addUsage, type Usage } from '../interactions/usage';
import type { AnswerForm } from './answerForm';
import { AnswerParts } from './answerParts';
import { StepParts } from './stepParts';
import type { TurnFailure } from './turn';

/**
 * One answer while it streams: reduces events into steps in wire form (for history and storage) and into parts (for the
 * panel). The parts say nothing but what the steps say, at every moment. An answer may take several hops, each with step
 * indexes of its own. Each event costs what it adds, never what is already there.
 */
export class Answer {
  private readonly all: StepParts[] = [];
  /** How many of them were there before the interaction of now. */
  private earlierSteps = 0;
  private open = new Map<number, StepParts>();
  private readonly shown = new AnswerParts();
  private readonly applied = new Set<string>();
  /** What came since the last event with an id: a stream that resumes after that id brings it once more. */
  private sinceLastId: string[] = [];
  private expected: string[] = [];
  private hopUsage: Usage | undefined;

  interactionId = '';
  usage: Usage | undefined;
  /** The model that answers, as the service last said it. Undefined: it has not said. */
  model: string | undefined;
  /** The sandbox that an agent works in. The same. */
  environmentId: string | undefined;
  /** The last interaction that completed, whatever its status. Undefined: the answer is not whole. */
  completed: Interaction | undefined;
  /** What the service said when it gave up. */
  error: ServiceError | undefined;
  lastEventId: string | undefined;
  /** Frames that were not JSON. */
  malformed = 0;
  /** Events of types this version does not know. */
  skippedEvents = 0;
  private outputError: ServiceError | undefined;

  /** Whether anything came over the wire: from then on asking again may bill again. */
  hasBegun = false;

  constructor(private readonly form: AnswerForm = 'words') {}

  /** Applies one event; an event with an id that was applied before changes nothing. */
  apply(event: InteractionEvent): readonly AnswerChange[] {
    if (event.type !== 'connected') this.hasBegun = true;
    // Before anything else: the ids of events count within one interaction.
    if (event.type === 'created' && event.interaction.id) this.beginHop(event.interaction.id);
    if (event.type === 'created' || event.type === 'completed') {
      this.model = event.interaction.model ?? this.model;
      this.environmentId = event.interaction.environmentId ?? this.environmentId;
    }
    if (this.wasApplied(event)) return [];
    const changes = this.reduce(event);
    // The sum at the end, where it comes, says more.
    if (event.totalUsage && event.type !== 'completed') this.usage = addUsage(this.hopUsage, event.totalUsage);
    return changes;
  }

  private reduce(event: InteractionEvent): readonly AnswerChange[] {
    switch (event.type) {
      case 'created':
        if (!event.interaction.id) this.beginHop('');
        return [];
      case 'stepStarted':
        this.outputError ??= event.error;
        return this.startStep(event.index, event.step);
      case 'stepGrew':
        return this.growStep(event.index, event.delta);
      case 'stepStopped':
        return this.stopStep(event.index);
      case 'completed':
        if (event.interaction.id) this.interactionId = event.interaction.id;
        if (event.interaction.usage) this.usage = addUsage(this.hopUsage, event.interaction.usage);
        this.completed = event.interaction;
        return this.takeSteps(event.interaction.steps);
      case 'failed':
        this.error = event.error;
        return [];
      case 'malformed':
        this.malformed += 1;
        return [];
      case 'unknown':
        this.skippedEvents += 1;
        return [];
      case 'statusChanged':
        this.changeStatus(event);
        return [];
      case 'connected':
        return [];
    }
  }

  /** A status alone can say that it ended. That counts until the interaction itself arrives. */
  private changeStatus({ status, rawStatus, usage }: Extract<InteractionEvent, { type: 'statusChanged' }>): void {
    if (this.completed || !isTerminal(status)) return;
    if (usage) this.usage = addUsage(this.hopUsage, usage);
    this.completed = { id: this.interactionId, status, rawStatus, steps: [], errors: [] };
  }

  /** Call before a stream resumes after `lastEventId`: it repeats the events without an id that came since then. */
  prepareToResume(): void {
    this.expected = [...this.sinceLastId];
    this.error = undefined;
  }

  /** What the requests took that came before the interaction of now. */
  get earlierUsage(): Usage | undefined {
    return this.hopUsage;
  }

  /** How much text there is to lose. UTF-16 units. */
  get textLength(): number {
    return this.shown.textLength;
  }

  /** True while nothing of an answer has arrived. */
  get isUntouched(): boolean {
    return this.all.length === 0;
  }

  /** Makes room for a second try after the first was refused. */
  forgetError(): void {
    this.error = undefined;
    this.hasBegun = false;
  }

  /** Why the answer failed, by the service's own word. */
  failureOfError(): TurnFailure | undefined {
    const error = this.error ?? this.completed?.errors[0] ?? this.outputError;
    return error && { reason: error.reason, ...(error.code && { code: error.code }) };
  }

  /** Whether there is anything a person or a tool can use, beside thoughts and the traces of tools. */
  get hasOutput(): boolean {
    return this.shown.hasOutput;
  }

  kindOf(part: number): AnswerPart['kind'] | undefined {
    return this.shown.kindOf(part);
  }

  get parts(): readonly AnswerPart[] {
    return this.shown.all;
  }

  get steps(): readonly JsonObject[] {
    return this.all.map((step) => step.wire());
  }

  /** The answer as a later `get` gives it, in one piece: for one whose stream broke off although it was finished. */
  static of(interaction: Interaction): Answer {
    const answer = new Answer();
    answer.apply({ type: 'completed', interaction });
    return answer;
  }

  private wasApplied(event: InteractionEvent): boolean {
    if (event.eventId !== undefined) {
      this.expected = [];
      const key = `${this.interactionId} ${event.eventId}`;
      if (this.applied.has(key)) return true;
      this.applied.add(key);
      this.lastEventId = event.eventId;
      this.sinceLastId = [];
      return false;
    }
    // Without any id nothing can be resumed, so nothing need be remembered.
    if (this.lastEventId === undefined || !isOfStep(event)) return false;
    const text = JSON.stringify(event);
    if (this.expected[0] === text) {
      this.expected.shift();
      return true;
    }
    this.expected = [];
    this.sinceLastId.push(text);
    return false;
  }

  private beginHop(id: string): void {
    // A resumed stream announces the same interaction again: its steps go on. A new id is a new hop.
    if (id && id === this.interactionId) return;
    this.interactionId = id;
    this.hopUsage = this.usage;
    this.earlierSteps = this.all.length;
    this.completed = undefined;
    this.open = new Map();
    this.lastEventId = undefined;
    this.sinceLastId = [];
    this.expected = [];
  }

  private startStep(index: number, step: Step): readonly AnswerChange[] {
    return this.begin(index, step).begin();
  }

  /**
   * An end that brings the steps of its interaction with it, where the stream has not: what it has more than there is
   * counts.
   */
  private takeSteps(steps: readonly Step[]): readonly AnswerChange[] {
    if (this.shown.hasOutputFrom(this.earlierSteps)) return [];
    const known = this.all.length - this.earlierSteps;
    const answered = steps.filter(({ type }) => type !== 'user_input');
    return answered.slice(known).flatMap((step, at) => this.startStep(known + at, step));
  }

  private growStep(index: number, delta: StepDelta): readonly AnswerChange[] {
    const step = this.open.get(index) ?? this.begin(index, readStep({ type: stepTypeOf(delta) }));
    return step.apply(delta);
  }

  private stopStep(index: number): readonly AnswerChange[] {
    const step = this.open.get(index);
    this.open.delete(index);
    return step?.stop() ?? [];
  }

  private begin(index: number, step: Step): StepParts {
    const parts = new StepParts(this.shown, this.all.length, step, this.form);
    this.all.push(parts);
    this.open.set(index, parts);
    return parts;
  }
}

function isOfStep(event: InteractionEvent): boolean {
  return event.type === 'stepStarted' || event.type === 'stepGrew' || event.type === 'stepStopped';
}

/** The step that must have started before a delta, where its start was missed, as after a resume. */
function stepTypeOf({ type }: StepDelta): string {
  switch (type) {
    case 'thought_summary':
    case 'thought_signature':
      return 'thought';
    case 'arguments_delta':
      return 'function_call';
    case 'text':
    case 'text_annotation_delta':
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
    case 'unknown':
      return 'model_output';
    default:
      return type;
  }
}
