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
import { type BroughtFile, mostInline } from './readFile';
import type { AttachRefusal } from './refusals';
import type { LargeFile } from './uploading';

/**
 * Makes of a file what goes along with a question, or says why it cannot. `there`: what goes along already. With it, a
 * file may be too large for a request.
 */
export async function makeAttachment(
  file: BroughtFile,
  there: readonly Attachment[],
  id: string,
): Promise<Attachment | LargeFile | AttachRefusal> {
  const { name, bytes, uri } = file;
  if (bytes.length === 0) return 'empty';
  const type = fileTypeOf(bytes);
  if (type.kind !== 'media') {
    if (promisedMedia(name) !== undefined) return 'fake';
    return type.kind === 'text' ? textFile(file, id) : 'unknownType';
  }
  const { media, mimeType } = type;
  if (inlineLength(there) + encodedLength(file.whole.size) > inlineLimit) return { file, media, mimeType };
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
async function textFile({ name, bytes, uri, whole }: BroughtFile, id: string): Promise<Attachment | AttachRefusal> {
  if (whole.size > mostInline) return 'longText';
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
