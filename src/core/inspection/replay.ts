import type { Clock } from '../base/clock';
import { isJsonObject, type JsonObject, textField } from '../base/json';
import type { TapedEvent } from '../chat/turnTapes';
import { Answer } from '../conversation/answer';
import { ask } from '../conversation/ask';
import { newTurn, type Turn } from '../conversation/turn';
import { turnEndOf } from '../conversation/turnOutcome';
import type { RawInteractions } from '../interactions/rawPort';
import type { Inspection } from './inspection';

/** Fields of the document that are not of the request: how it is streamed is the product's own matter. */
const ownFields = new Set(['$schema', 'stream']);

/** Why a text is no request that can be sent. */
export type RequestProblem = 'notJson' | 'notAnObject' | 'noModel' | 'agent' | 'noInput';

/** A request as a document for people to change. */
export function requestText(body: JsonObject): string {
  const fields = Object.entries(body).filter(([name]) => !ownFields.has(name));
  return `${JSON.stringify(Object.fromEntries(fields), undefined, 2)}\n`;
}

/** Reads such a document. What the service has to say of a field, it says itself. */
export function readRequestText(
  text: string,
): { readonly body: JsonObject; readonly model: string } | { readonly problem: RequestProblem } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'notJson' };
  }
  if (!isJsonObject(value)) return { problem: 'notAnObject' };
  // Agents cost dollars and run for an hour: research asks before it starts one.
  if (value.agent !== undefined) return { problem: 'agent' };
  const model = textField(value, 'model')?.trim() ?? '';
  if (model === '') return { problem: 'noModel' };
  if (value.input === undefined && value.continuation_token === undefined) return { problem: 'noInput' };
  const fields = Object.entries(value).filter(([name]) => !ownFields.has(name));
  return { body: { ...Object.fromEntries(fields), model }, model };
}

export interface ReplayServices {
  readonly raw: Pick<RawInteractions, 'askBody' | 'versionOf'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What a replay is shown as. */
export interface ReplayPlace {
  readonly title: string;
  readonly prompt: string;
  /** The turns that the request was taken from, for the files in it. */
  readonly turns: readonly Turn[];
  readonly origin: string;
}

/**
 * Sends a request that a person wrote, once, and reads its answer. It stands in no chat. Rejects with the Failure of the
 * request or of its stream; a signal that aborts ends it with what had come.
 */
export async function replay(
  { raw, clock, newId }: ReplayServices,
  body: JsonObject,
  model: string,
  { title, prompt, turns, origin }: ReplayPlace,
  signal: AbortSignal,
): Promise<Inspection> {
  const answer = new Answer();
  const events: TapedEvent[] = [];
  const at = clock.wallNow();
  const begun = clock.now();
  const outcome = await ask(
    { interactions: { ask: (_request, own) => raw.askBody(body, own) }, clock },
    // Stands for the body, which alone is sent.
    { model, input: [], store: false },
    answer,
    signal,
    { next: () => undefined, onEvent: (event) => events.push({ ms: clock.now() - begun, event }) },
  );
  const place = { id: newId(), parentId: undefined, createdAt: at, model };
  const turn: Turn = {
    ...newTurn({ prompt, attachments: [] }, place),
    ...turnEndOf(outcome),
    interactionId: answer.interactionId || undefined,
    steps: answer.steps,
    parts: answer.parts,
    usage: answer.usage,
    times: { total: Math.round(clock.now() - begun), thoughts: [] },
  };
  const version = raw.versionOf(model);
  const requests = [{ body: { ...body, stream: true }, version, sent: { at, ms: 0 } }];
  return { chatTitle: title, turn, turns, origin, requests, events, lostEvents: 0 };
}
