import { isJsonObject, type JsonValue, objectField } from '../../../src/core/base/json';
import { doneMark, FrameReader, jsonOrText } from '../frames';

/** What a recording holds, counted without the product's help. */
export interface Held {
  /** Characters of text, wherever it stands: answers, thoughts and what tools say. UTF-16 units. */
  readonly text: number;
  /** Characters of images and other media in base64. */
  readonly media: number;
  readonly steps: number;
}

export interface RawCount extends Held {
  /** Frames that are not JSON. */
  readonly malformed: number;
  /** Characters after the last whole frame. */
  readonly trailing: number;
}

/** Counts what stands in the frames of a stream. An event that comes twice under the same id counts once. */
export function countStream(sse: string): RawCount {
  const reader = new FrameReader();
  const frames = reader.add(sse);
  const end = frames.indexOf(doneMark);
  const values = frames.slice(0, end < 0 ? frames.length : end).map(jsonOrText);
  const seen = new Set<string>();
  let interaction = '';
  let streamed: Held = nothing;
  let repeated: Held = nothing;
  for (const value of values.filter(isJsonObject)) {
    const whole = objectField(value, 'interaction');
    if (value.event_type === 'interaction.created') interaction = String(whole?.id);
    const key = `${interaction} ${value.event_id}`;
    if (value.event_id !== undefined && seen.has(key)) continue;
    seen.add(key);
    // Most streams end without repeating the steps. Where one does, they may be all there is.
    if (value.event_type === 'interaction.completed') repeated = plus(repeated, countSteps(whole?.steps));
    if (value.event_type === 'step.start') streamed = plus(streamed, countSteps([value.step ?? null]));
    if (value.event_type === 'step.delta')
      streamed = plus(streamed, { ...countSteps([value.delta ?? null]), steps: 0 });
  }
  return {
    text: Math.max(streamed.text, repeated.text),
    media: Math.max(streamed.media, repeated.media),
    steps: Math.max(streamed.steps, repeated.steps),
    malformed: values.filter((value) => !isJsonObject(value)).length,
    trailing: reader.rest.trim().length,
  };
}

/** Counts what stands in steps, in the form that a `get` or the product's own history has them. */
export function countSteps(steps: unknown): Held {
  if (!Array.isArray(steps)) return nothing;
  return { text: lengthUnder('text', steps), media: lengthUnder('data', steps), steps: steps.length };
}

const nothing: Held = { text: 0, media: 0, steps: 0 };

function plus(a: Held, b: Held): Held {
  return { text: a.text + b.text, media: a.media + b.media, steps: a.steps + b.steps };
}

/** The length of all strings that have this name, at any depth. */
function lengthUnder(name: string, value: JsonValue): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: JsonValue) => sum + lengthUnder(name, item), 0);
  if (!isJsonObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === name && typeof item === 'string' ? item.length : lengthUnder(name, item)),
    0,
  );
}
