import { type JsonObject, numberField, textField } from '../../base/json';
import type { Attachment } from '../../conversation/turn';
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
    case 'url': {
      const url = textField(value, 'url');
      return url === undefined ? undefined : { kind: 'url', id, url };
    }
    default:
      return undefined;
  }
}

function readMedia(id: string, value: JsonObject): Attachment | undefined {
  const media = mediaTypes.find((known) => known === value.media);
  const data = textField(value, 'data');
  if (media === undefined || data === undefined) return undefined;
  const [uri, tokens] = [textField(value, 'uri'), numberField(value, 'tokens')];
  const thumbnail = textField(value, 'thumbnail');
  return {
    kind: 'media',
    id,
    name: textField(value, 'name') ?? '',
    media,
    mimeType: textField(value, 'mimeType') ?? '',
    data,
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
  if (kind === 'file') return { kind, ...file };
  return {
    kind,
    ...file,
    startLine: numberField(value, 'startLine') ?? 1,
    endLine: numberField(value, 'endLine') ?? 1,
  };
}
