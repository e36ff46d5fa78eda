import type { JsonObject, JsonValue } from '../../base/json';
import { type Declaration, declarationsIn } from './declarations';
import { mergedObjects, readType, type TypeScope } from './readType';
import { type Token, Tokens } from './tokens';
import { expect, refuse, TypeProblem, type TypeProblemKind } from './typeProblem';

/** Why there is no schema of a type. */
export interface TypeRefusal {
  readonly problem: TypeProblemKind;
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The schema of a type that a file declares. What it refers to in the same file becomes `$defs`.
 *
 * A reader of our own, because there is no small one: packages that do this bring the TypeScript compiler along (9 MB), and
 * VS Code's own TypeScript service gives types as text for people, cut at some length and without comments. It reads what
 * describes data, and refuses the rest by name.
 */
export function typeSchema(text: string, declaration: Declaration): { readonly schema: JsonObject } | TypeRefusal {
  try {
    const file = new TypesOfFile(text);
    const root = file.read(declaration);
    const used = referredTo(root, file.definitions);
    const definitions = [...file.definitions].filter(([name]) => used.has(name));
    const title = { title: declaration.name };
    const defined = definitions.length > 0 && { $defs: Object.fromEntries(definitions) };
    return { schema: { ...title, ...root, ...defined } };
  } catch (error) {
    if (!(error instanceof TypeProblem)) throw error;
    return { problem: error.kind, what: error.what, line: text.slice(0, error.offset).split('\n').length };
  }
}

/** The names of the types that a schema leads to. One that is only extended is not among them. */
function referredTo(root: JsonObject, definitions: ReadonlyMap<string, JsonValue>): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (schema: JsonValue): void => {
    for (const [, name = ''] of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) {
      const decoded = decodeURIComponent(name);
      if (names.has(decoded)) continue;
      names.add(decoded);
      look(definitions.get(decoded) ?? null);
    }
  };
  look(root);
  return names;
}

/** Where a declaration ends. One that cannot be read ends with its head. UTF-16 units. */
export function endOfType(text: string, declaration: Declaration): number {
  try {
    const file = new TypesOfFile(text);
    file.read(declaration);
    return file.end;
  } catch (error) {
    if (!(error instanceof TypeProblem)) throw error;
    return declaration.body;
  }
}

class TypesOfFile {
  readonly definitions = new Map<string, JsonValue>();
  private readonly declared: ReadonlyMap<string, Declaration>;
  /** Where what was read last ends. */
  end = 0;
  /** The types whose members are needed at once, to find one that needs itself. */
  private readonly resolving = new Set<string>();
  private readonly scope: TypeScope = {
    reference: (name) => this.reference(name),
    resolved: (schema) => this.resolved(schema),
  };

  constructor(private readonly text: string) {
    this.declared = new Map(declarationsIn(text).map((one) => [one.name, one]));
  }

  read(declaration: Declaration): JsonObject {
    const { kind, body, comment } = declaration;
    const tokens = new Tokens(this.text, body);
    if (tokens.comes('<')) refuse('generic', { ...tokens.peek, text: declaration.name });
    const schema = kind === 'enum' ? this.readEnum(tokens) : this.readBody(kind, tokens);
    this.end = tokens.peek.start;
    return comment === undefined || schema.$ref !== undefined ? schema : { ...schema, description: comment };
  }

  private readBody(kind: 'interface' | 'type', tokens: Tokens): JsonObject {
    if (kind === 'type') {
      expect(tokens, '=');
      return readType(tokens, this.scope);
    }
    const start = tokens.peek;
    const parents: JsonObject[] = [];
    if (tokens.skip('extends')) {
      do parents.push(this.resolved(readType(tokens, this.scope)));
      while (tokens.skip(','));
    }
    // The braces are read as those of a type.
    if (!tokens.comes('{')) refuse('syntax', tokens.peek);
    const own = readType(tokens, this.scope);
    return parents.length === 0 ? own : mergedObjects([...parents, own], start);
  }

  private readEnum(tokens: Tokens): JsonObject {
    expect(tokens, '{');
    const values: JsonValue[] = [];
    let next = 0;
    while (!tokens.comes('}')) {
      const name = tokens.take();
      if (name.kind !== 'name' && name.kind !== 'string') refuse('syntax', name);
      if (tokens.skip('=')) {
        const sign = tokens.skip('-') ? -1 : 1;
        const value = tokens.take();
        if (value.kind !== 'string' && value.kind !== 'number') refuse('operator', value);
        // `1 << 2` and the like are worked out by a compiler only.
        if (!tokens.comes(',') && !tokens.comes('}')) refuse('operator', tokens.peek);
        values.push(value.kind === 'string' ? value.text : sign * Number(value.text));
        next = value.kind === 'number' ? sign * Number(value.text) + 1 : 0;
      } else {
        values.push(next);
        next += 1;
      }
      if (!tokens.skip(',')) break;
    }
    // No value would fit.
    if (values.length === 0) refuse('syntax', tokens.peek);
    expect(tokens, '}');
    const types = [...new Set(values.map((value) => (typeof value === 'string' ? 'string' : 'number')))];
    return { type: types.length === 1 ? (types[0] ?? 'string') : types, enum: [...new Set(values)] };
  }

  private reference(name: Token): JsonObject {
    const declaration = this.declared.get(name.text);
    if (!declaration) return refuse('unknownName', name);
    if (!this.definitions.has(name.text)) {
      // Known before it is read, so that a type may speak of itself.
      this.definitions.set(name.text, {});
      this.definitions.set(name.text, this.read(declaration));
    }
    return { $ref: `#/$defs/${encodeURIComponent(name.text)}` };
  }

  private resolved(schema: JsonObject): JsonObject {
    const { $ref } = schema;
    if (typeof $ref !== 'string') return schema;
    const name = decodeURIComponent($ref.slice('#/$defs/'.length));
    const declaration = this.declared.get(name);
    if (!declaration) return schema;
    if (this.resolving.has(name)) throw new TypeProblem('tooDeep', name, declaration.start);
    this.resolving.add(name);
    const target = this.resolved(this.read(declaration));
    this.resolving.delete(name);
    return target;
  }
}
