import * as vscode from 'vscode';
import { hunksBetween } from '../../core/editing/review/hunks';
import { SourceText } from '../../core/editing/text/sourceText';

/** What one file of several would become. */
export interface FileChange {
  readonly document: vscode.TextDocument;
  readonly proposal: string;
  /** A rule is certain, and its changes are ticked in the preview. What a model wrote is for the user to tick. */
  readonly by: 'rule' | 'model';
}

/** A file that is not there yet, as a model wrote it. */
export interface NewFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** How many changes of how many files were written. */
export interface AppliedChanges {
  readonly changes: number;
  readonly files: number;
}

/**
 * Shows changes of several files in VS Code's Refactor Preview, which writes what the user ticks: one edit, one undo for all
 * files. Undefined: discarded, or a file was changed meanwhile, which VS Code says itself.
 */
export async function previewChanges(
  changes: readonly FileChange[],
  created: readonly NewFile[] = [],
): Promise<AppliedChanges | undefined> {
  const edit = new vscode.WorkspaceEdit();
  const before = changes.map(({ document }) => document.getText());
  for (const change of changes) addChanges(edit, change);
  for (const { uri, text } of created) {
    edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false }, byModel());
  }
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  // The answer is the same whatever was ticked.
  const counts = changes.map(({ document }, at) => countChanges(before[at] ?? '', document.getText()));
  return { changes: counts.reduce((sum, count) => sum + count, 0), files: counts.filter((count) => count > 0).length };
}

export function countChanges(before: string, after: string): number {
  return hunksBetween(SourceText.of(before), SourceText.of(after)).length;
}

function addChanges(edit: vscode.WorkspaceEdit, { document, proposal, by }: FileChange): void {
  const from = SourceText.of(document.getText());
  const to = SourceText.of(proposal);
  const metadata: vscode.WorkspaceEditEntryMetadata =
    by === 'rule'
      ? {
          label: vscode.l10n.t('Safe (rule-based)'),
          needsConfirmation: false,
          iconPath: new vscode.ThemeIcon('check'),
        }
      : byModel();
  for (const { baseStart, baseEnd, proposalStart, proposalEnd } of hunksBetween(from, to)) {
    const start = document.positionAt(from.offsetOf(baseStart));
    const range = new vscode.Range(start, document.positionAt(from.offsetOf(baseEnd)));
    edit.replace(document.uri, range, to.slice(proposalStart, proposalEnd), metadata);
  }
}

function byModel(): vscode.WorkspaceEditEntryMetadata {
  return {
    label: vscode.l10n.t('Written by Gemini: review it'),
    needsConfirmation: true,
    iconPath: new vscode.ThemeIcon('sparkle'),
  };
}
