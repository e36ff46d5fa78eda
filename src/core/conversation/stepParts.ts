import type { AnswerChange } from '../../parts/answerChange';
import type { AnswerPart } from '../../parts/answerPart';
import { readCitations } from '../../parts/citation';
import { mediaPart } from '../../parts/mediaPart';
import { textPart } from '../../parts/textPart';
import { behindThought, thoughtPart } from '../../parts/thoughtPart';
import { toolCallPart } from '../../parts/toolCallPart';
import { toolResultPart } from '../../parts/toolResultPart';
import { unknownPart } from '../../parts/unknownPart';
import type { JsonObject } from '../base/json';
import { StepAssembler, type StepChange } from '../interactions/assembler';
import { readAnnotation, readContent } from '../interactions/content';
import type { StepDelta } from '../interactions/deltas';
import { readStep, type Step } from '../interactions/steps';
import type { AnswerForm } from './answerForm';
import type { AnswerParts, GrowingPart } from './answerParts';
import { ReadableText } from './readableText';

/** One step of an answer while it grows: its wire form, and the parts that show it. */
export class StepParts {
  private readonly assembler: StepAssembler;
  /** The part that stands for the step itself: of tools, and of steps that are not known. */
  private own: GrowingPart | undefined;
  /** The part of each item. Several items of a thought share one; an empty text has none. */
  private readonly items = new Map<number, GrowingPart>();
  private readonly readable = new Map<number, ReadableText>();

  /** `number`: which step of the answer it is. */
  constructor(
    private readonly all: AnswerParts,
    private readonly number: number,
    private readonly step: Step,
    private readonly form: AnswerForm,
  ) {
    this.assembler = new StepAssembler(step.wire);
  }

  /** Shows what the step has at its start. */
  begin(): readonly AnswerChange[] {
    if (this.step.type === 'user_input') return [];
    return [...this.showOwn(), ...this.assembler.items.flatMap((_, item) => this.showItem(item))];
  }

  apply(delta: StepDelta): readonly AnswerChange[] {
    const changes = this.assembler.apply(delta);
    return this.step.type === 'user_input' ? [] : changes.flatMap((change) => this.show(change));
  }

  /** No more comes. Arguments that came as text are whole now. */
  stop(): readonly AnswerChange[] {
    const { own } = this;
    return own?.value.kind === 'toolCall' && own.value.argumentsText !== undefined ? this.showOwn() : [];
  }

  /** The step so far, as the service writes it. */
  wire(): JsonObject {
    return this.assembler.wire();
  }

  private show(change: StepChange): readonly AnswerChange[] {
    switch (change.type) {
      case 'itemAdded':
        return this.showItem(change.item);
      case 'itemGrew': {
        const part = this.items.get(change.item);
        if (!part) return this.showItem(change.item);
        return this.all.grow(part, this.readable.get(change.item)?.push(change.text) ?? change.text);
      }
      case 'itemAnnotated': {
        const part = this.items.get(change.item);
        if (!part) return this.showItem(change.item);
        return part.value.kind === 'text'
          ? this.all.cite(part, readCitations(change.annotations.map(readAnnotation)))
          : [];
      }
      case 'argumentsGrew':
        return this.own ? this.all.grow(this.own, change.text) : [];
      case 'resultGrew':
        return this.own ? this.all.addResult(this.own, change.result) : [];
      case 'fieldsChanged':
        return this.showOwn();
    }
  }

  private showOwn(): readonly AnswerChange[] {
    const value = this.readOwn();
    if (!value) return [];
    if (this.own) return this.all.replace(this.own, value);
    const { part, change } = this.all.add({ step: this.number, item: -1, read: () => this.readOwn() }, value);
    this.own = part;
    return [change];
  }

  private showItem(item: number): readonly AnswerChange[] {
    const value = this.readItem(item);
    if (!value) return [];
    const before = this.items.get(item - 1);
    if (value.kind === 'thought' && before?.value.kind === 'thought') {
      this.items.set(item, before);
      return this.all.grow(before, behindThought(before.value.text, value.text));
    }
    const { part, change } = this.all.add({ step: this.number, item, read: () => this.readItem(item) }, value);
    this.items.set(item, part);
    return [change];
  }

  private readOwn(): AnswerPart | undefined {
    const step = readStep(this.assembler.wire());
    switch (step.type) {
      case 'user_input':
      case 'model_output':
      case 'thought':
        return undefined;
      case 'unknown': {
        // Its items are shown by themselves.
        const { content: _, ...wire } = step.wire;
        return unknownPart.read(wire);
      }
      default:
        return 'arguments' in step ? toolCallPart.read(step) : toolResultPart.read(step);
    }
  }

  private readItem(item: number): AnswerPart | undefined {
    const content = readContent(this.assembler.item(item));
    switch (content.type) {
      case 'text': {
        if (this.step.type === 'thought') return content.text === '' ? undefined : thoughtPart.read(content);
        const readable = new ReadableText(this.form);
        this.readable.set(item, readable);
        const part = { ...textPart.read(content), text: readable.push(content.text) };
        return part.text === '' && !part.citations ? undefined : part;
      }
      case 'unknown':
        return unknownPart.read(content.wire);
      default:
        return mediaPart.read(content);
    }
  }
}
