import { isJsonObject, type JsonObject, type JsonValue } from '../base/json';
import { type ElisionWords, elided } from './elide';
import { endOf, type Inspection, mainRequest } from './inspection';
import { usageFields } from './usageFields';

/** Fields whose values the service makes up, each time others. */
const idFields = new Set(['id', 'call_id', 'previous_interaction_id', 'signature', 'continuation_token']);

/**
 * What two turns can be compared by: the request, the steps and the tokens, with the fields in the order of their names.
 * Ids become numbers in the order in which they come, so that two that mean the same read the same. Times are left out.
 */
export function normalised(inspection: Inspection, words: ElisionWords, secrets: readonly string[]): string {
  const { turn } = inspection;
  const document: JsonObject = {
    status: endOf(turn),
    request: mainRequest(inspection)?.body ?? null,
    steps: turn.steps,
    usage: turn.usage ? usageFields(turn.usage) : null,
  };
  return `${JSON.stringify(new Normaliser().value('', elided(document, words, secrets)), undefined, 2)}\n`;
}

class Normaliser {
  private readonly ids = new Map<string, string>();

  value(field: string, value: JsonValue): JsonValue {
    if (typeof value === 'string') return idFields.has(field) && value !== '' ? this.id(field, value) : value;
    if (Array.isArray(value)) return value.map((item: JsonValue) => this.value(field, item));
    return isJsonObject(value) ? this.object(value) : value;
  }

  private object(object: JsonObject): JsonObject {
    const names = Object.keys(object).sort();
    return Object.fromEntries(names.map((name) => [name, this.value(name, object[name] ?? null)]));
  }

  private id(field: string, value: string): string {
    // Whether there is a signature says something, and which one it is does not.
    if (field === 'signature' || field === 'continuation_token') return '…';
    const known = this.ids.get(value);
    if (known !== undefined) return known;
    const name = `id ${this.ids.size + 1}`;
    this.ids.set(value, name);
    return name;
  }
}
