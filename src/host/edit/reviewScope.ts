import type { LineRange } from '../../core/editing/ask/editTarget';
import { hunksBetween } from '../../core/editing/review/hunks';
import { movedRanges, rangeOfHunks } from '../../core/editing/review/movedRanges';
import { SourceText } from '../../core/editing/text/sourceText';

/** What a review was asked for, so that a refinement can go on from there. */
export class ReviewScope {
  constructor(
    /** The interactions that wrote the proposal, or began to, as they lie at Google. */
    private ids: readonly string[],
    /** The one that wrote all of the proposal: a refinement continues it. Empty: there is none. */
    private continued: string,
    /** Lines of the base. Empty: Gemini was not asked for any. */
    private asked: readonly LineRange[],
  ) {}

  get interactionIds(): readonly string[] {
    return this.ids;
  }

  get ranges(): readonly LineRange[] {
    return this.asked;
  }

  /** Gemini was asked for these lines of the base. */
  begin(ranges: readonly LineRange[]): void {
    this.asked = ranges;
  }

  get continuedId(): string {
    return this.continued;
  }

  /** An interaction writes the proposal, and is kept at Google from now on. */
  created(interactionId: string): void {
    if (interactionId !== '') this.ids = [...this.ids, interactionId];
  }

  /** This interaction has written all of the proposal. */
  answered(interactionId: string): void {
    this.continued = interactionId;
  }

  /** None of them is at Google any more. */
  forgotten(): void {
    this.ids = [];
    this.continued = '';
  }

  /** The base is another text now. */
  baseChanged(from: string, to: string): void {
    if (from !== to) this.asked = movedRanges(this.asked, SourceText.of(from), SourceText.of(to));
  }

  /** The lines of the proposal that a refinement replaces: those that were asked for, else all that differ. */
  inProposal(base: string, proposal: string): readonly LineRange[] {
    const [from, to] = [SourceText.of(base), SourceText.of(proposal)];
    const ranges = this.asked.length > 0 ? this.asked : [rangeOfHunks(hunksBetween(from, to))];
    return movedRanges(ranges, from, to);
  }
}
