import type { JsonObject } from '../base/json';

/** The form of an answer that is JSON and fits a schema. Source: SDK type `TextResponseFormat`. */
export function jsonFormat(schema: JsonObject): JsonObject {
  return { type: 'text', mime_type: 'application/json', schema };
}
