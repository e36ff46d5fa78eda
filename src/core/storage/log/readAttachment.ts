import { type JsonObject, numberField, textField } from '../../base/json';
import type { Attachment } from '../../conversation/turn';

export function readAttachment(value: JsonObject): Attachment | undefined {
  const id = textField(value, 'id');
  const text = textField(value, 'text');
  if (id === undefined || text === undefined) return undefined;
  return {
    id,
    uri: textField(value, 'uri') ?? '',
    path: textField(value, 'path') ?? '',
    languageId: textField(value, 'languageId') ?? '',
    startLine: numberField(value, 'startLine') ?? 1,
    endLine: numberField(value, 'endLine') ?? 1,
    text,
  };
}
