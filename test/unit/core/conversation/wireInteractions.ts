import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../../src/core/base/json';
import { utf8Length } from '../../../../src/core/base/utf8';

/** A whole step as `get` gives it, and the deltas that a stream brings of it after its start. */
interface StreamedStep {
  readonly whole: JsonObject;
  readonly start: JsonObject;
  readonly deltas: readonly JsonObject[];
}

/** A whole interaction, and the events of a stream that brings it. */
export interface StreamedInteraction {
  readonly steps: readonly JsonObject[];
  readonly events: readonly JsonObject[];
}

const words = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '–', '🚀', '\n', '`'), minLength: 1, maxLength: 12 });

/** A text with the pieces that it arrives in, and citations with offsets in it. */
const textItem = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 4 }), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }))
  .map(([pieces, stretches]) => {
    const text = pieces.join('');
    const annotations = stretches.map(([from, length], at): JsonObject => {
      const start = from % utf8Length(text);
      const end = start + 1 + (length % (utf8Length(text) - start));
      return { type: 'url_citation', url: `https://${at}.example`, title: 't', start_index: start, end_index: end };
    });
    return { text, pieces, annotations };
  });
const otherItem = fc.constantFrom<JsonObject>(
  { type: 'image', mime_type: 'image/png', data: 'AAAA' },
  { type: 'video', mime_type: 'video/mp4', uri: 'https://v.example' },
  { type: 'hologram', rays: 3 },
);

/** A stream does not say where a text item ends, so another item follows each. */
const modelOutput = fc.array(fc.oneof(textItem, otherItem), { maxLength: 5 }).map((mixed): StreamedStep => {
  const items = mixed.filter((item, at) => !('pieces' in item && mixed[at - 1] && 'pieces' in (mixed[at - 1] ?? {})));
  const content = items.map((item): JsonObject => {
    if (!isText(item)) return item;
    const { text, annotations } = item;
    return { type: 'text', text, ...(annotations.length > 0 && { annotations }) };
  });
  let before = 0;
  const late: JsonObject[] = [];
  const deltas = items.flatMap((item): JsonObject[] => {
    if (!isText(item)) return [item];
    for (const annotation of item.annotations) late.push(moved(annotation, before));
    before += utf8Length(item.text);
    return item.pieces.map((text) => ({ type: 'text', text }));
  });
  const cited = late.map((annotation) => ({ type: 'text_annotation_delta', annotations: [annotation] }));
  const type = 'model_output';
  return { whole: content.length > 0 ? { type, content } : { type }, start: { type }, deltas: [...deltas, ...cited] };
});

const thought = fc.array(fc.oneof(words, otherItem), { maxLength: 4 }).map((mixed): StreamedStep => {
  const summary = mixed.map((item): JsonObject => (typeof item === 'string' ? { type: 'text', text: item } : item));
  const deltas = [
    ...summary.map((content) => ({ type: 'thought_summary', content })),
    { type: 'thought_signature', signature: 'S' },
  ];
  const type = 'thought';
  const whole: JsonObject = summary.length > 0 ? { type, summary, signature: 'S' } : { type, signature: 'S' };
  return { whole, start: { type }, deltas };
});

const functionCall = fc
  .tuple(fc.dictionary(words, fc.jsonValue(), { minKeys: 1, maxKeys: 3 }), fc.nat())
  .map(([given, at]): StreamedStep => {
    const json = JSON.stringify(given);
    const start: JsonObject = { type: 'function_call', id: 'f', name: 'run', signature: '', arguments: {} };
    const pieces = [json.slice(0, at % json.length), json.slice(at % json.length)];
    const deltas = pieces.map((piece) => ({ type: 'arguments_delta', arguments: piece }));
    return { whole: { ...start, arguments: JSON.parse(json) }, start, deltas };
  });

const searchCall = fc.constant<StreamedStep>({
  whole: {
    type: 'google_search_call',
    id: 's',
    signature: 'S',
    arguments: { queries: ['q'] },
    search_type: 'web_search',
  },
  start: { type: 'google_search_call', id: 's', signature: '' },
  deltas: [
    { type: 'google_search_call', signature: 'S', arguments: { queries: ['q'] } },
    { type: 'google_search_call', search_type: 'web_search' },
  ],
});

const searchResult = fc
  .tuple(fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([lists, isError]): StreamedStep => {
    const toItems = (texts: readonly string[]): JsonValue => texts.map((text) => ({ search_suggestions: text }));
    const type = 'google_search_result';
    const start = { type, call_id: 's', signature: '' };
    const deltas = lists.map((list, at) => {
      // That it went wrong may be said at the end.
      const wentWrong = isError && at === lists.length - 1;
      return { type, result: toItems(list), is_error: wentWrong, signature: 'S' };
    });
    return { whole: { ...start, signature: 'S', result: toItems(lists.flat()), is_error: isError }, start, deltas };
  });

const futureStep = fc.array(words, { maxLength: 2 }).map((texts): StreamedStep => {
  const start = { type: 'future_call', id: 'x' };
  const deltas = texts.map((text, at) => ({ type: 'future_call', [`field${at}`]: text }));
  return { whole: Object.assign({}, start, ...deltas), start, deltas };
});

/** Interactions with all kinds of steps. The events of different steps come in any order, those of one in its own. */
export const interactions: fc.Arbitrary<StreamedInteraction> = fc
  .tuple(
    fc.array(fc.oneof(modelOutput, thought, functionCall, searchCall, searchResult, futureStep), { maxLength: 5 }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([steps, numbers]) => ({ steps: steps.map(({ whole }) => whole), events: shuffled(steps, numbers) }));

function shuffled(steps: readonly StreamedStep[], numbers: Iterator<number>): readonly JsonObject[] {
  const queues = steps.map(({ start, deltas }, index): JsonObject[] => [
    { event_type: 'step.start', index, step: start },
    ...deltas.map((delta) => ({ event_type: 'step.delta', index, delta })),
    { event_type: 'step.stop', index },
  ]);
  const events: JsonObject[] = [];
  const open: JsonObject[][] = [];
  for (;;) {
    // Steps start one after the other, and each may still grow when the next has started.
    const next = queues.length > 0 ? [queues[0] ?? []] : [];
    const choices = [...open, ...next].filter((queue) => queue.length > 0);
    const chosen = choices[(numbers.next().value ?? 0) % choices.length];
    const event = chosen?.shift();
    if (!chosen || !event) return events;
    if (chosen === queues[0]) open.push(...queues.splice(0, 1));
    events.push(event);
  }
}

function moved(annotation: JsonObject, bytes: number): JsonObject {
  const { start_index: start, end_index: end } = annotation;
  return { ...annotation, start_index: Number(start) + bytes, end_index: Number(end) + bytes };
}

type TextItem = { readonly text: string; readonly pieces: readonly string[]; readonly annotations: JsonObject[] };

function isText(item: TextItem | JsonObject): item is TextItem {
  return 'pieces' in item;
}
