import type { JsonObject, JsonValue } from '../../base/json';
import { type MemberType, readObject } from './readObject';
import type { Token, Tokens } from './tokens';
import { expect, refuse, TypeProblem } from './typeProblem';

/** What a reader of types knows of the file around them. */
export interface TypeScope {
  /** The schema of a type that the file declares. Throws a TypeProblem. */
  readonly reference: (name: Token) => JsonObject;
  /** The same with the type itself in place of a reference. */
  readonly resolved: (schema: JsonObject) => JsonObject;
}

/** Types in types, deeper than people write them. */
const deepest = 40;

const named: Readonly<Record<string, JsonObject>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  bigint: { type: 'integer' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  true: { type: 'boolean', const: true },
  false: { type: 'boolean', const: false },
  any: {},
  unknown: {},
  object: { type: 'object' },
  Date: { type: 'string', format: 'date-time' },
};
/** What comes behind the bracket of a function's parameters, and of no type in brackets. */
const parameter = /^(?:\)|\.\.\.|[\p{ID_Start}_$][\p{ID_Continue}$]*\s*[?:,])/u;
/** What an item of a tuple may be called. */
const label = /^[\p{ID_Start}_$][\p{ID_Continue}$]*\s*:/u;
const operators: ReadonlySet<string> = new Set(['keyof', 'typeof', 'infer', 'unique', 'asserts', 'is', 'extends']);

/** Reads a type and makes its schema. Throws a TypeProblem. */
export function readType(tokens: Tokens, scope: TypeScope, depth = 0): JsonObject {
  return readUnion(tokens, scope, depth).schema;
}

/** `undefined` in a union is no value of JSON: it says that a property may be absent. */
function readUnion(tokens: Tokens, scope: TypeScope, depth: number): MemberType {
  if (depth > deepest) throw new TypeProblem('tooDeep', tokens.peek.text, tokens.peek.start);
  tokens.skip('|');
  const choices: JsonObject[] = [];
  let mayBeAbsent = false;
  do {
    if (tokens.skip('undefined')) mayBeAbsent = true;
    else choices.push(readIntersection(tokens, scope, depth));
  } while (tokens.skip('|'));
  if (tokens.comes('extends') || tokens.comes('?')) refuse('operator', tokens.peek);
  return { schema: unionOf(choices), mayBeAbsent };
}

function unionOf(choices: readonly JsonObject[]): JsonObject {
  const [first] = choices;
  if (first === undefined) return {};
  if (choices.length === 1) return first;
  // Something that takes every value.
  if (choices.some((choice) => Object.keys(choice).length === 0)) return {};
  const values = choices.flatMap((choice): readonly JsonValue[] => constantsOf(choice));
  const rest = choices.filter((choice) => constantsOf(choice).length === 0);
  const types = [...new Set(values.map((value) => typeof value))];
  const enums = types.flatMap((type): readonly JsonObject[] => {
    const ofType = values.filter((value) => typeof value === type);
    if (type === 'boolean') return [ofType.length > 1 ? { type } : { type, const: ofType[0] ?? true }];
    return type === 'string' || type === 'number' ? [{ type, enum: [...new Set(ofType)] }] : [];
  });
  const all = [...enums, ...rest];
  const [only, ...others] = all;
  if (only && others.length === 0) return only;
  const isPlain = all.every((one) => Object.keys(one).length === 1 && typeof one.type === 'string');
  if (isPlain) return { type: [...new Set(all.map(({ type }) => type ?? ''))] };
  return { anyOf: all };
}

function constantsOf(schema: JsonObject): readonly JsonValue[] {
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) && typeof schema.$ref !== 'string' ? schema.enum : [];
}

function readIntersection(tokens: Tokens, scope: TypeScope, depth: number): JsonObject {
  tokens.skip('&');
  const start = tokens.peek;
  let schema = readArray(tokens, scope, depth);
  while (tokens.skip('&')) {
    const other = readArray(tokens, scope, depth);
    schema = mergedObjects([scope.resolved(schema), scope.resolved(other)], start);
  }
  return schema;
}

/** One object with what each of them has. */
export function mergedObjects(schemas: readonly JsonObject[], at: Token): JsonObject {
  if (schemas.some(({ type }) => type !== 'object')) refuse('operator', { ...at, text: '&' });
  const properties = Object.assign({}, ...schemas.map((one) => one.properties ?? {})) as JsonObject;
  const required = new Set(schemas.flatMap((one) => (Array.isArray(one.required) ? one.required : [])));
  const additional = schemas.find((one) => one.additionalProperties !== undefined)?.additionalProperties;
  return {
    type: 'object',
    properties,
    ...(required.size > 0 && { required: [...required] }),
    ...(additional !== undefined && { additionalProperties: additional }),
  };
}

function readArray(tokens: Tokens, scope: TypeScope, depth: number): JsonObject {
  let schema = readOne(tokens, scope, depth);
  while (tokens.comes('[')) {
    const bracket = tokens.take();
    // `Order['id']`: the type of a property.
    if (!tokens.skip(']')) refuse('operator', bracket);
    schema = { type: 'array', items: schema };
  }
  return schema;
}

function readOne(tokens: Tokens, scope: TypeScope, depth: number): JsonObject {
  while (tokens.comes('readonly')) tokens.take();
  const token = tokens.take();
  switch (token.kind) {
    case 'string':
      return { type: 'string', const: token.text };
    case 'number':
      return { type: 'number', const: Number(token.text) };
    case 'name':
      return readNamed(token, tokens, scope, depth);
    case 'sign':
      return readSigned(token, tokens, scope, depth);
    case 'end':
      return refuse('syntax', token);
  }
}

function readSigned(token: Token, tokens: Tokens, scope: TypeScope, depth: number): JsonObject {
  switch (token.text) {
    case '{':
      return readObject(tokens, () => readUnion(tokens, scope, depth + 1));
    case '[':
      return readTuple(tokens, scope, depth + 1);
    case '-': {
      const number = tokens.take();
      if (number.kind !== 'number') refuse('syntax', number);
      return { type: 'number', const: -Number(number.text) };
    }
    case '(': {
      if (tokens.looksAt(parameter)) refuse('function', token);
      const schema = readType(tokens, scope, depth + 1);
      expect(tokens, ')');
      if (tokens.comes('=>')) refuse('function', token);
      return schema;
    }
    case '<':
      return refuse('generic', token);
    default:
      return refuse(token.text === '`' ? 'operator' : 'syntax', token);
  }
}

function readTuple(tokens: Tokens, scope: TypeScope, depth: number): JsonObject {
  const items: JsonObject[] = [];
  while (!tokens.comes(']')) {
    if (tokens.comes('...')) refuse('operator', tokens.peek);
    if (tokens.looksAt(label)) {
      tokens.take();
      tokens.take();
    }
    items.push(readType(tokens, scope, depth));
    if (!tokens.skip(',')) break;
  }
  expect(tokens, ']');
  if (items.length === 0) return { type: 'array', maxItems: 0 };
  return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
}

function readNamed(token: Token, tokens: Tokens, scope: TypeScope, depth: number): JsonObject {
  const { text } = token;
  if (operators.has(text)) refuse('operator', token);
  if (text === 'new' || text === 'abstract') refuse('function', token);
  if (tokens.comes('<')) return readApplied(token, tokens, scope, depth + 1);
  if (tokens.comes('.')) refuse('unknownName', token);
  return Object.hasOwn(named, text) ? (named[text] ?? {}) : scope.reference(token);
}

/** `Array<T>` and the few others that say the same as a plain type. */
function readApplied(token: Token, tokens: Tokens, scope: TypeScope, depth: number): JsonObject {
  tokens.take();
  const types = [readType(tokens, scope, depth)];
  while (tokens.skip(',')) types.push(readType(tokens, scope, depth));
  expect(tokens, '>');
  const [first = {}, second = {}] = types;
  switch (token.text) {
    case 'Array':
    case 'ReadonlyArray':
    case 'Set':
    case 'ReadonlySet':
      return { type: 'array', items: first };
    case 'Readonly':
      return first;
    case 'Record':
      return recordOf(scope.resolved(first), second);
    case 'Partial': {
      const { required: _, ...optional } = scope.resolved(first);
      return optional;
    }
    default:
      return refuse('generic', token);
  }
}

function recordOf(key: JsonObject, value: JsonObject): JsonObject {
  const names = constantsOf(key).filter((name) => typeof name === 'string');
  if (names.length === 0) return { type: 'object', additionalProperties: value };
  return { type: 'object', properties: Object.fromEntries(names.map((name) => [name, value])), required: names };
}
