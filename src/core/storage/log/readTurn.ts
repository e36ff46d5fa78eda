import type { AnswerPart } from '../../../protocol/answer';
import { failureReasons } from '../../base/failure';
import { type JsonObject, numberField, objectField, objectsField, textField } from '../../base/json';
import type { Attachment, Turn } from '../../conversation/turn';
import type { Usage } from '../../interactions/usage';

const partKinds: readonly AnswerPart['kind'][] = ['text', 'thought', 'tool', 'media', 'sources', 'unknown'];

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

export function readPart(value: JsonObject): AnswerPart | undefined {
  const kind = partKinds.find((known) => known === value.kind);
  const text = textField(value, 'text') ?? '';
  switch (kind) {
    case 'text':
    case 'thought':
    case 'unknown':
      return { kind, text };
    case 'tool':
      return { kind, step: textField(value, 'step') ?? 'unknown', text };
    case 'media': {
      const media = (['image', 'audio', 'video', 'document'] as const).find((known) => known === value.media);
      const data = textField(value, 'data');
      const mimeType = textField(value, 'mimeType') ?? '';
      return media && { kind, media, mimeType, ...(data !== undefined && { data }) };
    }
    case 'sources':
      return {
        kind,
        sources: objectsField(value, 'sources').map((source) => ({
          title: textField(source, 'title') ?? '',
          url: textField(source, 'url') ?? '',
        })),
      };
    case undefined:
      return undefined;
  }
}

export function readFailure(value: JsonObject | undefined): Turn['failure'] {
  const reason = failureReasons.find((known) => known === value?.reason);
  if (!value || !reason) return undefined;
  const code = textField(value, 'code');
  const status = numberField(value, 'status');
  const retryAfterMs = numberField(value, 'retryAfterMs');
  return {
    reason,
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

export function readSavedUsage(turn: JsonObject): Usage | undefined {
  const usage = objectField(turn, 'usage');
  if (!usage) return undefined;
  const count = (key: string) => numberField(usage, key) ?? 0;
  const grounding = Object.entries(objectField(usage, 'grounding') ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return {
    input: count('input'),
    output: count('output'),
    thought: count('thought'),
    toolUse: count('toolUse'),
    cached: count('cached'),
    total: count('total'),
    grounding: Object.fromEntries(grounding),
  };
}
