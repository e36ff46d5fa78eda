import type { JsonObject } from '../core/base/json';

/** The fields of a step that have no place of their own in a part. Undefined: there are none. */
export function otherFields(wire: JsonObject, own: ReadonlySet<string>): JsonObject | undefined {
  const others = Object.entries(wire).filter(([key]) => !own.has(key));
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}
