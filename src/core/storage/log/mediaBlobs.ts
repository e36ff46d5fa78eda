import { type JsonObject, objectsField, textField } from '../../base/json';
import type { ReadBlob } from './readBlob';

/**
 * The content of a question with the bytes of its attachments in blobs of their own: the question stays in its line, where
 * lists look for it, and what is asked again is kept once. `keep` returns the name of a blob.
 */
export async function withoutMedia(
  content: JsonObject,
  keep: (blob: JsonObject) => Promise<string>,
): Promise<JsonObject> {
  const attachments: JsonObject[] = [];
  for (const attachment of objectsField(content, 'attachments')) {
    const { data, ...rest } = attachment;
    attachments.push(typeof data === 'string' ? { ...rest, blob: await keep({ data }) } : attachment);
  }
  return attachments.length > 0 ? { ...content, attachments } : content;
}

/** The content with those bytes in it again, as far as they are there. Undefined: none were taken out. */
export function withMedia(
  content: JsonObject,
  readBlob: ReadBlob,
): Promise<{ readonly content: JsonObject; readonly isWhole: boolean }> | undefined {
  const attachments = objectsField(content, 'attachments');
  if (!attachments.some(({ blob }) => typeof blob === 'string')) return undefined;
  return fill(content, attachments, readBlob);
}

async function fill(content: JsonObject, attachments: readonly JsonObject[], readBlob: ReadBlob) {
  let isWhole = true;
  const filled: JsonObject[] = [];
  for (const attachment of attachments) {
    const { blob, ...rest } = attachment;
    if (typeof blob !== 'string') {
      filled.push(attachment);
      continue;
    }
    const kept = await readBlob(blob).catch(() => undefined);
    const data = kept && textField(kept, 'data');
    if (data === undefined) isWhole = false;
    else filled.push({ ...rest, data });
  }
  return { content: { ...content, attachments: filled }, isWhole };
}
