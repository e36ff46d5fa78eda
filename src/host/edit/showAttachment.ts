import * as vscode from 'vscode';
import type { Attachment, CodeAttachment } from '../../core/conversation/turn';
import { locate } from './locateCode';

/** Shows what went along with a question, as it is today. `openLink` opens a web page. */
export async function showAttachment(attachment: Attachment, openLink: (url: string) => Promise<void>): Promise<void> {
  switch (attachment.kind) {
    case 'code':
      return showCode(attachment);
    case 'file':
      await vscode.window.showTextDocument(vscode.Uri.parse(attachment.uri, true), { preview: true });
      return;
    case 'media':
      // What was pasted is in no file.
      if (attachment.uri !== undefined) {
        await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(attachment.uri, true));
      }
      return;
    case 'url':
      return openLink(attachment.url);
  }
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
