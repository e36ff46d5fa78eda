import * as vscode from 'vscode';
import { encodedLength, inlineLimit } from '../../core/attachments/attachedMedia';
import { fileTypeOf } from '../../core/attachments/fileType';
import type { MediaAttachment } from '../../core/conversation/turn';
import { toBase64 } from '../platform/base64';

/** What models for images take. Source: SDK type `ImageContent`. */
const edited: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

type PictureFile = MediaAttachment & Required<Pick<MediaAttachment, 'uri'>>;

/** The file whose preview is in front. */
export function uriInFront(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri : undefined;
}

/** A picture as a question takes it along, by what its bytes are. Undefined: it cannot be edited, and the user was told why. */
export async function readPicture(uri: vscode.Uri | undefined, id: string): Promise<PictureFile | undefined> {
  if (!vscode.workspace.isTrusted) {
    return refuse(
      vscode.l10n.t('In Restricted Mode nothing is read of this folder. Choose files with the Attach button.'),
    );
  }
  if (!uri) return refuse(vscode.l10n.t('Choose a PNG, JPEG or WebP file in the explorer.'));
  const name = uri.path.split('/').at(-1) ?? '';
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (encodedLength(size) > inlineLimit) return refuse(vscode.l10n.t('{0} is larger than 14 MB.', name));
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    return refuse(vscode.l10n.t('{0} couldn’t be read.', name));
  }
  const type = fileTypeOf(bytes);
  if (type.kind !== 'media' || !edited.includes(type.mimeType)) {
    return refuse(vscode.l10n.t('{0} is no PNG, JPEG or WebP image.', name));
  }
  const { media, mimeType } = type;
  return { kind: 'media', id, name, media, mimeType, data: toBase64(bytes), uri: uri.toString() };
}

function refuse(words: string): undefined {
  void vscode.window.showWarningMessage(words);
  return undefined;
}
