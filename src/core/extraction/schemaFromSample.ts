import { isJsonObject, type JsonObject, type JsonValue } from '../base/json';

/** An object with more names than this is a table by name: its values are described, and not each name. */
const mostNames = 100;

/**
 * A schema that the sample fits. Objects of one list are one kind: what all of them have is required. Numbers that are all
 * whole become `integer`. Needs a sample that is not deeper than the stack: see `isDeeperThan`.
 */
export function schemaFromSample(sample: JsonValue): JsonObject {
  return schemaOf([sample]);
}

type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return Array.isArray(value) ? 'array' : 'object';
}

function schemaOf(values: readonly JsonValue[]): JsonObject {
  const types = new Set(values.map(typeOf));
  if (types.has('number')) types.delete('integer');
  const isNullable = types.delete('null');
  const [only, ...others] = [...types];
  // A list of nothing tells nothing of its items.
  if (only === undefined) return isNullable ? { type: 'null' } : {};
  if (others.length === 0) {
    const schema = schemaOfType(only, values);
    return isNullable ? { ...schema, type: [only, 'null'] } : schema;
  }
  const choices = [...types].map((type) => schemaOfType(type, values));
  return { anyOf: isNullable ? [...choices, { type: 'null' }] : choices };
}

function schemaOfType(type: JsonType, values: readonly JsonValue[]): JsonObject {
  switch (type) {
    case 'array':
      return { type, items: schemaOf(values.filter((value) => Array.isArray(value)).flat()) };
    case 'object':
      return schemaOfObjects(values.filter(isJsonObject));
    default:
      return { type };
  }
}

function schemaOfObjects(objects: readonly JsonObject[]): JsonObject {
  const valuesOf = new Map<string, JsonValue[]>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      const values = valuesOf.get(name);
      if (values) values.push(value);
      else valuesOf.set(name, [value]);
    }
  }
  if (valuesOf.size > mostNames) {
    return { type: 'object', additionalProperties: schemaOf([...valuesOf.values()].flat()) };
  }
  const required = [...valuesOf].filter(([, values]) => values.length === objects.length).map(([name]) => name);
  const properties = Object.fromEntries([...valuesOf].map(([name, values]) => [name, schemaOf(values)]));
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}
