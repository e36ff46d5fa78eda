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
  const texts = items.flatMap((item, index) => (isTextItem(item) ? [{ index, text: item.text }] : []));
  const placed = new Map<number, JsonObject[]>();
  for (const annotation of annotations) {
    const { index, before } = placeOf(numberField(annotation, 'end_index'), texts);
    const sameItem = placed.get(index) ?? [];
    sameItem.push(before === 0 ? annotation : movedBack(annotation, before));
    placed.set(index, sameItem);
  }
  return placed;
}

/** `before`: how many bytes of text come before the item. */
function placeOf(
  end: number | undefined,
  texts: readonly { readonly index: number; readonly text: string }[],
): { readonly index: number; readonly before: number } {
  const last = texts.at(-1)?.index ?? 0;
  if (end === undefined) return { index: last, before: 0 };
  let before = 0;
  for (const { index, text } of texts) {
    // Nearly every step has one text item, whose length need not be known.
    if (index === last || end <= before + utf8Length(text)) return { index, before };
    before += utf8Length(text);
  }
  return { index: last, before: 0 };
}

function movedBack(annotation: JsonObject, bytes: number): JsonObject {
  const start = numberField(annotation, 'start_index') ?? 0;
  const end = numberField(annotation, 'end_index') ?? 0;
  return { ...annotation, start_index: Math.max(0, start - bytes), end_index: end - bytes };
}
