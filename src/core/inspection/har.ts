import type { JsonObject } from '../base/json';
import type { TapedEvent } from '../chat/turnTapes';
import { addressOf } from './address';
import { type ElisionWords, withoutSecrets } from './elide';
import { eventSummary } from './eventSummary';
import { type InspectedRequest, type Inspection, isAsSent } from './inspection';
import { usageFields } from './usageFields';

export interface HarWords extends ElisionWords {
  /** Why the response is not the one of the wire, byte for byte. */
  readonly responseNote: string;
  /** Why there are no times. */
  readonly madeAgain: string;
}

/** A turn as an HTTP Archive 1.2, with all media. Source: http://www.softwareishard.com/blog/har-12-spec/ */
export function harOf(inspection: Inspection, words: HarWords, secrets: readonly string[], version: string): string {
  const entries = inspection.requests.map((request, at) => entryOf(inspection, request, at, words, secrets));
  const comment = isAsSent(inspection) ? {} : { comment: words.madeAgain };
  const creator = { name: 'Interactions for Gemini', version };
  const har: JsonObject = { log: { version: '1.2', creator, pages: [], entries, ...comment } };
  return `${JSON.stringify(withoutSecrets(har, words, secrets), undefined, 2)}\n`;
}

function entryOf(
  inspection: Inspection,
  request: InspectedRequest,
  at: number,
  words: HarWords,
  secrets: readonly string[],
): JsonObject {
  const { turn, origin, requests } = inspection;
  const { sent } = request;
  const isLast = at === requests.length - 1;
  const events = sent ? eventsOf(inspection, sent.ms, requests[at + 1]?.sent?.ms) : [];
  const begin = sent?.ms ?? 0;
  const first = events[0]?.ms ?? begin;
  const last = events.at(-1)?.ms ?? first;
  const refusal = isLast ? turn.failure?.status : undefined;
  const status = events.length > 0 || !sent ? 200 : (refusal ?? 0);
  return {
    startedDateTime: new Date(sent?.at ?? turn.createdAt).toISOString(),
    time: last - begin,
    request: {
      method: 'POST',
      url: addressOf(origin, request.version),
      httpVersion: 'HTTP/1.1',
      cookies: [],
      // A name is shown and no value: the key stays where it is.
      headers: [
        { name: 'content-type', value: 'application/json' },
        { name: 'x-goog-api-key', value: words.secret },
      ],
      queryString: [],
      headersSize: -1,
      bodySize: -1,
      postData: {
        mimeType: 'application/json',
        text: JSON.stringify(withoutSecrets(request.body, words, secrets)),
      },
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      content: contentOf(inspection, events, isLast && status === 200),
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      comment: words.responseNote,
    },
    cache: {},
    timings: { send: 0, wait: first - begin, receive: last - first },
  };
}

function eventsOf({ events }: Inspection, from: number, until = Number.POSITIVE_INFINITY): readonly TapedEvent[] {
  return events.filter(({ ms }) => ms >= from && ms < until);
}

/** The stream of events where it is known, else the interaction as a whole. */
function contentOf({ turn }: Inspection, events: readonly TapedEvent[], isAnswer: boolean): JsonObject {
  const frames = events.flatMap((taped) => (taped.event.type === 'connected' ? [] : [frameOf(taped)]));
  const { interactionId = '', steps, usage } = turn;
  const whole = {
    id: interactionId,
    status: turn.endedAs ?? turn.status,
    steps,
    ...(usage && { usage: usageFields(usage) }),
  };
  const text = frames.length > 0 ? frames.join('') : isAnswer ? JSON.stringify(whole) : '';
  const mimeType = frames.length > 0 ? 'text/event-stream' : 'application/json';
  return { size: new TextEncoder().encode(text).length, mimeType, text };
}

function frameOf(taped: TapedEvent): string {
  const { ms: _ms, ...event } = eventSummary(taped);
  return `event: ${String(event.event_type)}\ndata: ${JSON.stringify(event)}\n\n`;
}
