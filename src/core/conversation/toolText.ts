import type { JsonObject } from '../base/json';

/** Fields of a tool's step that say nothing to a person, or only to the service. */
const hiddenFields = new Set(['type', 'id', 'call_id', 'signature', 'is_error']);

/** What a tool was asked or answered, as text. The rich cards come with the tools themselves. */
export function toolText(wire: JsonObject): string {
  const shown = Object.entries(wire).filter(([key]) => !hiddenFields.has(key));
  const told = shown.filter(
    ([, value]) => typeof value !== 'object' || (value !== null && Object.keys(value).length > 0),
  );
  return told.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');
}
