import type { AnswerPart, SourceView } from '../../protocol';
import { StepAssembler } from '../interactions/assembler';
import type { Annotation, Content } from '../interactions/content';
import type { StepDelta } from '../interactions/deltas';
import type { Interaction, InteractionEvent, ServiceError } from '../interactions/events';
import type { Step } from '../interactions/steps';
import { addUsage, type Usage } from '../interactions/usage';
import type { JsonObject } from '../json';
import { toolText } from './toolText';
import type { TurnFailure } from './turn';

/** A change of the answer as the panel shows it. */
export type AnswerChange =
  | { readonly type: 'partAdded'; readonly part: AnswerPart }
  | { readonly type: 'partGrew'; readonly part: number; readonly text: string }
  | { readonly type: 'partReplaced'; readonly part: number; readonly value: AnswerPart };

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
  private readonly shown: Draft[] = [];
  private sources: { part: number; byUrl: Map<string, SourceView> } | undefined;
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

  /** Whether anything came over the wire: from then on asking again may bill again. */
  hasBegun = false;

  /** Applies one event; an event with an id that was applied before changes nothing. */
  apply(event: InteractionEvent): readonly AnswerChange[] {
    if (event.type !== 'connected') this.hasBegun = true;
    if (this.wasApplied(event)) return [];
    switch (event.type) {
      case 'created':
        this.beginHop(event.interaction.id);
        return [];
      case 'stepStarted':
        return this.startStep(event.index, event.step);
      case 'stepGrew':
        return this.growStep(event.index, event.delta);
      case 'stepStopped':
        return this.stopStep(event.index);
      case 'completed':
        if (event.interaction.id) this.interactionId = event.interaction.id;
        this.usage = addUsage(this.hopUsage, event.interaction.usage);
        this.completed = event.interaction;
        return [];
      case 'failed':
        this.error = event.error;
        return [];
      case 'malformed':
        this.malformed += 1;
        return [];
      case 'unknown':
        return [this.add({ kind: 'unknown', text: JSON.stringify(event.wire) })];
      case 'statusChanged':
      case 'connected':
        return [];
    }
  }

  /** Says that a stream follows which goes on after `lastEventId`: what came without an id since then comes again. */
  prepareToResume(): void {
    this.expected = [...this.sinceLastId];
    this.error = undefined;
  }

  /** How much text there is to lose. UTF-16 units. */
  get textLength(): number {
    return this.shown.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 0), 0);
  }

  /** True while nothing of an answer has arrived. */
  get isUntouched(): boolean {
    return this.assemblers.length === 0 && this.shown.length === 0;
  }

  /** Makes room for a second try after the first was refused. */
  forgetError(): void {
    this.error = undefined;
    this.hasBegun = false;
  }

  /** Why the answer failed, by the service's own word. */
  failureOfError(): TurnFailure | undefined {
    const error = this.error ?? this.completed?.errors[0];
    return error && { reason: error.reason, ...(error.code && { code: error.code }) };
  }

  kindOf(part: number): AnswerPart['kind'] | undefined {
    return this.shown[part]?.kind;
  }

  get parts(): readonly AnswerPart[] {
    return this.shown.map((part) => ({ ...part }));
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
        return step.content.flatMap((content) => this.showContent(content, 'text'));
      case 'thought':
        return step.summary.flatMap((content) => this.showContent(content, 'thought'));
      case 'user_input':
        return [];
      case 'unknown':
        return [this.add({ kind: 'unknown', text: JSON.stringify(step.wire) })];
      default:
        return [this.add({ kind: 'tool', step: step.type, text: toolText(step.wire) })];
    }
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
        changes.push(...this.grow('text', delta.text));
        break;
      case 'thought_summary':
        changes.push(...this.showContent(delta.content, 'thought'));
        break;
      case 'image':
      case 'audio':
      case 'video':
      case 'document':
        changes.push(...this.showContent(delta.content, 'text'));
        break;
      case 'text_annotation_delta':
        changes.push(...this.cite(delta.annotations));
        break;
      case 'arguments_delta':
        changes.push(...this.grow('tool', delta.json));
        break;
      case 'thought_signature':
        break;
      case 'unknown':
        changes.push(this.add({ kind: 'unknown', text: JSON.stringify(delta.wire) }));
        break;
      default:
        changes.push(...this.grow('tool', toolText(delta.wire)));
    }
    return changes;
  }

  private stopStep(index: number): readonly AnswerChange[] {
    this.open.delete(index);
    return [];
  }

  private showContent(content: Content, kind: 'text' | 'thought'): readonly AnswerChange[] {
    switch (content.type) {
      case 'text':
        return [
          ...(content.text ? this.grow(kind, content.text) : []),
          ...(content.annotations.length > 0 ? this.cite(content.annotations) : []),
        ];
      case 'unknown':
        return [this.add({ kind: 'unknown', text: JSON.stringify(content.wire) })];
      default:
        return [
          this.add({
            kind: 'media',
            media: content.type,
            mimeType: content.mimeType,
            ...(content.data !== undefined && { data: content.data }),
          }),
        ];
    }
  }

  /** Adds text to the last part if it is of this kind, else begins a new part. */
  private grow(kind: 'text' | 'thought' | 'tool', text: string): readonly AnswerChange[] {
    // Sources stand beside the text and do not cut it: a later `get` brings both in one piece.
    const at = this.shown.length - (this.shown.at(-1)?.kind === 'sources' ? 2 : 1);
    const last = this.shown[at];
    if (last && last.kind === kind) {
      last.text += text;
      return text ? [{ type: 'partGrew', part: at, text }] : [];
    }
    return [this.add(kind === 'tool' ? { kind, step: 'unknown', text } : { kind, text })];
  }

  private cite(annotations: readonly Annotation[]): readonly AnswerChange[] {
    const found = annotations.flatMap((annotation): SourceView[] =>
      annotation.type === 'url_citation' ? [{ title: annotation.title || annotation.url, url: annotation.url }] : [],
    );
    if (found.length === 0) return [];
    const byUrl = this.sources?.byUrl ?? new Map<string, SourceView>();
    // The same source supports many sentences; it is listed once.
    for (const source of found) if (!byUrl.has(source.url)) byUrl.set(source.url, source);
    const value: AnswerPart = { kind: 'sources', sources: [...byUrl.values()] };
    if (!this.sources) {
      this.sources = { part: this.shown.length, byUrl };
      return [this.add(value)];
    }
    this.shown[this.sources.part] = value;
    return [{ type: 'partReplaced', part: this.sources.part, value }];
  }

  private add(part: AnswerPart): AnswerChange {
    this.shown.push({ ...part });
    return { type: 'partAdded', part };
  }
}

function isOfStep(event: InteractionEvent): boolean {
  return event.type === 'stepStarted' || event.type === 'stepGrew' || event.type === 'stepStopped';
}

/** A part whose text may still grow in place. */
type Draft = AnswerPart extends infer Part
  ? Part extends unknown
    ? { -readonly [K in keyof Part]: Part[K] }
    : never
  : never;
