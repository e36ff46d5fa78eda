import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../../src/core/base/json';
import { refusalOf, schemaOfType } from './schemaOf';

describe('the schema of a union', () => {
  for (const [source, schema] of [
    ['string | number | null', { type: ['string', 'number', 'null'] }],
    ['string | string', { type: ['string'] }],
    ["'a' | 'b' | 'a'", { type: 'string', enum: ['a', 'b'] }],
    ["('a' | 'b') | 'c'", { type: 'string', enum: ['a', 'b', 'c'] }],
    ['true | false', { type: 'boolean' }],
    [
      "'a' | true",
      {
        anyOf: [
          { type: 'string', enum: ['a'] },
          { type: 'boolean', const: true },
        ],
      },
    ],
    ['false | null', { anyOf: [{ type: 'boolean', const: false }, { type: 'null' }] }],
    ['true | false | null', { type: ['boolean', 'null'] }],
    [
      "'a' | 1 | 'b'",
      {
        anyOf: [
          { type: 'string', enum: ['a', 'b'] },
          { type: 'number', enum: [1] },
        ],
      },
    ],
    ['string | string[]', { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }],
    ['Date | null', { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] }],
    ['(string | number) | null', { anyOf: [{ type: ['string', 'number'] }, { type: 'null' }] }],
    ["'a' | null", { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] }],
    ['1 | string', { anyOf: [{ type: 'number', enum: [1] }, { type: 'string' }] }],
    // What takes every value takes those of all others.
    ['string | unknown', {}],
    ['any | 1', {}],
    // An absent value is none of JSON.
    ['undefined', {}],
    ['undefined | string', { type: 'string' }],
    ['| string', { type: 'string' }],
    ['bigint | object', { type: ['integer', 'object'] }],
  ] as const satisfies readonly (readonly [string, JsonObject])[]) {
    it(`takes each of its types: ${source}`, () => assert.deepEqual(schemaOfType(source), schema));
  }

  it('refers to the types that are declared', () => {
    assert.deepEqual(schemaOfType("B | 'x'", "enum B { One = 'one' }"), {
      anyOf: [{ type: 'string', enum: ['x'] }, { $ref: '#/$defs/B' }],
      $defs: { B: { type: 'string', enum: ['one'] } },
    });
    assert.deepEqual(schemaOfType('B | null', 'type B = string'), {
      anyOf: [{ $ref: '#/$defs/B' }, { type: 'null' }],
      $defs: { B: { type: 'string' } },
    });
  });
});

describe('the schema of an intersection', () => {
  const others = 'interface B { b: 1; c?: 2 }\ninterface C { [name: string]: 3 }\ntype D = { c: 4 }';
  const number = (value: number) => ({ type: 'number', const: value });

  it('has what each of its types has', () => {
    assert.deepEqual(schemaOfType('{ a: 0 } & B & D', others), {
      type: 'object',
      properties: { a: number(0), b: number(1), c: number(4) },
      required: ['a', 'b', 'c'],
    });
    assert.deepEqual(schemaOfType('& { a?: 0 } & {}'), { type: 'object', properties: { a: number(0) } });
  });

  it('takes further names where one of its types does', () => {
    const expected = {
      type: 'object',
      properties: { b: number(1), c: number(2) },
      required: ['b'],
      additionalProperties: number(3),
    };
    assert.deepEqual(schemaOfType('B & C', others), expected);
    assert.deepEqual(schemaOfType('C & B', others), expected);
  });

  it('may have the same type on two ways', () => {
    assert.deepEqual(
      schemaOfType('E & F', 'interface B { b: 1 }\ninterface E extends B {}\ninterface F extends B { f?: 2 }'),
      { type: 'object', properties: { b: number(1), f: number(2) }, required: ['b'] },
    );
  });

  it('is refused where one of its types is no object', () => {
    assert.equal(refusalOf('type A = { a: 1 } & string'), 'operator &');
    assert.equal(refusalOf('type A = string & { a: 1 }'), 'operator &');
    assert.equal(refusalOf('interface A extends B { a: 1 }\ntype B = string[]'), 'operator &');
  });
});
