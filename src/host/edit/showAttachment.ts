import * as vscode from 'vscode';
import type { Attachment, CodeAttachment, MediaAttachment } from '../../core/conversation/turn';
import { fromBase64 } from '../platform/base64';
import { droppedScheme } from '../privacy/passAttachments';
import { locate } from './locateCode';

/** Shows what goes along with a question, as it is today. `storage`: our folder. `openLink` opens a web page. */
export async function showAttachment(
  attachment: Attachment,
  storage: vscode.Uri,
  openLink: (url: string) => Promise<void>,
): Promise<void> {
  switch (attachment.kind) {
    case 'code':
      return showCode(attachment);
    case 'file':
      return showFile(attachment);
    case 'media': {
      const uri =
        attachment.uri === undefined ? await copyOf(attachment, storage) : vscode.Uri.parse(attachment.uri, true);
      await vscode.commands.executeCommand('vscode.open', uri);
      return;
    }
    case 'upload':
      // What was dropped was read once, and is in no file that is known.
      if (attachment.uri !== undefined) {
        await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(attachment.uri, true));
      }
      return;
    case 'url':
      return openLink(attachment.url);
  }
}

async function showFile({ uri, languageId, text }: Extract<Attachment, { kind: 'file' }>): Promise<void> {
  const place = vscode.Uri.parse(uri, true);
  // What was dropped from elsewhere has a name and no place.
  const shown =
    place.scheme === droppedScheme
      ? await vscode.workspace.openTextDocument({ content: text, ...(languageId !== '' && { language: languageId }) })
      : place;
  if (place.scheme === 'file' && (await isFolder(place))) {
    await vscode.commands.executeCommand('revealInExplorer', place);
  } else if (shown instanceof vscode.Uri) await vscode.window.showTextDocument(shown, { preview: true });
  else await vscode.window.showTextDocument(shown, { preview: true });
}

/** Lists of a folder, and changes of a repository, lead to it. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

/** A picture that was pasted is in no file. VS Code shows files, so one is made, in the place of the one shown before. */
async function copyOf({ name, mimeType, data }: MediaAttachment, storage: vscode.Uri): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(storage, 'v1', 'shown');
  try {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  } catch {
    // Nothing was shown yet.
  }
  const ending = /[\w-]+$/.exec(mimeType)?.[0] ?? '';
  const plain = name.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '');
  const file = vscode.Uri.joinPath(folder, plain.includes('.') ? plain : `${plain || 'file'}.${ending}`);
  await vscode.workspace.fs.writeFile(file, fromBase64(data));
  return file;
}

/** The same lines, or the same text if it has moved. */
async function showCode(attachment: CodeAttachment): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(attachment.uri, true));
  const range = locate(document, attachment.text, attachment.startLine - 1);
  await vscode.window.showTextDocument(document, { selection: range ?? lines(document, attachment), preview: true });
}

function lines(document: vscode.TextDocument, { startLine, endLine }: CodeAttachment): vscode.Range {
  return document.validateRange(new vscode.Range(startLine - 1, 0, endLine - 1, Number.MAX_SAFE_INTEGER));
}
