import { isJsonObject, type JsonObject, type JsonValue } from '../base/json';
import { valueAt } from './jsonPointer';

/** Why a schema cannot be sent: one of its references. */
export type BadReference =
  /** It leads to another document. */
  | { readonly kind: 'outside'; readonly reference: string }
  /** It leads to nothing in this one. */
  | { readonly kind: 'missing'; readonly reference: string }
  /** It leads back to where it stands, and no property on the way may be absent. */
  | { readonly kind: 'cycle'; readonly reference: string };

const schemaLists: ReadonlySet<string> = new Set(['prefixItems', 'anyOf', 'oneOf', 'allOf', 'items']);
const schemaMaps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas']);
const schemaKeywords: ReadonlySet<string> = new Set([
  ...['items', 'additionalProperties', 'additionalItems', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
]);

/**
 * The first reference that the service cannot follow. It unrolls cycles only "within non-required properties" (the SDK's
 * comment at `GenerateContentConfig.responseJsonSchema`), so one that has none of them on its way is bad.
 */
export function badReference(schema: JsonObject): BadReference | undefined {
  for (const reference of referencesIn(schema)) {
    if (!reference.startsWith('#')) return { kind: 'outside', reference };
    if (targetOf(schema, reference) === undefined) return { kind: 'missing', reference };
  }
  const done = new Set<JsonValue>();
  const visit = (value: JsonValue, on: ReadonlySet<JsonValue>): string | undefined => {
    if (!isJsonObject(value) || done.has(value)) return undefined;
    const way = new Set([...on, value]);
    for (const { schema: next, reference } of certainParts(schema, value)) {
      // Only a reference leads back: a document holds no part of itself.
      if (way.has(next)) return reference;
      const found = visit(next, way);
      if (found !== undefined) return found;
    }
    done.add(value);
    return undefined;
  };
  for (const part of allSchemas(schema)) {
    const reference = visit(part, new Set());
    if (reference !== undefined) return { kind: 'cycle', reference };
  }
  return undefined;
}

/** The schema that a reference within a document leads to: by a JSON Pointer, or by an anchor. */
function targetOf(root: JsonObject, reference: string): JsonValue | undefined {
  const fragment = decoded(reference.slice(1));
  if (fragment === undefined) return undefined;
  if (fragment === '' || fragment.startsWith('/')) return valueAt(root, fragment);
  return allSchemas(root).find((schema) => schema.$anchor === fragment || schema.$id === `#${fragment}`);
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

interface Part {
  readonly schema: JsonValue;
  readonly reference?: string;
}

/** The schemas that a value of this one cannot go without: not those of properties that may be absent. */
function certainParts(root: JsonObject, schema: JsonObject): readonly Part[] {
  const parts: Part[] = [];
  const { $ref, properties, required } = schema;
  if (typeof $ref === 'string') {
    const target = targetOf(root, $ref);
    if (target !== undefined) parts.push({ schema: target, reference: $ref });
  }
  if (isJsonObject(properties) && Array.isArray(required)) {
    for (const name of required) {
      const property = typeof name === 'string' && Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (property !== undefined) parts.push({ schema: property });
    }
  }
  for (const [keyword, value] of Object.entries(schema)) {
    if (Array.isArray(value) && schemaLists.has(keyword))
      parts.push(...value.map((one: JsonValue) => ({ schema: one })));
    else if (schemaKeywords.has(keyword)) parts.push({ schema: value });
  }
  return parts;
}

function referencesIn(schema: JsonObject): readonly string[] {
  return allSchemas(schema).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
}

/** A schema with all schemas in it; what stands in `enum`, `const` or `default` is none. */
function allSchemas(schema: JsonValue): readonly JsonObject[] {
  if (!isJsonObject(schema)) return [];
  const inner = Object.entries(schema).flatMap(([keyword, value]): readonly JsonValue[] => {
    if (schemaMaps.has(keyword) || keyword === '$defs' || keyword === 'definitions') {
      return isJsonObject(value) ? Object.values(value) : [];
    }
    if (Array.isArray(value)) return schemaLists.has(keyword) ? value : [];
    return schemaKeywords.has(keyword) ? [value] : [];
  });
  return [schema, ...inner.flatMap(allSchemas)];
}
