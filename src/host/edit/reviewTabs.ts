import * as vscode from 'vscode';
import { readReviewUri } from './reviewUris';

/** The review that a tab shows: as a comparison, or one of its documents alone. */
export function reviewIdOf(tab: vscode.Tab | undefined): string | undefined {
  const input = tab?.input;
  if (input instanceof vscode.TabInputTextDiff) return readReviewUri(input.modified)?.id;
  return input instanceof vscode.TabInputText ? readReviewUri(input.uri)?.id : undefined;
}

/** The tabs of one review, or of all. */
export function reviewTabs(id?: string): readonly vscode.Tab[] {
  return allTabs().filter((tab) => {
    const found = reviewIdOf(tab);
    return found !== undefined && (id === undefined || found === id);
  });
}

/** The review in the active tab. */
export function reviewIdInFront(): string | undefined {
  return reviewIdOf(vscode.window.tabGroups.activeTabGroup.activeTab);
}

/** Opens the comparison of a review in a tab of its own, at a line counted from 0, and gives it the focus. */
export async function openReviewTab(base: vscode.Uri, proposal: vscode.Uri, line: number): Promise<void> {
  const title = vscode.l10n.t('{0} (Gemini’s proposal)', proposal.path.split('/').at(-1) ?? '');
  const options: vscode.TextDocumentShowOptions = { preview: false, selection: new vscode.Range(line, 0, line, 0) };
  await vscode.commands.executeCommand('vscode.diff', base, proposal, title, options);
}

/**
 * Scrolls to a line of a proposal, counted from 0, where the top of the document is shown in its place: VS Code now and then
 * opens the comparison of a long document with the cursor at the line that it was told and the view at the top.
 */
export function showLineBelowTop(proposal: vscode.Uri, line: number): void {
  const shown = proposal.toString();
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === shown);
  const seen = editor?.visibleRanges[0];
  if (!seen || seen.start.line > 0 || seen.end.line >= line) return;
  editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.InCenter);
}

/** Closes the tabs of a review, and no other. Nothing is asked, whatever the user has typed there. */
export async function closeReviewTabs(id: string): Promise<void> {
  if (reviewIdInFront() === id && vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  const tabs = reviewTabs(id);
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
}

/**
 * Remembers which editor is in front, and brings it back when the result is called: unless it is in front, or was closed.
 * VS Code itself may show another one, where the user has it choose by the order of tabs.
 */
export function rememberEditor(): () => Promise<void> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return async () => {
    if (!tab || tab.isActive || !allTabs().includes(tab)) return;
    const { input, isPreview: preview } = tab;
    const { viewColumn } = tab.group;
    if (input instanceof vscode.TabInputText) await vscode.window.showTextDocument(input.uri, { viewColumn, preview });
    if (input instanceof vscode.TabInputNotebook) {
      const notebook = await vscode.workspace.openNotebookDocument(input.uri);
      await vscode.window.showNotebookDocument(notebook, { viewColumn, preview });
    }
  };
}

function allTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}
