import { isRecord } from '../wire';
import { invalidRequest } from '../wireError';
import { jsonSchema } from './toolShape';

/**
 * The part of JSON Schema that an answer can be given. Sources: the SDK's comments at
 * `GenerateContentConfig.responseJsonSchema` and `Interactions.TextResponseFormat.schema`. That the service refuses other
 * keywords is assumed; the documents only say that they are not supported.
 */
const keywords: ReadonlySet<string> = new Set(
  (
    '$id $defs $ref $anchor type format title description enum items prefixItems minItems maxItems minimum maximum anyOf ' +
    'oneOf properties additionalProperties required propertyOrdering minLength maxLength minProperties maxProperties ' +
    'uniqueItems contains minContains maxContains'
  ).split(' '),
);
const maps: ReadonlySet<string> = new Set(['properties', '$defs']);
const lists: ReadonlySet<string> = new Set(['prefixItems', 'anyOf', 'oneOf']);
const singles: ReadonlySet<string> = new Set(['items', 'contains', 'additionalProperties']);

export function answerSchema(value: unknown, path: string): void {
  jsonSchema(value, path);
  if (!isRecord(value)) return;
  for (const [keyword, part] of Object.entries(value)) {
    if (!keywords.has(keyword)) throw invalidRequest(`Unsupported JSON Schema keyword '${keyword}' at '${path}'.`);
    if ('$ref' in value && !keyword.startsWith('$')) throw invalidRequest(`'${keyword}' beside '$ref' at '${path}'.`);
    if (keyword === '$ref' && !String(part).startsWith('#')) {
      throw invalidRequest(`'${path}.$ref' must refer to a part of the schema.`);
    }
    if (keyword === 'enum' && !(Array.isArray(part) && part.every((one) => /string|number/.test(typeof one)))) {
      throw invalidRequest(`'${path}.enum' must be a list of strings and numbers.`);
    }
    for (const [name, inner] of innerSchemas(keyword, part)) {
      if (isRecord(inner)) answerSchema(inner, `${path}.${keyword}${name}`);
    }
  }
}

function innerSchemas(keyword: string, part: unknown): readonly (readonly [string, unknown])[] {
  if (maps.has(keyword) && isRecord(part)) return Object.entries(part).map(([name, one]) => [`.${name}`, one]);
  if (lists.has(keyword) && Array.isArray(part)) return part.map((one: unknown, at) => [`[${at}]`, one]);
  return singles.has(keyword) ? [['', part]] : [];
}
