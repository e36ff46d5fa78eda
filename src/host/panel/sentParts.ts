import { pictureSizeOf } from '../../core/attachments/pictureSize';
import type { AnswerChange } from '../../parts/answerChange';
import type { AnswerPart } from '../../parts/answerPart';
import { fromBase64 } from '../platform/base64';

/** A picture says within its first 64 kB how large it is, if at all. Characters of Base64: four for three bytes. */
const headLength = 4 * Math.ceil((64 * 1024) / 3);

/** A part as a panel gets it. The bytes of media stay here until the page comes near them: a picture may have 20 MB. */
export function sentPart(part: AnswerPart): AnswerPart {
  if (part.kind !== 'media' || part.data === undefined) return part;
  const { data, ...rest } = part;
  const head = part.media === 'image' ? fromBase64(data.slice(0, headLength)) : undefined;
  return { ...rest, kept: { ...(head && pictureSizeOf(head)) } };
}

export function sentChange(change: AnswerChange): AnswerChange {
  switch (change.type) {
    case 'partAdded':
      return { ...change, part: sentPart(change.part) };
    case 'partReplaced':
      return { ...change, value: sentPart(change.value) };
    default:
      return change;
  }
}
