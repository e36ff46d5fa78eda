import * as vscode from 'vscode';
import { type Hunk, hunkAt } from '../../core/editing/review/hunks';
import type { Review } from './review';
import { readReviewUri } from './reviewUris';

/** Lines of one side of a review, counted from 0, both included. */
interface Lines {
  readonly uri: vscode.Uri;
  readonly first: number;
  readonly last: number;
}

/**
 * The document that a command of a review is for. Menus give it in forms of their own: `(uri)` in a text and in the title,
 * `({ uri, lineNumber })` beside a line number. Undefined: the one in front.
 */
export function documentOf([first]: readonly unknown[]): vscode.Uri | undefined {
  if (first instanceof vscode.Uri) return first;
  return typeof first === 'object' && first !== null && 'uri' in first ? documentOf([first.uri]) : undefined;
}

/** The changes that a command means: the one it names by its number, or those at a line, at the cursor, in a selection. */
export function hunksMeant(review: Review, args: readonly unknown[]): readonly Hunk[] {
  const { left } = review.changes;
  const [first, number] = args;
  if (typeof number === 'number') return left.slice(number, number + 1);
  const lines = lineNumberOf(first) ?? selectedLines(review);
  const found = lines.flatMap((some) => hunksIn(left, some));
  // Where there is but one, there is no doubt.
  const meant = found.length === 0 && left.length === 1 ? left : found;
  return left.filter((hunk) => meant.includes(hunk));
}

/** Puts the cursor on a change, in the proposal. */
export function showHunk(review: Review, { proposalStart }: Hunk): void {
  const shown = review.proposal.uri.toString();
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === shown);
  if (!editor) return;
  const start = editor.document.validatePosition(new vscode.Position(proposalStart, 0));
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The line of the proposal that the cursor is at, on whichever side it is. */
export function cursorLine(review: Review): number {
  const [lines] = selectedLines(review);
  if (!lines) return 0;
  if (readReviewUri(lines.uri)?.side === 'proposal') return lines.first;
  // As many lines down, plus what the changes above have brought.
  const above = review.changes.left.filter(({ baseEnd }) => baseEnd <= lines.first).at(-1);
  return lines.first + (above ? above.proposalEnd - above.baseEnd : 0);
}

function hunksIn(hunks: readonly Hunk[], { uri, first, last }: Lines): readonly Hunk[] {
  const side = readReviewUri(uri)?.side;
  if (side === undefined) return [];
  const start = side === 'base' ? 'baseStart' : 'proposalStart';
  const end = side === 'base' ? 'baseEnd' : 'proposalEnd';
  const touched = hunks.filter((hunk) => hunk[start] <= last && hunk[end] > first);
  const near = touched.length === 0 ? hunkAt(hunks, side, first) : undefined;
  return near ? [near] : touched;
}

function lineNumberOf(place: unknown): readonly Lines[] | undefined {
  const uri = documentOf([place]);
  if (typeof place !== 'object' || place === null || !('lineNumber' in place) || !uri) return undefined;
  const line = Number(place.lineNumber) - 1;
  return Number.isInteger(line) ? [{ uri, first: line, last: line }] : undefined;
}

function selectedLines(review: Review): readonly Lines[] {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri;
  if (!editor || !uri || readReviewUri(uri)?.id !== review.id) return [];
  return editor.selections.map(({ start, end, isEmpty }) => {
    // A selection that ends before the first character of a line does not mean that line.
    const last = !isEmpty && end.character === 0 ? end.line - 1 : end.line;
    return { uri, first: start.line, last };
  });
}
