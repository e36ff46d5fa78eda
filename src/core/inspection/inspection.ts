import type { JsonObject } from '../base/json';
import type { TapedEvent } from '../chat/turnTapes';
import { wordsOf } from '../conversation/chatTitle';
import { answererOf, type Turn } from '../conversation/turn';

/** A request of a turn as it goes over the wire. */
export interface InspectedRequest {
  readonly body: JsonObject;
  /** The version of the API it is asked of, such as `v1`. */
  readonly version: string;
  /** When it was sent: milliseconds since 1970, and since the first request of the turn. Absent: it was made again. */
  readonly sent?: { readonly at: number; readonly ms: number };
}

/** All that is known of a turn. */
export interface Inspection {
  readonly chatTitle: string;
  readonly turn: Turn;
  /** The chat up to this turn, itself among them: their attachments may be in the requests. */
  readonly turns: readonly Turn[];
  /** The origin of the service. */
  readonly origin: string;
  /** More than one where the service refused a form, or an answer was longer than one call. Empty: an agent was asked. */
  readonly requests: readonly InspectedRequest[];
  /** Empty: they did not come in this window, or too long ago. */
  readonly events: readonly TapedEvent[];
  /** Events that came and were not kept. */
  readonly lostEvents: number;
}

/** How the turn ended, in the service's word where it has one. */
export function endOf({ endedAs, status }: Pick<Turn, 'endedAs' | 'status'>): string {
  return endedAs ?? (status === 'done' ? 'completed' : status);
}

/** Whether the requests are those that were sent. Else they were made again, from the chat and today's settings. */
export function isAsSent({ requests }: Pick<Inspection, 'requests'>): boolean {
  return requests.some(({ sent }) => sent !== undefined);
}

/** A name for a document about a turn, without an ending: what was asked, as far as it fits, or who answered. */
export function nameOf({ turn }: Pick<Inspection, 'turn'>): string {
  const words =
    wordsOf(turn)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  let name = '';
  for (const word of words) {
    if (name.length + word.length > 40) break;
    name += name === '' ? word : `-${word}`;
  }
  return name || answererOf(turn) || 'interaction';
}

/** The request that the answer came from: the service may have refused others before, and continued it after. */
export function mainRequest({ requests }: Pick<Inspection, 'requests'>): InspectedRequest | undefined {
  return requests.findLast(({ body }) => body.continuation_token === undefined);
}
