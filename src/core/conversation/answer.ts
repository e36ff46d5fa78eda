import type { AnswerPart } from '../../protocol/answer';
import type { JsonObject } from '../base/json';
import { StepAssembler } from '../interactions/assembler';
import type { StepDelta } from '../interactions/deltas';
import type { Interaction, InteractionEvent, ServiceError } from '../interactions/events';
import { isTerminal } from '../interactions/status';
import type { Step } from '../interactions/steps';
import { addUsage, type Usage } from '../interactions/usage';
import { type AnswerChange, AnswerParts } from './answerParts';
import { toolText } from './toolText';
import type { TurnFailure } from './turn';

interface OpenStep {
  readonly assembler: StepAssembler;
  readonly type: Step['type'];
}

/**
 * One answer while it streams: reduces events into steps in wire form (for history and storage) and into parts (for the
 * panel). An answer may take several hops, each with step indexes of its own. Each event costs what it adds, never what
 * is already there.
 */
export class Answer {
  private readonly assemblers: StepAssembler[] = [];
  private open = new Map<number, OpenStep>();
  private readonly shown = new AnswerParts();
  private readonly applied = new Set<string>();
  /** What came since the last event with an id: a stream that resumes after that id brings it once more. */
  private sinceLastId: string[] = [];
  private expected: string[] = [];
  private hopUsage: Usage | undefined;

  interactionId = '';
  usage: Usage | undefined;
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

  /** Applies one event; an event with an id that was applied before changes nothing. */
  apply(event: InteractionEvent): readonly AnswerChange[] {
    if (event.type !== 'connected') this.hasBegun = true;
    if (this.wasApplied(event)) return [];
    const changes = this.reduce(event);
    // The sum at the end, where it comes, says more.
    if (event.totalUsage && event.type !== 'completed') this.usage = addUsage(this.hopUsage, event.totalUsage);
    return changes;
  }

  private reduce(event: InteractionEvent): readonly AnswerChange[] {
    switch (event.type) {
      case 'created':
        this.beginHop(event.interaction.id);
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
        return this.hasOutput ? [] : this.takeSteps(event.interaction.steps);
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

  /** An end that is told by a status alone counts until the interaction itself tells it. */
  private changeStatus({ status, rawStatus, usage }: Extract<InteractionEvent, { type: 'statusChanged' }>): void {
    if (this.completed || !isTerminal(status)) return;
    if (usage) this.usage = addUsage(this.hopUsage, usage);
    this.completed = { id: this.interactionId, status, rawStatus, steps: [], errors: [] };
  }

  /** Says that a stream follows which goes on after `lastEventId`: what came without an id since then comes again. */
  prepareToResume(): void {
    this.expected = [...this.sinceLastId];
    this.error = undefined;
  }

  /** How much text there is to lose. UTF-16 units. */
  get textLength(): number {
    return this.shown.textLength;
  }

  /** True while nothing of an answer has arrived. */
  get isUntouched(): boolean {
    return this.assemblers.length === 0 && this.shown.isEmpty;
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
    return this.assemblers.map((assembler) => assembler.wire());
  }

  /** The answer as a later `get` gives it, in one piece: for one whose stream broke off although it was finished. */
  static of(interaction: Interaction): Answer {
    const answer = new Answer();
    answer.apply({ type: 'created', interaction });
    interaction.steps.forEach((step, index) => {
      if (step.type !== 'user_input') answer.apply({ type: 'stepStarted', index, step });
    });
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
    this.completed = undefined;
    this.open = new Map();
  }

  private startStep(index: number, step: Step): readonly AnswerChange[] {
    const assembler = new StepAssembler(step.wire);
    this.assemblers.push(assembler);
    this.open.set(index, { assembler, type: step.type });
    switch (step.type) {
      case 'model_output':
        return step.content.flatMap((content) => this.shown.showContent(content, 'text'));
      case 'thought':
        return step.summary.flatMap((content) => this.shown.showContent(content, 'thought'));
      case 'user_input':
        return [];
      case 'unknown':
        return [this.shown.add({ kind: 'unknown', text: JSON.stringify(step.wire) })];
      default:
        return [this.shown.add({ kind: 'tool', step: step.type, text: toolText(step.wire) })];
    }
  }

  /** An end that brings the steps with it, where the stream has not: what it has more than there is counts. */
  private takeSteps(steps: readonly Step[]): readonly AnswerChange[] {
    const answered = steps.filter(({ type }) => type !== 'user_input');
    return answered
      .slice(this.assemblers.length)
      .flatMap((step, at) => this.startStep(this.assemblers.length + at, step));
  }

  private growStep(index: number, delta: StepDelta): readonly AnswerChange[] {
    let open = this.open.get(index);
    const changes: AnswerChange[] = [];
    if (!open) {
      // The start was missed, as after a resume. What grows tells what it must have been.
      const type = delta.type === 'thought_summary' || delta.type === 'thought_signature' ? 'thought' : 'model_output';
      open = { assembler: new StepAssembler({ type }), type };
      this.assemblers.push(open.assembler);
      this.open.set(index, open);
    }
    open.assembler.apply(delta);
    switch (delta.type) {
      case 'text':
        changes.push(...this.shown.grow('text', delta.text));
        break;
      case 'thought_summary':
        changes.push(...this.shown.showContent(delta.content, 'thought'));
        break;
      case 'image':
      case 'audio':
      case 'video':
      case 'document':
        changes.push(...this.shown.showContent(delta.content, 'text'));
        break;
      case 'text_annotation_delta':
        changes.push(...this.shown.cite(delta.annotations));
        break;
      case 'arguments_delta':
        changes.push(...this.shown.grow('tool', delta.fields ? toolText(delta.fields) : delta.json));
        break;
      case 'thought_signature':
        break;
      case 'unknown':
        changes.push(this.shown.add({ kind: 'unknown', text: JSON.stringify(delta.wire) }));
        break;
      default:
        changes.push(...this.shown.grow('tool', toolText(delta.wire)));
    }
    return changes;
  }

  private stopStep(index: number): readonly AnswerChange[] {
    this.open.delete(index);
    return [];
  }
}

function isOfStep(event: InteractionEvent): boolean {
  return event.type === 'stepStarted' || event.type === 'stepGrew' || event.type === 'stepStopped';
}
