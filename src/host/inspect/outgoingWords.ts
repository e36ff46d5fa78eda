import { isJsonObject, type JsonValue } from '../../core/base/json';

/** Bytes of media and of signatures are no words, and look like secrets. */
const bytes = new Set(['data', 'signature', 'continuation_token']);

/** All words of a request, for the gate that looks at what leaves the machine. */
export function outgoingWords(value: JsonValue): string {
  const words: string[] = [];
  const collect = (field: string, item: JsonValue): void => {
    if (typeof item === 'string') {
      if (!bytes.has(field)) words.push(item);
    } else if (Array.isArray(item)) {
      for (const one of item) collect('', one);
    } else if (isJsonObject(item)) {
      for (const [name, one] of Object.entries(item)) collect(name, one);
    }
  };
  collect('', value);
  return words.join('\n');
}
