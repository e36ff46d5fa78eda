import { isRecord } from '../wire';

interface Scope {
  readonly root: unknown;
  readonly words: string;
  /** The references that are being followed. */
  readonly open: readonly string[];
}

/** The plainest value a JSON Schema accepts; text fields take words from the prompt. */
export function instanceOf(schema: unknown, words: string): unknown {
  return valueFor(schema, { root: schema, words, open: [] }) ?? null;
}

/** Undefined: the schema leads back to one that is being followed, so what can be absent is. */
function valueFor(schema: unknown, scope: Scope): unknown {
  if (!isRecord(schema)) return scope.words;
  if (typeof schema.$ref === 'string') {
    if (scope.open.includes(schema.$ref)) return undefined;
    return valueFor(referredTo(scope.root, schema.$ref), { ...scope, open: [...scope.open, schema.$ref] });
  }
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const choices: readonly unknown[] = [schema.anyOf, schema.oneOf].find(Array.isArray) ?? [];
  for (const choice of choices) {
    const value = valueFor(isRecord(choice) ? { ...schema, anyOf: 0, oneOf: 0, ...choice } : choice, scope);
    if (value !== undefined) return value;
  }
  return choices.length > 0 ? undefined : valueOfType(schema, scope);
}

function valueOfType(schema: Record<string, unknown>, scope: Scope): unknown {
  switch (typeOf(schema)) {
    case 'object':
      return objectFor(schema, scope);
    case 'array':
      return arrayFor(schema, scope);
    case 'number':
    case 'integer':
      return numberFor(schema);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textFor(schema, scope);
  }
}

function typeOf({ type, properties, prefixItems, items }: Record<string, unknown>): unknown {
  if (type !== undefined) return Array.isArray(type) ? type[0] : type;
  if (properties !== undefined) return 'object';
  return prefixItems === undefined && items === undefined ? undefined : 'array';
}

function objectFor({ properties, required, additionalProperties }: Record<string, unknown>, scope: Scope): unknown {
  const known = isRecord(properties) ? properties : {};
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const members = new Map<string, unknown>();
  for (const name of new Set([...Object.keys(known), ...needed.map(String)])) {
    const value = valueFor(Object.hasOwn(known, name) ? known[name] : additionalProperties, scope);
    if (value !== undefined) members.set(name, value);
    else if (needed.includes(name)) return undefined;
  }
  return Object.fromEntries(members);
}

function arrayFor(
  { items, prefixItems, minItems, maxItems, contains }: Record<string, unknown>,
  scope: Scope,
): unknown {
  const first: readonly unknown[] = Array.isArray(prefixItems) ? prefixItems : [];
  const least = typeof minItems === 'number' ? minItems : 0;
  const most = typeof maxItems === 'number' ? maxItems : Number.POSITIVE_INFINITY;
  const length = Math.min(most, Math.max(least, first.length, items === undefined && contains === undefined ? 0 : 1));
  const values = Array.from({ length }, (_, at) =>
    valueFor(at < first.length ? first[at] : (items ?? contains), scope),
  );
  if (!values.includes(undefined)) return values;
  return least === 0 ? [] : undefined;
}

function numberFor({ minimum, maximum }: Record<string, unknown>): number {
  if (typeof minimum === 'number') return minimum;
  return typeof maximum === 'number' ? Math.min(1, maximum) : 1;
}

function textFor({ minLength, maxLength }: Record<string, unknown>, { words }: Scope): string {
  const long = typeof minLength === 'number' ? words.padEnd(minLength, '.') : words;
  return typeof maxLength === 'number' ? long.slice(0, maxLength) : long;
}

/** What a JSON Pointer within the schema leads to. Source: RFC 6901. */
function referredTo(root: unknown, reference: string): unknown {
  const parts = decodeURIComponent(reference.slice(1)).split('/').slice(1);
  return parts.reduce<unknown>((at, part) => {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    return Array.isArray(at) ? at[Number(name)] : isRecord(at) ? at[name] : undefined;
  }, root);
}
