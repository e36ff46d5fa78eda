import { type AnswerMedium, type NoMedium, readAnswerMedium } from '../../core/attachments/answerMedium';
import type { ChatSession } from '../../core/chat/chatSession';
import type { MediaPart } from '../../parts/mediaPart';

/** Where a medium stands in a chat. `part` counts the parts of the answer from 0. */
export interface MediaPlace {
  readonly turnId: string;
  readonly part: number;
}

export function partAt(session: ChatSession, { turnId, part }: MediaPlace): MediaPart | undefined {
  const found = session.turns().find(({ id }) => id === turnId)?.parts[part];
  return found?.kind === 'media' ? found : undefined;
}

export function mediumAt(session: ChatSession, place: MediaPlace): AnswerMedium | NoMedium {
  const part = partAt(session, place);
  return part ? readAnswerMedium(part.media, part.data) : 'elsewhere';
}

/** For people, such as `gemini-image-2`: the second one of the chat. Without its ending. */
export function nameAt(session: ChatSession, place: MediaPlace, media: MediaPart['media']): string {
  let count = 0;
  for (const { id, parts } of session.turns()) {
    for (const [at, part] of parts.entries()) {
      if (part.kind === 'media' && part.media === media) count += 1;
      if (id === place.turnId && at === place.part) return `gemini-${media}-${count}`;
    }
  }
  return `gemini-${media}`;
}
