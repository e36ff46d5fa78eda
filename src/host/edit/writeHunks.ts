import * as vscode from 'vscode';
import type { Hunk } from '../../core/editing/review/hunks';
import type { ProposalReview } from '../../core/editing/review/proposalReview';
import type { ReviewTarget } from './reviewTarget';

/** What came of writing hunks into the document they are for. */
export type WriteResult =
  | {
      readonly kind: 'written';
      readonly document: vscode.TextDocument;
      /** Where in it the first of them stands, in UTF-16 units. */
      readonly offset: number;
      readonly written: readonly Hunk[];
      /** The places of these are not certain any more. */
      readonly refused: readonly Hunk[];
      /** Takes all of it back as one more edit. False: the document was changed since. */
      readonly takeBack: () => Promise<boolean>;
    }
  | { readonly kind: 'refused'; readonly refused: readonly Hunk[] }
  /** The document was deleted, or closed without ever having been a file. */
  | { readonly kind: 'gone' }
  /** VS Code did not take the edit: the document is read-only, or was changed at that moment. */
  | { readonly kind: 'notTaken' };

/** Writes the hunks whose place is certain: one edit, one undo. The file is not saved. */
export async function writeHunks(
  engine: ProposalReview,
  target: ReviewTarget,
  hunks: readonly Hunk[],
): Promise<WriteResult> {
  const document = await target.open();
  if (!document) return { kind: 'gone' };
  if (!(await target.mayBeWritten())) return { kind: 'notTaken' };
  const before = document.getText();
  const { edits, refused } = engine.prepare(hunks, before);
  let isWritten = false;
  if (edits.length > 0) {
    const edit = new vscode.WorkspaceEdit();
    for (const { offset, length, text } of edits) edit.replace(document.uri, rangeOf(document, offset, length), text);
    try {
      isWritten = await vscode.workspace.applyEdit(edit);
    } finally {
      if (!isWritten) engine.notWritten(document.getText());
    }
  } else {
    engine.notWritten(before);
  }
  const after = document.getText();
  if (edits.length === 0) return { kind: 'refused', refused: refused.map(({ hunk }) => hunk) };
  if (!isWritten) return { kind: 'notTaken' };
  engine.written(after);
  return {
    kind: 'written',
    document,
    offset: edits[0]?.offset ?? 0,
    written: edits.map(({ hunk }) => hunk),
    refused: refused.map(({ hunk }) => hunk),
    takeBack: async () => {
      const current = await target.open();
      return current?.getText() === after && replaceDifference(current, before);
    },
  };
}

/** Makes the text of the document the one that is given, by one edit of what differs. */
async function replaceDifference(document: vscode.TextDocument, text: string): Promise<boolean> {
  const current = document.getText();
  const most = Math.min(current.length, text.length);
  let start = 0;
  while (start < most && current[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && current.at(-1 - end) === text.at(-1 - end)) end += 1;
  const edit = new vscode.WorkspaceEdit();
  const range = rangeOf(document, start, current.length - end - start);
  edit.replace(document.uri, range, text.slice(start, text.length - end));
  return vscode.workspace.applyEdit(edit);
}

function rangeOf(document: vscode.TextDocument, offset: number, length: number): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
