import type { JsonObject } from '../../base/json';
import { contentWithoutAnswerMedia, type KeepBlob, withAnswerMedia } from './answerBlobs';
import { withMedia, withoutMedia } from './mediaBlobs';
import type { ReadBlob } from './readBlob';

/** The content of a line with the bytes of all media in it. Undefined: none lie beside it. */
export function contentWithMedia(
  kind: string,
  content: JsonObject,
  readBlob: ReadBlob,
): Promise<{ readonly content: JsonObject; readonly isWhole: boolean }> | undefined {
  if (kind === 'turn') return withMedia(content, readBlob);
  return isOfAnswer(kind) ? withAnswerMedia(content, readBlob) : undefined;
}

/** The content of a line without the bytes of media. The same object: it has none that go. */
export async function contentWithoutMedia(kind: string, content: JsonObject, keep: KeepBlob): Promise<JsonObject> {
  if (kind === 'turn') return withoutMedia(content, keep);
  return isOfAnswer(kind) ? contentWithoutAnswerMedia(content, keep) : content;
}

function isOfAnswer(kind: string): boolean {
  return kind === 'end' || kind === 'delta';
}
