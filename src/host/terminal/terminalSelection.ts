import * as vscode from 'vscode';

/** What marks the clipboard while the terminal copies, to see whether it did. */
const mark = 'gemini-interactions: nothing is selected';

/**
 * The text that is selected in the active terminal. Undefined: none is. VS Code has no other way to it than the clipboard,
 * whose text is put back. A picture there is lost if a text is selected, as with any copying.
 */
export async function terminalSelection(): Promise<string | undefined> {
  const { clipboard } = vscode.env;
  const before = await clipboard.readText();
  // An empty text may stand for a picture, which must not be lost for nothing.
  const marked = before === '' ? '' : mark;
  if (marked !== '') await clipboard.writeText(marked);
  try {
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    const copied = await clipboard.readText();
    return copied === marked || copied.trim() === '' ? undefined : copied;
  } finally {
    if (before !== '') await clipboard.writeText(before);
  }
}
