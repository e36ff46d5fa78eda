import * as vscode from 'vscode';
import type { UploadAttachment } from '../../core/conversation/turn';
import type { FileUploads, UploadedFile } from '../../core/interactions/fileUploads';
import { readFile } from './readFile';

/**
 * Uploads a file of a question once more, because Google no longer has it, while a notification says so. Undefined: the file is
 * not there any more, or has another size. Rejects as `FileUploads.upload` does.
 */
export async function renewUpload(
  uploads: FileUploads,
  { name, uri, size, mimeType }: UploadAttachment,
  signal: AbortSignal,
): Promise<UploadedFile | undefined> {
  // What was pasted or dropped from elsewhere is in no file.
  const file = uri === undefined ? undefined : await readFile(vscode.Uri.parse(uri, true));
  if (!file || 'refusal' in file || file.whole.size !== size) return undefined;
  const title = vscode.l10n.t('Google no longer has {0}. It is uploaded again.', name);
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, (progress) => {
    let shown = 0;
    const show = (sent: number) => {
      const percent = Math.floor((sent / size) * 100);
      progress.report({ increment: percent - shown, message: `${percent} %` });
      shown = percent;
    };
    return uploads.upload({ bytes: file.whole, mimeType, name }, show, signal);
  });
}
