import type { JsonObject, JsonValue } from '../../base/json';
import type { Token, Tokens } from './tokens';
import { expect, refuse } from './typeProblem';

/** The type of a member, and whether the member may be absent for that. */
export interface MemberType {
  readonly schema: JsonObject;
  readonly mayBeAbsent: boolean;
}

/** Reads the members of an interface or of an object type, behind its `{`. `read` takes the type that comes next. */
export function readObject(tokens: Tokens, read: () => MemberType): JsonObject {
  const properties = new Map<string, JsonValue>();
  const required = new Set<string>();
  let additional: JsonObject | undefined;
  while (!tokens.comes('}')) {
    const { comment } = tokens.peek;
    const first = takeName(tokens);
    if (first.kind === 'sign' && first.text === '[') {
      additional = readIndex(tokens, read);
    } else {
      const isOptional = tokens.skip('?');
      if (tokens.comes('(') || tokens.comes('<')) refuse('function', first);
      const { schema, mayBeAbsent } = tokens.skip(':') ? read() : { schema: {}, mayBeAbsent: false };
      properties.set(first.text, described(schema, comment));
      if (!isOptional && !mayBeAbsent) required.add(first.text);
    }
    // A line break ends a member, too.
    if (!tokens.skip(';')) tokens.skip(',');
  }
  tokens.take();
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.size > 0 && { required: [...required] }),
    ...(additional && { additionalProperties: additional }),
  };
}

/** `readonly` is a name as well, unless another one follows. */
function takeName(tokens: Tokens): Token {
  const first = tokens.take();
  if (first.kind === 'end' || (first.kind === 'sign' && first.text !== '[')) {
    refuse(first.text === '(' || first.text === '<' ? 'function' : 'syntax', first);
  }
  const { kind, text } = tokens.peek;
  const goesOn = kind === 'name' || kind === 'string' || kind === 'number' || text === '[';
  return first.text === 'readonly' && first.kind === 'name' && goesOn ? takeName(tokens) : first;
}

/** `[name: string]: T`, behind its bracket. */
function readIndex(tokens: Tokens, read: () => MemberType): JsonObject {
  const name = tokens.take();
  if (name.kind !== 'name' || !tokens.skip(':')) refuse('operator', name);
  read();
  expect(tokens, ']');
  expect(tokens, ':');
  return read().schema;
}

/** A comment beside a reference is left out: the service refuses it there. */
function described(schema: JsonObject, comment: string | undefined): JsonObject {
  return comment === undefined || schema.$ref !== undefined ? schema : { ...schema, description: comment };
}
