import { isJsonObject, type JsonObject } from '../../core/base/json';
import { parsedJson } from '../../core/extraction/placeProblems';
import type { OutgoingText } from '../../core/privacy/outgoingGate';
import type { FoundSchema } from './readSchema';

/** A schema as the gate wants it: its descriptions are text like any other. */
export function outgoingSchema({ name, sent, file }: FoundSchema): OutgoingText {
  return { name, text: JSON.stringify(sent), files: file ? [file.toString()] : [] };
}

/** What may be sent of a schema. `passed`: what the gate gave back for it. Undefined: without what was left out it is none. */
export function passedSchema({ sent }: FoundSchema, passed: string): JsonObject | undefined {
  if (passed === JSON.stringify(sent)) return sent;
  const value = parsedJson(passed);
  return value !== undefined && isJsonObject(value) ? value : undefined;
}
