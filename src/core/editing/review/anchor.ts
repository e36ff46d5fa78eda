import { breakOf, SourceText } from '../text/sourceText';
import { styleOf } from '../text/textStyle';
import type { Hunk } from './hunks';
import { type ContentChange, followed, healed, refound, type Span } from './spans';

/** Why a hunk is not written. The file was changed, and … */
export type RefusalReason =
  /** … the lines the hunk replaces are no longer what they were. */
  | 'linesChanged'
  /** … the lines stand there, but it is not certain that they are the same ones. */
  | 'unsure'
  /** … the lines between which the hunk puts new ones are no longer what they were, or no longer neighbours. */
  | 'surroundingsChanged'
  /** … all its line breaks are others now. */
  | 'lineBreaksChanged';

/** One edit of the file as it is now: whole lines, in UTF-16 units. */
export interface FileEdit extends ContentChange {
  readonly hunk: Hunk;
}

export interface Placement {
  /** In the order of the file; none touches another one. */
  readonly edits: readonly FileEdit[];
  readonly refused: readonly { readonly hunk: Hunk; readonly reason: RefusalReason }[];
}

/**
 * Where the lines of a base are in a file that goes on changing. Changes that are seen are followed exactly; after changes
 * nobody saw, lines are found again by whole lines and by what stands around them. What is not certain is lost.
 */
export class Anchor {
  constructor(
    private readonly base: SourceText,
    /** The file's text as far as it is known. */
    readonly file = base.text,
    private readonly spans: readonly Span[] = [{ base: 0, file: 0, length: base.text.length }],
  ) {}

  /** After one change event of the document: its changes in the order in which they were made. */
  follow(changes: readonly ContentChange[]): Anchor {
    let { file, spans } = this;
    for (const change of changes) {
      spans = followed(spans, change, file);
      file = spliced(file, change);
    }
    return new Anchor(this.base, file, spans);
  }

  /** With the file's text as it is now. Where this is not what was followed, what changed unseen is found out. */
  catchUp(file: string): Anchor {
    return file === this.file ? this : new Anchor(this.base, file, refound(this.spans, this.file, file));
  }

  /** The edits that write these hunks into the file as it is known. */
  place(proposal: SourceText, hunks: readonly Hunk[]): Placement {
    const spans = healed(this.spans, this.base.text, this.file);
    const edits: FileEdit[] = [];
    const refused: { hunk: Hunk; reason: RefusalReason }[] = [];
    for (const hunk of hunks) {
      const [from, to] = [this.base.offsetOf(hunk.baseStart), this.base.offsetOf(hunk.baseEnd)];
      const text = proposal.slice(hunk.proposalStart, hunk.proposalEnd);
      const offset = from === to ? this.gapAt(spans, hunk.baseStart) : this.linesAt(spans, from, to);
      if (offset === undefined) refused.push({ hunk, reason: this.reasonFor(hunk) });
      else if (!this.endsWell(offset + to - from, text, hunk)) refused.push({ hunk, reason: 'surroundingsChanged' });
      else edits.push({ hunk, offset, length: to - from, text });
    }
    return { edits: edits.sort((a, b) => a.offset - b.offset), refused };
  }

  /** After these edits of `place` were written: the base has the hunks too, and all that was known stays known. */
  afterWriting(edits: readonly FileEdit[], base: SourceText): Anchor {
    const own = edits.map(({ hunk, offset, length, text }) => ({
      base: this.base.offsetOf(hunk.baseStart),
      file: offset,
      length,
      grows: text.length - length,
    }));
    const spans = healed(this.spans, this.base.text, this.file).map((span) => {
      const inside = own.filter((edit) => edit.file >= span.file && edit.file + edit.length <= span.file + span.length);
      const before = own.filter((edit) => !inside.includes(edit) && edit.file < span.file);
      const beforeInBase = own.filter((edit) => !inside.includes(edit) && edit.base < span.base);
      const grown = (list: typeof own) => list.reduce((sum, { grows }) => sum + grows, 0);
      return {
        base: span.base + grown(beforeInBase),
        file: span.file + grown(before),
        length: span.length + grown(inside),
      };
    });
    const file = edits.toReversed().reduce(spliced, this.file);
    return new Anchor(
      base,
      file,
      spans.filter(({ length }) => length > 0),
    );
  }

  /** Where whole lines of the base stand, if they do as whole lines. */
  private linesAt(spans: readonly Span[], from: number, to: number): number | undefined {
    const span = spans.find(({ base, length }) => base <= from && to <= base + length);
    if (!span) return undefined;
    const start = span.file + from - span.base;
    return this.isLineStart(start) && this.isLineEnd(start + to - from) ? start : undefined;
  }

  /** The place between two lines of the base that still are neighbours. */
  private gapAt(spans: readonly Span[], line: number): number | undefined {
    const { base } = this;
    const [from, at, to] = [base.offsetOf(Math.max(0, line - 1)), base.offsetOf(line), base.offsetOf(line + 1)];
    if (line === 0 && to === at) return this.file.length === at ? at : undefined;
    const start = this.linesAt(spans, from, to);
    if (start === undefined) return undefined;
    if (line === 0 && start !== base.bom.length) return undefined;
    const place = start + at - from;
    return at === to && place !== this.file.length ? undefined : place;
  }

  private isLineStart(offset: number): boolean {
    if (offset === this.base.bom.length) return true;
    const [before = '', at] = [this.file[offset - 1], this.file[offset]];
    return before === '\n' || (before === '\r' && at !== '\n');
  }

  private isLineEnd(offset: number): boolean {
    const [before, at] = [this.file[offset - 1], this.file[offset]];
    if (at === undefined || before === '\n') return true;
    return before === '\r' ? at !== '\n' : at === '\n' || at === '\r';
  }

  /** Lines without a line break belong at the end of the file alone; so do line breaks that are added there. */
  private endsWell(end: number, text: string, hunk: Hunk): boolean {
    if (end === this.file.length) return true;
    const lastOfBase = this.base.lines[hunk.baseEnd - 1];
    const hadBreak = hunk.baseStart === hunk.baseEnd || breakOf(lastOfBase ?? '') !== '';
    return hadBreak ? text === '' || breakOf(text) !== '' : text !== '' && breakOf(text) === '';
  }

  private reasonFor(hunk: Hunk): RefusalReason {
    const [was, is] = [styleOf(this.base), styleOf(SourceText.of(this.file))];
    if (!was.hasMixedBreaks && !is.hasMixedBreaks && was.lineBreak !== is.lineBreak) return 'lineBreaksChanged';
    if (hunk.baseStart === hunk.baseEnd) return 'surroundingsChanged';
    return `\n${this.file}`.includes(`\n${this.base.slice(hunk.baseStart, hunk.baseEnd)}`) ? 'unsure' : 'linesChanged';
  }
}

export function spliced(text: string, { offset, length, text: added }: ContentChange): string {
  return text.slice(0, offset) + added + text.slice(offset + length);
}
