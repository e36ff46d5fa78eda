import { type JsonObject, numberField, objectField, textField } from '../../base/json';
import type { Attachment, MediaAttachment } from '../../conversation/turn';
import { mediaTypes } from '../../interactions/content';

/** Reads what went along with a question. Undefined: it is of no known kind, or what was sent is not in it. */
export function readAttachment(value: JsonObject): Attachment | undefined {
  const id = textField(value, 'id');
  if (id === undefined) return undefined;
  switch (value.kind) {
    case 'code':
    case 'file':
      return readFile(id, value.kind, value);
    case 'media':
      return readMedia(id, value);
    case 'upload':
      return readUpload(id, value);
    case 'url': {
      const url = textField(value, 'url');
      const sandboxPath = textField(value, 'sandboxPath');
      return url === undefined
        ? undefined
        : { kind: 'url', id, url, ...(sandboxPath !== undefined && { sandboxPath }) };
    }
    default:
      return undefined;
  }
}

function readMedia(id: string, value: JsonObject): Attachment | undefined {
  const data = textField(value, 'data');
  const named = readNamed(id, value);
  return named && data !== undefined ? { kind: 'media', ...named, data } : undefined;
}

function readUpload(id: string, value: JsonObject): Attachment | undefined {
  const named = readNamed(id, value);
  const remote = objectField(value, 'remote');
  const [name, uri] = [remote && textField(remote, 'name'), remote && textField(remote, 'uri')];
  if (!named || !remote || name === undefined || uri === undefined) return undefined;
  const expiresAt = numberField(remote, 'expiresAt') ?? 0;
  return { kind: 'upload', ...named, size: numberField(value, 'size') ?? 0, remote: { name, uri, expiresAt } };
}

function readNamed(id: string, value: JsonObject): Omit<MediaAttachment, 'kind' | 'data'> | undefined {
  const media = mediaTypes.find((known) => known === value.media);
  if (media === undefined) return undefined;
  const [uri, tokens] = [textField(value, 'uri'), numberField(value, 'tokens')];
  const thumbnail = textField(value, 'thumbnail');
  return {
    id,
    name: textField(value, 'name') ?? '',
    media,
    mimeType: textField(value, 'mimeType') ?? '',
    ...(uri !== undefined && { uri }),
    ...(tokens !== undefined && { tokens }),
    ...(thumbnail !== undefined && { thumbnail }),
  };
}

function readFile(id: string, kind: 'code' | 'file', value: JsonObject): Attachment | undefined {
  const text = textField(value, 'text');
  if (text === undefined) return undefined;
  const file = {
    id,
    uri: textField(value, 'uri') ?? '',
    path: textField(value, 'path') ?? '',
    languageId: textField(value, 'languageId') ?? '',
    text,
  };
  const sandboxPath = textField(value, 'sandboxPath');
  if (kind === 'file') return { kind, ...file, ...(sandboxPath !== undefined && { sandboxPath }) };
  return {
    kind,
    ...file,
    startLine: numberField(value, 'startLine') ?? 1,
    endLine: numberField(value, 'endLine') ?? 1,
  };
}
