import assert from 'node:assert/strict';
import { refusalOf, schemaOfType } from './schemaOf';

const number = (value: number) => ({ type: 'number', const: value });

describe('the members of a TypeScript type', () => {
  it('may end with any sign, or with the line', () => {
    assert.deepEqual(schemaOfType('{ a: 1; b: 2, c: 3\n d: 4 }'), {
      type: 'object',
      properties: { a: number(1), b: number(2), c: number(3), d: number(4) },
      required: ['a', 'b', 'c', 'd'],
    });
  });

  it('may be absent where the type says so', () => {
    assert.deepEqual(schemaOfType('{ a?: 1; b: 2 | undefined }'), {
      type: 'object',
      properties: { a: number(1), b: number(2) },
    });
    assert.deepEqual(schemaOfType('{}'), { type: 'object', properties: {} });
  });

  it('take any value where they have no type', () => {
    assert.deepEqual(schemaOfType('{ a\n b: 1 }'), {
      type: 'object',
      properties: { a: {}, b: number(1) },
      required: ['a', 'b'],
    });
    assert.deepEqual(schemaOfType('{ a; b?; }'), { type: 'object', properties: { a: {}, b: {} }, required: ['a'] });
  });

  it('may be readonly, and may be named so', () => {
    assert.deepEqual(schemaOfType("{ readonly a: 1; readonly 'b c': 2; readonly 3: 3; readonly readonly: 4 }"), {
      type: 'object',
      properties: { 3: number(3), a: number(1), 'b c': number(2), readonly: number(4) },
      required: ['a', 'b c', '3', 'readonly'],
    });
    assert.deepEqual(schemaOfType('{ readonly?: 1 }'), { type: 'object', properties: { readonly: number(1) } });
    assert.deepEqual(schemaOfType('{ b: 1; readonly }'), {
      type: 'object',
      properties: { b: number(1), readonly: {} },
      required: ['b', 'readonly'],
    });
  });

  it('may have any name', () => {
    const { additionalProperties, properties } = schemaOfType('{ a: 1; readonly [name: string]: number }');
    assert.deepEqual(additionalProperties, { type: 'number' });
    assert.deepEqual(properties, { a: number(1) });
  });

  for (const [source, refusal] of [
    ['{ (a: string): void }', 'function ('],
    ['{ <T>(a: T): void }', 'function <'],
    ['{ run<T>(a: T): void }', 'function run'],
    ['{ run?(): void }', 'function run'],
    ['{ new (): B }', 'function new'],
    ['{ ; }', 'syntax ;'],
    ['{ a: 1 }}', ''],
    ['{ a: 1', 'syntax '],
    ['{', 'syntax '],
    ['{ a?', 'syntax '],
    ['{ [1: string]: 2 }', 'operator 1'],
    ['{ [a]: 2 }', 'operator a'],
    ['{ [a in B]: 2 }', 'operator a'],
    ['{ [a: string: 2 }', 'syntax :'],
    ['{ [a: string] 2 }', 'syntax 2'],
  ] as const) {
    if (refusal !== '') it(`are refused: ${source}`, () => assert.equal(refusalOf(`type A = ${source}`), refusal));
    else it(`end with their brace: ${source}`, () => assert.deepEqual(schemaOfType(source).required, ['a']));
  }
});

describe('the values of a TypeScript enum', () => {
  const values = (members: string) => {
    const { $defs } = schemaOfType('B', `enum B {${members}}`);
    return Object.entries($defs ?? {})[0]?.[1];
  };

  it('are counted from 0, and on from a number', () => {
    assert.deepEqual(values(' One, Two, '), { type: 'number', enum: [0, 1] });
    assert.deepEqual(values(' One = 5, Two, Three = -3, Four, Five = 0.5, Six '), {
      type: 'number',
      enum: [5, 6, -3, -2, 0.5, 1.5],
    });
  });

  it('may be texts, beside numbers too', () => {
    assert.deepEqual(values(" One = 'one', 'a b' = \"two\" "), { type: 'string', enum: ['one', 'two'] });
    assert.deepEqual(values(' One = 1, Uno = 1, Two '), { type: 'number', enum: [1, 2] });
    assert.deepEqual(values(" One, Two = 'two' "), { type: ['number', 'string'], enum: [0, 'two'] });
  });

  for (const [text, refusal] of [
    ['enum A {}', 'syntax }'],
    ['enum A { 1 }', 'syntax 1'],
    ['enum A { B = C }', 'operator C'],
    ['enum A { B = 1 + 2 }', 'operator +'],
    ['enum A { B C }', 'syntax C'],
    ['enum A { B,', 'syntax '],
    ['enum A = 1', 'syntax ='],
    ['interface A string', 'syntax string'],
    ['interface A extends B string\ninterface B {}', 'syntax string'],
    ['interface A extends B, C {}\ninterface B {}', 'unknownName C'],
    ['interface A = string', 'syntax ='],
    ['type A {}', 'syntax {'],
  ] as const) {
    it(`and other declarations are refused where they cannot be read: ${text.split('\n')[0]}`, () => {
      assert.equal(refusalOf(text), refusal);
    });
  }
});
