import { isJsonObject, type JsonObject, type JsonValue } from '../core/base/json';

function wellFormed(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.toWellFormed();
  if (isList(value)) return list(value);
  return isJsonObject(value) ? wellFormedObject(value) : value;
}

/**
 * The same without halves of surrogate pairs, for each of which U+FFFD stands. JSON would carry them as `\ud83d`, and the
 * service refuses the whole request. What holds none comes back as it is.
 */
export function wellFormedObject(value: JsonObject): JsonObject {
  const made = Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)] as const);
  return made.every(([key, inner]) => value[key] === inner) ? value : Object.fromEntries(made);
}

function list(values: readonly JsonValue[]): readonly JsonValue[] {
  const made = values.map(wellFormed);
  return made.every((inner, at) => inner === values[at]) ? values : made;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
