import type * as vscode from 'vscode';
import { hiddenAdded } from '../../core/editing/review/hiddenText';
import type { Hunk } from '../../core/editing/review/hunks';
import { ProposalReview } from '../../core/editing/review/proposalReview';
import type { ProposalDocument } from './proposalDocument';
import type { ReviewTarget } from './reviewTarget';
import { type WriteResult, writeHunks } from './writeHunks';

/** What differs between the two sides of a review, and what is decided on it. */
export class ReviewChanges {
  private readonly engine: ProposalReview;
  /** How many changes the document had with each base: an undo brings an earlier one back. */
  private readonly appliedWith = new Map<unknown, number>();
  private most = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    base: string,
    private readonly proposal: ProposalDocument,
    private readonly target: ReviewTarget,
    /** The left side has to show another text: a change was accepted, or an accept was taken back. */
    private readonly onBaseChange: (base: string, old: string) => void,
  ) {
    this.engine = new ProposalReview(base);
  }

  get base(): string {
    return this.engine.base.text;
  }

  /** The proposal as far as it was told. */
  get proposed(): string {
    return this.engine.proposal.text;
  }

  /** The changes that are left to decide on, as both sides are now: the user may have edited the proposal. */
  get left(): readonly Hunk[] {
    const text = this.proposal.takeChange();
    if (text !== undefined && text !== this.proposed) this.engine.propose(text);
    return this.engine.hunks;
  }

  /** How many changes the document has by now, and of how many that were offered. */
  get progress(): { readonly applied: number; readonly offered: number } {
    const applied = this.appliedWith.get(this.engine.base) ?? 0;
    return { applied, offered: Math.max(this.most, applied + this.engine.hunks.length) };
  }

  /** Text of the whole document from Gemini, or from disk. */
  propose(text: string): void {
    this.engine.propose(text);
  }

  /** All has come: this many changes are offered, and the document had some of them already. */
  offer(offered = this.left.length, applied = 0): void {
    this.most = offered;
    this.appliedWith.set(this.engine.base, applied);
  }

  /** How many characters these changes bring that people cannot see. */
  hiddenIn(hunks: readonly Hunk[]): number {
    return hiddenAdded(this.engine.base, this.engine.proposal, hunks);
  }

  /** The proposed lines from the first of these changes to the last one, with what stands between them. */
  textOf(hunks: readonly Hunk[]): string {
    return this.engine.proposal.slice(hunks[0]?.proposalStart ?? 0, hunks.at(-1)?.proposalEnd ?? 0);
  }

  /** Writes changes into the document. Those that are written are no longer in the comparison. */
  accept(hunks: readonly Hunk[]): Promise<WriteResult> {
    return this.inTurn(async () => {
      const { applied } = this.progress;
      const old = this.base;
      const result = await writeHunks(this.engine, this.target, hunks);
      if (result.kind !== 'written') return result;
      this.appliedWith.set(this.engine.base, applied + result.written.length);
      this.onBaseChange(this.base, old);
      return result;
    });
  }

  /** Takes changes out of the proposal: one edit, which undo takes back there. */
  reject(hunks: readonly Hunk[]): Promise<void> {
    return this.inTurn(async () => {
      const { base, proposal } = this.engine;
      const edits = hunks.map(({ baseStart, baseEnd, proposalStart, proposalEnd }) => {
        const offset = proposal.offsetOf(proposalStart);
        return { offset, length: proposal.offsetOf(proposalEnd) - offset, text: base.slice(baseStart, baseEnd) };
      });
      await this.proposal.edit(edits);
    });
  }

  /** A change of the document that the proposal is for. */
  targetChanged(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const followed = changes.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      text,
    }));
    const old = this.base;
    if (this.engine.fileChanged(followed)) this.onBaseChange(this.base, old);
  }

  /** One after the other: the engine prepares one edit at a time. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}
