import * as vscode from 'vscode';
import type { Hunk } from '../../core/editing/review/hunks';
import { cursorLine, documentOf, hunksMeant, showHunk } from './hunkPlace';
import type { Review } from './review';
import { mayAccept, tellWritten } from './reviewNotices';
import type { Reviews } from './reviews';
import type { WriteResult } from './writeHunks';

/** What the commands of a review do. Each takes the arguments that VS Code's menus pass, or none. */
export class ReviewCommands {
  constructor(private readonly reviews: Reviews) {}

  async acceptAll(args: readonly unknown[]): Promise<void> {
    const review = this.ready(args);
    if (!review) return;
    const { left } = review.changes;
    if (left.length === 0) await review.end();
    else await this.accept(review, left, true);
  }

  async rejectAll(args: readonly unknown[]): Promise<void> {
    await this.reviewOf(args)?.end();
  }

  async acceptHunk(args: readonly unknown[]): Promise<void> {
    const review = this.ready(args);
    const hunks = review && hunksMeant(review, args);
    if (review && hunks && isSome(hunks)) await this.accept(review, hunks, false);
  }

  async rejectHunk(args: readonly unknown[]): Promise<void> {
    const review = this.ready(args);
    const hunks = review && hunksMeant(review, args);
    if (!review || !hunks || !isSome(hunks)) return;
    await review.changes.reject(hunks);
    await this.goOn(review, hunks[0]?.proposalStart ?? 0);
  }

  /** Goes to the next change, or to the one before; behind the last one the first one comes. */
  move(args: readonly unknown[], way: 'next' | 'previous'): void {
    const review = this.reviewOf(args);
    if (!review) return;
    const { left } = review.changes;
    const line = cursorLine(review);
    const next =
      way === 'next'
        ? (left.find(({ proposalStart }) => proposalStart > line) ?? left[0])
        : (left.findLast(({ proposalStart }) => proposalStart < line) ?? left.at(-1));
    if (next) showHunk(review, next);
  }

  stop(args: readonly unknown[]): void {
    this.reviewOf(args)?.stop();
  }

  private async accept(review: Review, hunks: readonly Hunk[], isAll: boolean): Promise<void> {
    if (!(await mayAccept(review, hunks, isAll))) return;
    const copied = review.changes.textOf(hunks);
    const result = await review.changes.accept(hunks);
    tellWritten(review, result, result.kind === 'gone' ? review.proposal.text : copied);
    if (result.kind !== 'written') return;
    const isLast = review.changes.left.length === 0;
    // A cell comes back with its notebook.
    if (isLast && !review.target.isCell) await review.end(() => showWritten(result));
    else await this.goOn(review, hunks.at(-1)?.proposalEnd ?? 0);
  }

  /** Goes to the next change that is left. Where there is none, all is decided. */
  private async goOn(review: Review, line: number): Promise<void> {
    const { left } = review.changes;
    const next = left.find(({ proposalStart }) => proposalStart >= line) ?? left[0];
    if (next) showHunk(review, next);
    else await review.end();
  }

  private reviewOf(args: readonly unknown[]): Review | undefined {
    const uri = documentOf(args);
    return (uri && this.reviews.of(uri)) ?? this.reviews.inFront;
  }

  private ready(args: readonly unknown[]): Review | undefined {
    const review = this.reviewOf(args);
    if (!review?.isWriting) return review;
    void vscode.window.showInformationMessage(vscode.l10n.t('The proposal is still being written.'));
    return undefined;
  }
}

function isSome(hunks: readonly Hunk[]): boolean {
  if (hunks.length > 0) return true;
  void vscode.window.showInformationMessage(vscode.l10n.t('Place the cursor on a change first.'));
  return false;
}

/** Shows the document where the change is. */
async function showWritten({ document, offset }: Extract<WriteResult, { kind: 'written' }>): Promise<void> {
  const start = document.positionAt(offset);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(start, start),
    preview: false,
    ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }),
  });
}
