import { isJsonObject, type JsonObject, type JsonValue } from '../base/json';
import { attachmentLabel } from '../conversation/input';
import { answererOf } from '../conversation/turn';
import { addressOf } from './address';
import { type ElisionWords, elided } from './elide';
import { eventSummary } from './eventSummary';
import { endOf, type InspectedRequest, type Inspection, isAsSent } from './inspection';
import { usageFields } from './usageFields';

export interface InspectionWords extends ElisionWords {
  /** What the requests are: sent, made again, or those of an agent, which a chat does not have. */
  readonly asSent: string;
  /** The same of requests that name a remote MCP server: its token was added last, and stands nowhere. */
  readonly asSentButTokens: string;
  readonly madeAgain: string;
  readonly ofAgent: string;
  /** Why there are no events. */
  readonly noEvents: string;
  lostEvents(count: number): string;
}

/**
 * A turn as a JSON document: what it is, what was sent, the steps that came, what they cost, and when each event came.
 * Long media and signatures are cut; the key is never in it.
 */
export function writeInspection(inspection: Inspection, words: InspectionWords, secrets: readonly string[]): string {
  const { turn, requests, events, lostEvents, chatTitle } = inspection;
  const { usage, failure, times } = turn;
  const sent = requests.some(namesServer) ? words.asSentButTokens : words.asSent;
  const note = requests.length === 0 ? words.ofAgent : isAsSent(inspection) ? sent : words.madeAgain;
  const eventNote = events.length === 0 ? words.noEvents : lostEvents > 0 ? words.lostEvents(lostEvents) : undefined;
  const document: JsonObject = {
    interaction: {
      ...(turn.interactionId !== undefined && { id: turn.interactionId }),
      [turn.agent === undefined ? 'model' : 'agent']: answererOf(turn),
      status: endOf(turn),
      asked: new Date(turn.createdAt).toISOString(),
      chat: chatTitle,
      ...(turn.attachments.length > 0 && { attached: turn.attachments.map(attachmentLabel) }),
      ...(turn.rulesFiles && { rules_files: turn.rulesFiles }),
      ...(failure && { failure: { ...failure } }),
      ...(times && {
        times_ms: { ...(times.total !== undefined && { total: times.total }), thoughts: times.thoughts },
      }),
    },
    note,
    requests: requests.map((request) => requestFields(request, inspection.origin, words)),
    steps: turn.steps,
    ...(usage && { usage: usageFields(usage) }),
    ...(eventNote !== undefined && { events_note: eventNote }),
  };
  const head = JSON.stringify(elided(document, words, secrets), undefined, 2);
  // One line for each: there are thousands of them.
  const lines = events.map((event) => `    ${JSON.stringify(elided(eventSummary(event), words, secrets))}`);
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `${head.slice(0, -2)},\n  "events": ${list}\n}\n`;
}

function namesServer({ body: { tools } }: InspectedRequest): boolean {
  return Array.isArray(tools) && tools.some((tool) => isJsonObject(tool) && tool.type === 'mcp_server');
}

function requestFields({ body, version, sent }: InspectedRequest, origin: string, { secret }: ElisionWords): JsonValue {
  return {
    ...(sent && { sent: new Date(sent.at).toISOString(), ms: Math.round(sent.ms) }),
    method: 'POST',
    url: addressOf(origin, version),
    headers: { 'x-goog-api-key': secret },
    body,
  };
}
