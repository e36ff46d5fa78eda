import * as vscode from 'vscode';
import {
  encodedLength,
  inlineLength,
  inlineLimit,
  promisedMedia,
  tokensOf,
} from '../../core/attachments/attachedMedia';
import { fileTypeOf } from '../../core/attachments/fileType';
import type { Attachment } from '../../core/conversation/turn';
import { toBase64 } from '../platform/base64';
import { droppedScheme } from '../privacy/passAttachments';
import type { FileBytes } from './readFile';
import type { AttachRefusal } from './refusals';

/** Makes of a file what goes along with a question, or says why it cannot. `there`: what goes along already. */
export async function makeAttachment(
  { name, bytes, uri }: FileBytes,
  there: readonly Attachment[],
  id: string,
): Promise<Attachment | AttachRefusal> {
  if (bytes.length === 0) return 'empty';
  const type = fileTypeOf(bytes);
  if (type.kind !== 'media') {
    if (promisedMedia(name) !== undefined) return 'fake';
    return type.kind === 'text' ? textFile(name, bytes, uri, id) : 'unknownType';
  }
  if (inlineLength(there) + encodedLength(bytes.length) > inlineLimit) return 'tooMuch';
  const { media, mimeType } = type;
  const tokens = tokensOf(media, mimeType, bytes);
  return {
    kind: 'media',
    id,
    name,
    media,
    mimeType,
    data: toBase64(bytes),
    ...(uri && { uri: uri.toString() }),
    ...(tokens !== undefined && { tokens }),
  };
}

/** What is open in an editor goes as it stands there. */
async function textFile(
  name: string,
  bytes: Uint8Array,
  uri: vscode.Uri | undefined,
  id: string,
): Promise<Attachment | AttachRefusal> {
  const document = uri && (await openAsText(uri));
  const text = document?.getText() ?? new TextDecoder().decode(bytes);
  if (text.trim() === '') return 'empty';
  const place = uri ?? vscode.Uri.from({ scheme: droppedScheme, path: `/${name}` });
  return { kind: 'file', id, uri: place.toString(), path: name, languageId: document?.languageId ?? '', text };
}

/** Undefined: VS Code does not open it as text. */
async function openAsText(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
