import { isRecord } from '../wire';

/** The plainest value a JSON Schema accepts; text fields take words from the prompt. */
export function instanceOf(schema: unknown, words: string): unknown {
  if (!isRecord(schema)) return words;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object': {
      const properties = Object.entries(isRecord(schema.properties) ? schema.properties : {});
      return Object.fromEntries(properties.map(([name, member]) => [name, instanceOf(member, words)]));
    }
    case 'array':
      return [instanceOf(schema.items, words)];
    case 'number':
    case 'integer':
      return typeof schema.minimum === 'number' ? schema.minimum : 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return words;
  }
}
