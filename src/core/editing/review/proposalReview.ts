import { SourceText } from '../text/sourceText';
import { Anchor, type Placement, spliced } from './anchor';
import { applyHunks, type Hunk, hunksBetween, remainingHunks, withoutHunks } from './hunks';
import type { ContentChange } from './spans';

/** What all was at one time, to be there again when the user takes an accept back. */
interface Moment {
  readonly anchor: Anchor;
  readonly base: SourceText;
  readonly proposal: SourceText;
  /** Between that base and that proposal. Compared once more, the same lines may fall into other hunks. */
  readonly hunks: readonly Hunk[];
}

/** So many characters of earlier texts are kept for Undo. */
const keptChars = 20_000_000;

/**
 * The way of a change, from the question to the file. All of it is plain data; the owner of a review does the rest: shows
 * documents, asks, writes.
 *
 * 1. `editRequest(question, options)` makes the request, and the `form` and `target` to read its answer by; or refuses.
 * 2. `new ProposalReview(text)` at once, with the text the question was made of. From now on each change event of the file
 *    goes to `fileChanged`.
 * 3. `new ReplacementReader(form, target, kind)`: `push` each piece of the answer's text. While `lineCount` grows, hand
 *    `preview` to `propose` and show `proposal` beside `base`: four times a second at most, and not yet to be accepted.
 * 4. `finish(isWhole)` gives the `proposal` for `propose`, or a reason. Blocks of a chat come from `applyBlock` instead,
 *    which gives a `proposal` at once, or what to ask.
 * 5. Hunks: `hunkAt` finds one by a line, `whitespaceOnly` and `hiddenAdded` are to be told. `reject(hunks)` changes the
 *    proposal alone. What the user changes by hand in the proposal goes to `propose` as a whole.
 * 6. `prepare(hunks, fileText)` gives the edits for one WorkspaceEdit, and what is refused and why: write all or ask.
 *    Then `written(fileText)` or `notWritten(fileText)`; after it `base` has the hunks, and they are gone from `hunks`.
 * 7. `fileChanged` says true when Undo or Redo took the file to a moment around an accept: show `base` again.
 *
 * A proposal under review. `base` is the file as the proposal knows it and changes only by accepting; `proposal` changes
 * by streaming, by rejecting and by the user's hand. `hunks` is what differs. The file itself may become what it wants
 * meanwhile: it is told in `fileChanged`, and looked at again when something is accepted.
 */
export class ProposalReview {
  base: SourceText;
  proposal: SourceText;
  hunks: readonly Hunk[] = [];
  private anchor: Anchor;
  /** Around each accept: the moment before it and the one after it. */
  private moments: readonly Moment[] = [];
  /** Set from `prepare` on until the edits are written or not. */
  private writing: { readonly placement: Placement; readonly changes: ContentChange[][] } | undefined;

  /** With the text of the file when the question was asked. */
  constructor(fileText: string) {
    this.base = SourceText.of(fileText);
    this.proposal = this.base;
    this.anchor = new Anchor(this.base);
  }

  /** The whole document as it is proposed now: from the answer, or changed by the user's hand. */
  propose(proposalText: string): void {
    this.proposal = SourceText.of(proposalText);
    this.hunks = hunksBetween(this.base, this.proposal);
  }

  /** The base keeps these lines. Changes the proposal alone. */
  reject(hunks: readonly Hunk[]): void {
    this.proposal = withoutHunks(this.base, this.proposal, hunks);
    this.hunks = remainingHunks(this.hunks, hunks, 'rejected');
  }

  /**
   * A change event of the open document. True if it took an accept back, or repeated one: `base` and `hunks` are what they
   * were then.
   */
  fileChanged(changes: readonly ContentChange[]): boolean {
    if (this.writing) {
      this.writing.changes.push([...changes]);
      return false;
    }
    this.anchor = this.anchor.follow(changes);
    const { file } = this.anchor;
    const moment = this.moments.findLast(({ anchor }) => anchor.file.length === file.length && anchor.file === file);
    if (!moment || moment.base === this.base) return false;
    [this.anchor, this.base] = [moment.anchor, moment.base];
    this.hunks = moment.proposal === this.proposal ? moment.hunks : hunksBetween(this.base, this.proposal);
    return true;
  }

  /**
   * The edits that accept these hunks in the file as it is now: one WorkspaceEdit. Say `written` or `notWritten` after it
   * was tried, and prepare nothing else before that.
   */
  prepare(hunks: readonly Hunk[], fileText: string): Placement {
    this.anchor = this.anchor.catchUp(fileText);
    const placement = this.anchor.place(this.proposal, hunks);
    this.writing = { placement, changes: [] };
    return placement;
  }

  /** The edits of `prepare` stand in the file. `fileText` is what it holds now. */
  written(fileText: string): void {
    const { writing } = this;
    if (!writing) return;
    this.writing = undefined;
    const { edits } = writing.placement;
    const accepted = edits.map(({ hunk }) => hunk);
    const before = this.moment();
    this.base = applyHunks(this.base, this.proposal, accepted);
    this.hunks = remainingHunks(this.hunks, accepted, 'accepted');
    this.anchor = before.anchor.afterWriting(edits, this.base);
    this.remember(before, this.moment());
    for (const changes of changesAfter(before.anchor.file, this.anchor.file, writing.changes))
      this.fileChanged(changes);
    this.anchor = this.anchor.catchUp(fileText);
  }

  /** VS Code refused the edits: nothing was written. */
  notWritten(fileText: string): void {
    const changes = this.writing?.changes ?? [];
    this.writing = undefined;
    for (const some of changes) this.fileChanged(some);
    this.anchor = this.anchor.catchUp(fileText);
  }

  private moment(): Moment {
    const { anchor, base, proposal, hunks } = this;
    return { anchor, base, proposal, hunks };
  }

  private remember(...moments: readonly Moment[]): void {
    const all = [...this.moments, ...moments];
    let [first, chars] = [all.length, 0];
    while (first > 0 && chars <= keptChars) {
      first -= 1;
      chars += all[first]?.anchor.file.length ?? 0;
    }
    this.moments = all.slice(first);
  }
}

/** The changes that came after those which made `after` of `before`. None if these cannot be told apart. */
function changesAfter(before: string, after: string, events: readonly ContentChange[][]): readonly ContentChange[][] {
  let text = before;
  const own = events.findIndex((changes) => {
    text = changes.reduce(spliced, text);
    return text === after;
  });
  return own < 0 ? [] : events.slice(own + 1);
}
