import * as vscode from 'vscode';

/** Puts the text at each cursor, or over each selection, of the editor: one undo. False: the editor takes no change. */
export async function insertAtCursor(editor: vscode.TextEditor, text: string): Promise<boolean> {
  const isInserted = await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  if (!isInserted) return false;
  editor.selections = editor.selections.map(({ end }) => new vscode.Selection(end, end));
  const { document, viewColumn } = editor;
  // A cell of a notebook stands in no column, and would open as a file.
  if (viewColumn !== undefined) await vscode.window.showTextDocument(document, { viewColumn });
  return true;
}
