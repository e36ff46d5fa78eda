import type { AnswerForm } from '../ask/answerForm';
import type { EditKind } from '../ask/editPrompt';
import { type EditTarget, sentLines } from '../ask/editTarget';
import { type Replacement, replaced } from '../text/restyled';
import { chooseBlock } from './chooseBlock';
import { FenceReader } from './fenceReader';
import { UnreachedLines } from './preview';
import type { AnswerRefusal, Repair } from './refusals';
import { PartRepair, type RepairedPart } from './repairPart';
import { type TaggedPart, TaggedParts } from './taggedParts';

export type ReadAnswer =
  | {
      readonly kind: 'replacement';
      /** The whole document with the new lines in place, in its own style. */
      readonly proposal: string;
      /** The new lines of each selection, for `earlier` of a request that refines them. */
      readonly parts: readonly string[];
      readonly repairs: readonly Repair[];
    }
  | { readonly kind: 'refused'; readonly reason: AnswerRefusal };

/**
 * Reads an answer while it streams. `preview` is the document as far as the answer is certain; `finish` is what becomes of
 * it. A part of an answer never passes as all of it: each selection has its two tags, or the answer is one closed block.
 */
export class ReplacementReader {
  private readonly tagged: TaggedParts;
  private readonly fence = new FenceReader();
  private unreached: readonly UnreachedLines[];
  private written = '';

  constructor(
    private readonly form: AnswerForm,
    private readonly target: EditTarget,
    private readonly kind: EditKind,
  ) {
    this.tagged = new TaggedParts(form);
    this.unreached = this.allUnreached();
  }

  push(text: string): void {
    const hadParts = this.tagged.parts.length > 0;
    this.written += text;
    this.tagged.push(text);
    if (this.tagged.parts.length === 0) this.fence.push(text);
    // Which old lines a fence before the tags has says nothing of the part.
    else if (!hadParts) this.unreached = this.allUnreached();
  }

  /** All that the model has written. */
  get text(): string {
    return this.written;
  }

  /** How many new lines are certain so far: the preview changes when this does. */
  get lineCount(): number {
    return this.linesSoFar().reduce((sum, lines) => sum + lines.length, 0);
  }

  /** The document while the answer is written: the new lines, and then the old ones they have not reached. */
  get preview(): string {
    return this.documentWith(this.shownSoFar());
  }

  /** The line of the preview that is being written, counted from 0. */
  get lastLine(): number {
    const soFar = this.linesSoFar();
    const shown = this.shownSoFar();
    let [last, moved] = [this.target.ranges[0]?.start ?? 0, 0];
    for (const [at, { start, end }] of this.target.ranges.entries()) {
      const written = soFar[at]?.length ?? 0;
      if (written > 0) last = start + moved + written - 1;
      moved += (shown[at]?.length ?? 0) - (end - start);
    }
    return last;
  }

  /** `isWhole`: the service says that the answer is complete. An answer that has all its ends is, whatever happened then. */
  finish(isWhole: boolean): ReadAnswer {
    this.tagged.end();
    const parts = this.tagged.parts.length === 0 ? this.fenced(isWhole) : this.taggedParts(isWhole);
    if (!Array.isArray(parts)) return { kind: 'refused', reason: parts };
    return {
      kind: 'replacement',
      proposal: this.documentWith(parts.map(({ lines }) => lines)),
      parts: parts.map(({ lines }) => lines.join('\n')),
      repairs: [...new Set(parts.flatMap(({ repairs }) => repairs))],
    };
  }

  private taggedParts(isWhole: boolean): Lines[] | AnswerRefusal {
    const { parts, isMalformed } = this.tagged;
    if (isMalformed || parts.some(({ number }) => number < 1 || number > this.form.parts)) return 'malformed';
    if (parts.some(({ isClosed }) => !isClosed)) return 'cut';
    const result: Lines[] = [];
    for (const at of this.target.ranges.keys()) {
      const own = parts.filter(({ number }) => number === at + 1);
      if (own.length === 0) return isWhole ? 'partMissing' : 'cut';
      const part = this.onePart(own, at);
      const repaired = part && this.repairOf(at)?.repaired(part.lines);
      if (!repaired) return 'severalBlocks';
      if (repaired.kind === 'refused') return repaired.reason;
      result.push(repaired);
    }
    return result;
  }

  /** Of several parts with one number the only new one, where the first is the old code or all are the same. */
  private onePart(own: readonly TaggedPart[], at: number): TaggedPart | undefined {
    const range = this.target.ranges[at];
    const text = (lines: readonly string[]) => lines.join('\n').trim();
    const old = range ? text(sentLines(this.target, range)) : '';
    const different = own.filter(({ lines }) => text(lines) !== old);
    const [first] = different.length === 0 ? own : different;
    return first && different.every(({ lines }) => text(lines) === text(first.lines)) ? first : undefined;
  }

  private fenced(isWhole: boolean): Lines[] | AnswerRefusal {
    const [range] = this.target.ranges;
    if (!isWhole) return 'cut';
    if (this.written.trim() === '') return 'empty';
    if (!range || this.form.parts > 1) return /^\s{0,3}(?:```|~~~)/m.test(this.written) ? 'severalBlocks' : 'prose';
    const selected = sentLines(this.target, range);
    const chosen = chooseBlock(this.written.split(/\r?\n/), selected, this.target.languageId);
    if (chosen.kind === 'refused') return chosen.reason;
    const repaired = this.repairOf(0)?.repaired(chosen.lines, chosen.isPatch);
    if (!repaired) return 'prose';
    return repaired.kind === 'refused'
      ? repaired.reason
      : [{ ...repaired, repairs: ['tagsMissing', ...repaired.repairs] }];
  }

  private repairOf(at: number): PartRepair | undefined {
    const range = this.target.ranges[at];
    return range && new PartRepair(this.target, range, this.kind);
  }

  private allUnreached(): readonly UnreachedLines[] {
    return this.target.ranges.map((range) => new UnreachedLines(sentLines(this.target, range)));
  }

  private shownSoFar(): readonly (readonly string[])[] {
    const soFar = this.linesSoFar();
    return this.target.ranges.map((_, at) => {
      const lines = soFar[at] ?? [];
      const isClosed = this.tagged.parts.some(({ number, isClosed }) => number === at + 1 && isClosed);
      return isClosed ? lines : [...lines, ...(this.unreached[at]?.after(lines) ?? [])];
    });
  }

  private linesSoFar(): readonly (readonly string[])[] {
    const { parts } = this.tagged;
    if (parts.length === 0) return this.form.parts === 1 ? [this.fence.codeLines] : [];
    return this.target.ranges.map((_, at) => parts.find(({ number }) => number === at + 1)?.lines ?? []);
  }

  private documentWith(contents: readonly (readonly string[])[]): string {
    const { source, ranges } = this.target;
    const replacements = ranges.map(
      (range, at): Replacement => ({
        ...range,
        contents: contents[at] ?? [],
        known: sentLines(this.target, range),
      }),
    );
    return replaced(source, replacements).text;
  }
}

type Lines = Extract<RepairedPart, { kind: 'lines' }>;
