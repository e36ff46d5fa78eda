import * as vscode from 'vscode';

/** VS Code's own preview as an editor: its source is one click away. */
const previewEditor = 'vscode.markdown.preview.editor';

/** Opens a Markdown document in the preview, or as text where there is no preview. `options`: where, and whether it takes the keyboard. */
export async function openPreview(uri: vscode.Uri, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  const shown = { ...options, preview: false };
  try {
    await vscode.commands.executeCommand('vscode.openWith', uri, previewEditor, shown);
  } catch {
    await vscode.window.showTextDocument(uri, shown);
  }
}

/** The document of the tab in front, if it is text or a preview. */
export function documentInFront(): vscode.Uri | undefined {
  return documentOf(vscode.window.tabGroups.activeTabGroup.activeTab);
}

/** The tabs that show this document. */
export function tabsOf(uri: vscode.Uri): readonly vscode.Tab[] {
  const all = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  return all.filter((tab) => documentOf(tab)?.toString() === uri.toString());
}

function documentOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}
