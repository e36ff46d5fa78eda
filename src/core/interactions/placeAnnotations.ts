import { isJsonObject, type JsonObject, type JsonValue, numberField } from '../base/json';
import { utf8Length } from '../base/utf8';

/** A text item in wire form. Some of the service's own examples leave `type` out. */
export type TextItem = JsonObject & { readonly text: string };

export function isTextItem(value: JsonValue | undefined): value is TextItem {
  return isJsonObject(value) && (value.type === 'text' || value.type === undefined) && typeof value.text === 'string';
}

/**
 * Finds the text item that each annotation of a stream belongs to, by its number among `items`. In a stream offsets count
 * UTF-8 bytes of all the text of the step, in a whole step those of the item alone: the annotations are returned with the
 * latter. Where a stretch goes over several items, it belongs to the one in which it ends.
 */
export function placeAnnotations(
  items: readonly JsonValue[],
  annotations: readonly JsonObject[],
): ReadonlyMap<number, readonly JsonObject[]> {
  const texts = textsOf(items);
  const placed = new Map<number, JsonObject[]>();
  for (const annotation of annotations) {
    const end = numberField(annotation, 'end_index');
    const last = texts.at(-1) ?? { index: 0, start: 0, end: 0 };
    const text = end === undefined ? last : (texts.find((one) => end <= one.end) ?? last);
    const own = placed.get(text.index) ?? [];
    own.push(end === undefined || text.start === 0 ? annotation : movedBack(annotation, text.start));
    placed.set(text.index, own);
  }
  return placed;
}

/** The text items, by their number, with where they begin and end in the text of the step. Bytes. */
function textsOf(items: readonly JsonValue[]) {
  const texts = items.flatMap((item, index) => (isTextItem(item) ? [{ index, text: item.text }] : []));
  let start = 0;
  return texts.map(({ index, text }, at) => {
    // Nearly every step has one text, whose length need not be known.
    const end = at === texts.length - 1 ? Number.POSITIVE_INFINITY : start + utf8Length(text);
    const place = { index, start, end };
    start = end;
    return place;
  });
}

function movedBack(annotation: JsonObject, bytes: number): JsonObject {
  const start = numberField(annotation, 'start_index') ?? 0;
  const end = numberField(annotation, 'end_index') ?? 0;
  return { ...annotation, start_index: Math.max(0, start - bytes), end_index: end - bytes };
}
