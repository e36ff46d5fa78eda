import { type JsonObject, type JsonValue, objectsField } from '../base/json';
import { type Content, readContent, readContents } from '../interactions/content';
import type { InputContent } from '../interactions/port';
import { inputOf } from './input';
import type { Turn } from './turn';

/** What a new turn after `path` continues: a stored interaction, and the turns since that the service does not have. */
export interface ContinuationBase {
  readonly previousInteractionId: string | undefined;
  readonly history: readonly JsonObject[];
}

/**
 * The service continues only from answers it finished and stored. Turns after the last such one (stopped, failed) go
 * along as history, so that what the user saw is also what the model remembers.
 */
export function continuationOf(path: readonly Turn[], forgotten: ReadonlySet<string> = new Set()): ContinuationBase {
  const base = path.findLastIndex(
    ({ status, interactionId }) => status === 'done' && interactionId && !forgotten.has(interactionId),
  );
  return {
    previousInteractionId: path[base]?.interactionId,
    history: path.slice(base + 1).flatMap((turn) => turnSteps(turn)),
  };
}

/** The whole path as history, for when the service has forgotten it. */
export function historyOf(path: readonly Turn[]): readonly JsonObject[] {
  return path.flatMap((turn) => turnSteps(turn));
}

function turnSteps(turn: Turn): readonly JsonObject[] {
  const question = { type: 'user_input', content: inputOf(turn).map(toWire) };
  const answer = turn.steps.filter((step) => isWorthSending(turn, step)).map(sentStep);
  return [question, ...answer.filter((step) => step !== undefined)];
}

/** The service refuses thoughts without their signature and calls without results, so of cut answers only the text goes. */
function isWorthSending({ status, endedAs }: Turn, step: JsonObject): boolean {
  // Between the calls of functions there are outputs without a word.
  if (step.type === 'model_output' && isEmpty(step)) return false;
  if (status !== 'done') return step.type === 'model_output';
  // A whole answer goes back word for word. One that was ended early may hold a thought that was never signed.
  return endedAs === undefined || step.type !== 'thought' || Boolean(step.signature);
}

function isEmpty({ content }: JsonObject): boolean {
  return readContents(content).every((item) => item.type === 'text' && item.text === '');
}

/**
 * A step in a form that the service takes. A step also keeps what a stream brought and this version does not know, as it
 * came, and arguments that did not arrive whole, as text. Undefined: nothing else is in it.
 */
function sentStep(step: JsonObject): JsonObject | undefined {
  const lists = (['content', 'summary'] as const).filter(
    (key) => readContents(step[key]).some(isLost) || objectsField(step, key).some(hasRate),
  );
  const hasText = typeof step.arguments === 'string';
  if (lists.length === 0 && !hasText) return step;
  const sent: { [key: string]: JsonValue } = { ...step, ...(hasText && { arguments: {} }) };
  for (const key of lists) {
    const known = objectsField(step, key)
      .filter((item) => !isLost(readContent(item)))
      .map(withoutRate);
    if (known.length > 0) sent[key] = known;
    else delete sent[key];
  }
  return sent.type === 'model_output' && sent.content === undefined ? undefined : sent;
}

/** Not known to this version, or a picture whose bytes are gone from the disk: the service takes neither. */
function isLost(content: Content): boolean {
  if (content.type === 'text') return false;
  return content.type === 'unknown' || (content.data === undefined && content.uri === undefined);
}

/** Sound in a stream may have a field that is deprecated and that an input does not have. Source: SDK type `AudioDelta`. */
function hasRate({ type, rate }: JsonObject): boolean {
  return type === 'audio' && rate !== undefined;
}

function withoutRate(item: JsonObject): JsonObject {
  const { rate: _, ...others } = item;
  return hasRate(item) ? others : item;
}

function toWire(content: InputContent): JsonObject {
  if (content.type === 'text') return { type: 'text', text: content.text };
  const { type, mimeType } = content;
  const place = 'data' in content ? { data: content.data } : { uri: content.uri };
  return { type, ...place, ...(mimeType !== undefined && { mime_type: mimeType }) };
}
