import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../src/core/base/json';

/** Whether a value fits, by the words of JSON Schema alone: as slow and as plain as can be, to compare a validator with. */
export function fits(root: JsonObject, schema: JsonValue, value: JsonValue): boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isJsonObject(schema)) return true;
  const rules = Object.entries(schema).map(([keyword, rule]) => ruleOf(root, schema, keyword, rule));
  return rules.every((rule) => rule(value));
}

type Rule = (value: JsonValue) => boolean;

function ruleOf(root: JsonObject, schema: JsonObject, keyword: string, rule: JsonValue): Rule {
  const list: readonly JsonValue[] = Array.isArray(rule) ? rule : [rule];
  const number = typeof rule === 'number' ? rule : 0;
  const how = (inner: JsonValue, value: JsonValue) => fits(root, inner, value);
  switch (keyword) {
    case '$ref':
      return (value) => how(definitionOf(root, String(rule)), value);
    case 'type':
      return (value) => list.some((type) => isOfType(type, value));
    case 'enum':
      return (value) => list.some((one) => isDeepStrictEqual(one, value));
    case 'const':
      return (value) => isDeepStrictEqual(rule, value);
    case 'minimum':
      return (value) => typeof value !== 'number' || value >= number;
    case 'exclusiveMaximum':
      return (value) => typeof value !== 'number' || value < number;
    case 'minLength':
      return (value) => typeof value !== 'string' || [...value].length >= number;
    case 'pattern':
      return (value) => typeof value !== 'string' || new RegExp(String(rule), 'u').test(value);
    case 'maxItems':
      return (value) => !Array.isArray(value) || value.length <= number;
    case 'prefixItems':
      return (value) => !Array.isArray(value) || value.every((one, at) => how(list[at] ?? true, one));
    case 'items':
      return (value) => {
        const first = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
        return !Array.isArray(value) || value.slice(first).every((one: JsonValue) => how(rule, one));
      };
    case 'required':
      return (value) => !isJsonObject(value) || list.every((name) => Object.hasOwn(value, String(name)));
    case 'properties':
      return (value) => entriesOf(value).every(([name, one]) => how(memberOf(rule, name) ?? true, one));
    case 'patternProperties':
      return (value) =>
        entriesOf(value).every(([name, one]) =>
          entriesOf(rule).every(([pattern, inner]) => !new RegExp(pattern, 'u').test(name) || how(inner, one)),
        );
    case 'additionalProperties':
      return (value) => entriesOf(value).every(([name, one]) => isNamed(schema, name) || how(rule, one));
    case 'not':
      return (value) => !how(rule, value);
    case 'anyOf':
      return (value) => list.some((inner) => how(inner, value));
    case 'contains': {
      const least = Number(schema.minContains ?? 1);
      const most = Number(schema.maxContains ?? Number.POSITIVE_INFINITY);
      return (value) => {
        if (!Array.isArray(value)) return true;
        const { length } = value.filter((one: JsonValue) => how(rule, one));
        return length >= least && length <= most;
      };
    }
    case 'oneOf':
      return (value) => list.filter((inner) => how(inner, value)).length === 1;
    case 'allOf':
      return (value) => list.every((inner) => how(inner, value));
    default:
      return () => true;
  }
}

function isOfType(type: JsonValue, value: JsonValue): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isJsonObject(value) : typeof value === type;
}

function entriesOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return value !== undefined && isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isNamed({ properties, patternProperties = {} }: JsonObject, name: string): boolean {
  const patterns = entriesOf(patternProperties).map(([pattern]) => new RegExp(pattern, 'u'));
  return memberOf(properties, name) !== undefined || patterns.some((pattern) => pattern.test(name));
}

function definitionOf(root: JsonObject, reference: string): JsonValue {
  return memberOf(root.$defs, reference.slice('#/$defs/'.length)) ?? true;
}
