import { isJsonObject, type JsonObject, type JsonValue } from '../base/json';
import { type BadReference, badReference } from './schemaReferences';

/**
 * What the service takes of JSON Schema. Sources: the SDK's comments at `GenerateContentConfig.responseJsonSchema`, which
 * has the list, and at `Interactions.TextResponseFormat.schema`, which adds the ones that are taken and not enforced.
 */
const taken: ReadonlySet<string> = new Set([
  ...['$id', '$defs', '$ref', '$anchor', 'type', 'format', 'title', 'description', 'enum', 'items', 'prefixItems'],
  ...['minItems', 'maxItems', 'minimum', 'maximum', 'anyOf', 'properties', 'additionalProperties'],
  ...['required', 'propertyOrdering'],
  ...['minLength', 'maxLength', 'minProperties', 'maxProperties', 'uniqueItems', 'contains', 'minContains'],
]);
/** These keywords do not decide what is valid. Leaving them out needs no word to the user. */
const silent: ReadonlySet<string> = new Set([
  '$schema',
  '$comment',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
]);
const annotations: ReadonlySet<string> = new Set(['title', 'description', 'format']);

/** Deeper schemas are refused here: the service calls them too complex, and a walk of them must end. */
const deepest = 60;

export type SchemaRefusal = BadReference | { readonly kind: 'tooDeep' } | { readonly kind: 'notSchema' };

export interface ServiceSchema {
  /** What is sent. */
  readonly schema: JsonObject;
  /** Keywords that are not sent, each once, in alphabetical order. The answer is checked against them here. */
  readonly leftOut: readonly string[];
}

/**
 * The part of a schema that the service takes. `definitions` become `$defs`, and `const` an `enum` of one. It is never
 * narrower than the whole: `oneOf` becomes `anyOf`, which the service takes it for, and `maxContains` is left out, since
 * more fits when a part of a schema is gone.
 */
export function serviceSchema(schema: JsonValue): ServiceSchema | SchemaRefusal {
  if (!isJsonObject(schema)) return { kind: 'notSchema' };
  if (isDeeperThan(schema, deepest)) return { kind: 'tooDeep' };
  const bad = badReference(schema);
  if (bad) return bad;
  const leftOut = new Set<string>();
  const sent = reduced(schema, leftOut);
  return { schema: sent, leftOut: [...leftOut].sort() };
}

export function isDeeperThan(value: JsonValue, most: number): boolean {
  // A loop and not a recursion: what is looked at may be too deep for one.
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function reduced(schema: JsonObject, leftOut: Set<string>): JsonObject {
  if (typeof schema.$ref === 'string') return onlyReference(schema, leftOut);
  const sent: Record<string, JsonValue> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    // The names that a pattern allows would be refused.
    if (keyword === 'additionalProperties' && schema.patternProperties !== undefined) {
      leftOut.add(keyword);
      continue;
    }
    const part = partFor(keyword, value, leftOut);
    if (part) Object.defineProperty(sent, part[0], { value: joined(sent[part[0]], part[1]), ...plain });
  }
  return sent;
}

/** A name such as `__proto__` is one like any other. */
const plain = { enumerable: true, configurable: true, writable: true } as const;

function joined(before: JsonValue | undefined, value: JsonValue): JsonValue {
  return isJsonObject(before) && isJsonObject(value) ? { ...before, ...value } : value;
}

/** Beside a reference the service takes only keywords that begin with `$`. */
function onlyReference(schema: JsonObject, leftOut: Set<string>): JsonObject {
  const sent: Record<string, JsonValue> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === '$ref' && typeof value === 'string') sent.$ref = value.replace(/^#\/definitions\//, '#/$defs/');
    else if (keyword === '$defs' || keyword === 'definitions') sent.$defs = reducedMap(value, leftOut);
    else if (!silent.has(keyword) && !annotations.has(keyword)) leftOut.add(keyword);
  }
  return sent;
}

function partFor(keyword: string, value: JsonValue, leftOut: Set<string>): readonly [string, JsonValue] | undefined {
  if (silent.has(keyword)) return undefined;
  switch (keyword) {
    case 'const':
      if (isEnumerable(value)) return ['enum', [value]];
      break;
    case 'enum':
      if (Array.isArray(value) && value.every(isEnumerable)) return [keyword, value];
      break;
    case 'definitions':
    case '$defs':
      return ['$defs', reducedMap(value, leftOut)];
    case 'properties':
      return [keyword, reducedMap(value, leftOut)];
    case 'required':
      // The service refuses an empty list.
      return Array.isArray(value) && value.length > 0 ? [keyword, value] : undefined;
    case 'items':
      // Draft 7 lists the first items under this name.
      return Array.isArray(value)
        ? ['prefixItems', reducedList(value, leftOut)]
        : [keyword, reducedPart(value, leftOut)];
    case 'contains':
      return [keyword, reducedPart(value, leftOut)];
    case 'prefixItems':
    case 'anyOf':
      return Array.isArray(value) ? [keyword, reducedList(value, leftOut)] : undefined;
    case 'oneOf':
      leftOut.add(keyword);
      return Array.isArray(value) ? ['anyOf', reducedList(value, leftOut)] : undefined;
    case 'additionalProperties':
      return [keyword, isJsonObject(value) ? reduced(value, leftOut) : value];
    default:
      if (taken.has(keyword)) return [keyword, value];
  }
  leftOut.add(keyword);
  return undefined;
}

/** Source: the comment in the SDK, "`enum` (for strings and numbers)". */
function isEnumerable(value: JsonValue): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function reducedMap(value: JsonValue, leftOut: Set<string>): JsonObject {
  const entries = Object.entries(isJsonObject(value) ? value : {});
  return Object.fromEntries(entries.map(([name, schema]) => [name, reducedPart(schema, leftOut)]));
}

function reducedList(value: readonly JsonValue[], leftOut: Set<string>): readonly JsonObject[] {
  return value.map((schema) => reducedPart(schema, leftOut));
}

/** `true` takes everything, as `{}` does. `false` refuses everything, and the service has no form for that. */
function reducedPart(value: JsonValue, leftOut: Set<string>): JsonObject {
  if (value === false) leftOut.add('false');
  return isJsonObject(value) ? reduced(value, leftOut) : {};
}
