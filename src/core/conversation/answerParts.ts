import type { AnswerChange, PartGain } from '../../parts/answerChange';
import type { AnswerPart } from '../../parts/answerPart';
import type { Citation } from '../../parts/citation';
import type { JsonValue } from '../base/json';

/** A part whose text may grow in place. */
type Draft<Part> = Part extends unknown ? { -readonly [K in keyof Part]: Part[K] } : never;

/** A part of an answer on its way. */
export interface GrowingPart {
  /** The number of the step that it belongs to, and of the item within that step; -1 stands before the items. */
  readonly step: number;
  readonly item: number;
  /** Its number among all parts now. */
  index: number;
  value: Draft<AnswerPart>;
  /** What its lists have gained. Kept apart, so that a gain costs no more than itself. */
  readonly citations: Citation[];
  readonly result: JsonValue[];
  /** Reads the part from its step. Arguments of a call are text while they come, and may be whole by now. */
  readonly read: () => AnswerPart | undefined;
}

/** The parts of one answer, in the order of its steps, while they grow. Each method returns what it changed. */
export class AnswerParts {
  private readonly growing: GrowingPart[] = [];

  get all(): readonly AnswerPart[] {
    return this.growing.map(wholeOf);
  }

  /** How much text there is to lose. UTF-16 units. */
  get textLength(): number {
    return this.growing.reduce((sum, { value }) => sum + (value.kind === 'text' ? value.text.length : 0), 0);
  }

  /** Whether there is anything a person or a tool can use, beside thoughts and the traces of tools. */
  get hasOutput(): boolean {
    return this.hasOutputFrom(0);
  }

  /** The same of the step with this number and those behind it. */
  hasOutputFrom(first: number): boolean {
    return this.growing.some(
      ({ step, value }) =>
        step >= first &&
        (value.kind === 'media' ||
          value.kind === 'unknown' ||
          (value.kind === 'text' && value.text.trim() !== '') ||
          (value.kind === 'toolCall' && value.step === 'function_call')),
    );
  }

  kindOf(index: number): AnswerPart['kind'] | undefined {
    return this.growing[index]?.value.kind;
  }

  /** Steps nearly always come one after the other. Where they do not, the part goes before those of later steps. */
  add(
    { step, item, read }: Pick<GrowingPart, 'step' | 'item' | 'read'>,
    value: AnswerPart,
  ): { readonly part: GrowingPart; readonly change: AnswerChange } {
    const later = this.growing.length - 1 - this.growing.findLastIndex((part) => !isAfter(part, step, item));
    const index = this.growing.length - later;
    const part = { step, item, read, index, value: { ...value }, citations: [], result: [] };
    this.growing.splice(index, 0, part);
    for (const moved of later > 0 ? this.growing.slice(index + 1) : []) moved.index += 1;
    return { part, change: { type: 'partAdded', part: value, ...(later > 0 && { at: index }) } };
  }

  /** Adds text: to a text, a thought, or the JSON text of the arguments of a call. */
  grow({ index, value }: GrowingPart, text: string): readonly AnswerChange[] {
    if (text === '') return [];
    if (value.kind === 'text' || value.kind === 'thought') value.text += text;
    else if (value.kind === 'toolCall') value.argumentsText = (value.argumentsText ?? '') + text;
    else return [];
    return [{ type: 'partGrew', part: index, text }];
  }

  cite(part: GrowingPart, citations: readonly Citation[]): readonly AnswerChange[] {
    if (citations.length === 0) return [];
    // Not as arguments of one call: there may be more than a call takes.
    for (const citation of citations) part.citations.push(citation);
    return [gained(part, { kind: 'text', citations })];
  }

  addResult(part: GrowingPart, result: readonly JsonValue[]): readonly AnswerChange[] {
    for (const item of result) part.result.push(item);
    return [gained(part, { kind: 'toolResult', result })];
  }

  replace(part: GrowingPart, value: AnswerPart): readonly AnswerChange[] {
    part.value = { ...value };
    part.result.length = 0;
    return [{ type: 'partReplaced', part: part.index, value }];
  }
}

function isAfter(part: GrowingPart, step: number, item: number): boolean {
  return part.step > step || (part.step === step && part.item > item);
}

function gained({ index }: GrowingPart, gain: PartGain): AnswerChange {
  return { type: 'partGained', part: index, gain };
}

function wholeOf({ value, citations, result, read }: GrowingPart): AnswerPart {
  if (value.kind === 'toolCall' && value.argumentsText !== undefined) return read() ?? { ...value };
  if (value.kind === 'text' && citations.length > 0) {
    return { ...value, citations: [...(value.citations ?? []), ...citations] };
  }
  if (value.kind === 'toolResult' && result.length > 0 && Array.isArray(value.result)) {
    return { ...value, result: [...value.result, ...result] };
  }
  return { ...value };
}
