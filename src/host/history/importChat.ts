import * as vscode from 'vscode';
import type { ChatCondition } from '../../core/conversation/savedChat';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';

/** A chat is read as a whole; beyond this the window would stand still. Bytes. */
const mostBytes = 200 * 1024 * 1024;

/** "Import Chat…": makes a chat of a file that was exported. `open`: shows a chat. */
export async function importChat(library: ChatLibrary, open: (chatId: string) => Promise<void>): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Chat'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Chat files')]: ['jsonl'] },
  });
  const file = chosen?.[0];
  const bytes = file && (await read(file));
  if (!bytes) return;
  const imported = await library.importLog(bytes);
  if (imported === 'empty') {
    void vscode.window.showWarningMessage(vscode.l10n.t('There is no chat in this file. Choose another one.'));
  } else if (imported === 'foreign') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('This file is not a chat of this extension. Choose one that was exported here as a chat file.'),
    );
  } else {
    await open(imported.chatId);
    void vscode.window.showInformationMessage(importedWords(imported.condition));
  }
}

/** Undefined: it could not be read, and the user knows. */
async function read(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size <= mostBytes) return await vscode.workspace.fs.readFile(file);
    const megabytes = Math.ceil(size / 1024 / 1024);
    void vscode.window.showWarningMessage(vscode.l10n.t('This file is {0} MB; chats can be up to 200 MB.', megabytes));
  } catch {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file could not be read. Check that it can be opened.'));
  }
  return undefined;
}

function importedWords(condition: ChatCondition): string {
  switch (condition) {
    case 'whole':
      return vscode.l10n.t('The chat was imported.');
    case 'damaged':
      return vscode.l10n.t(
        'The chat was imported as far as the file could be read. The file itself was left as it is.',
      );
    case 'newer':
      return vscode.l10n.t('The chat was imported. A newer version wrote it, so it can only be read here.');
  }
}
