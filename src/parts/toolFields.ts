import type { JsonObject } from '../core/base/json';

/** The fields of a step that have no place of their own in a part. Undefined: there are none. */
export function otherFields(wire: JsonObject, own: ReadonlySet<string>): JsonObject | undefined {
  const others = Object.entries(wire).filter(([key]) => !own.has(key));
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}

/** Fields as lines of text. Empty lists and objects say nothing. */
export function toolText(fields: JsonObject): string {
  return Object.entries(fields)
    .filter(([, value]) => typeof value !== 'object' || (value !== null && Object.keys(value).length > 0))
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
    .join('');
}
