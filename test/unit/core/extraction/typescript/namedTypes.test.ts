import assert from 'node:assert/strict';
import { refusalOf, schemaOf, schemaOfType } from './schemaOf';

const text = { type: 'string' };

describe('a type that has a name', () => {
  it('is a list, whatever it is called', () => {
    for (const name of ['Array', 'ReadonlyArray', 'Set', 'ReadonlySet']) {
      assert.deepEqual(schemaOfType(`${name}<string>`), { type: 'array', items: text }, name);
    }
    assert.deepEqual(schemaOfType('readonly string[]'), { type: 'array', items: text });
  });

  it('is its argument where it only says who may change it', () => {
    assert.deepEqual(schemaOfType('Readonly<string>'), text);
    assert.deepEqual(schemaOfType('Partial<B>', 'interface B { b: string }'), {
      type: 'object',
      properties: { b: text },
    });
  });

  it('has the names of a type as its own', () => {
    const expected = { type: 'object', properties: { a: text, b: text }, required: ['a', 'b'] };
    assert.deepEqual(schemaOfType('Record<B, string>', "type B = 'a' | 'b'"), expected);
    assert.deepEqual(schemaOfType('Record<B, string>', "enum B { One = 'a', Two = 'b' }"), expected);
    assert.deepEqual(schemaOfType("Record<'a', string>"), { type: 'object', properties: { a: text }, required: ['a'] });
  });

  it('is one of those that every file knows', () => {
    for (const [name, schema] of [
      ['string', text],
      ['number', { type: 'number' }],
      ['bigint', { type: 'integer' }],
      ['boolean', { type: 'boolean' }],
      ['null', { type: 'null' }],
      ['true', { type: 'boolean', const: true }],
      ['false', { type: 'boolean', const: false }],
      ['any', {}],
      ['unknown', {}],
      ['object', { type: 'object' }],
      ['Date', { type: 'string', format: 'date-time' }],
    ] as const) {
      assert.deepEqual(schemaOfType(name), schema, name);
    }
    assert.equal(refusalOf('type A = toString'), 'unknownName toString');
  });

  it('may be declared with any letters, and only what is referred to is sent', () => {
    assert.deepEqual(schemaOf('interface A extends B { size: Größe }\ninterface B {}\ntype Größe = string', 'A'), {
      title: 'A',
      type: 'object',
      properties: { size: { $ref: '#/$defs/Gr%C3%B6%C3%9Fe' } },
      required: ['size'],
      $defs: { Größe: text },
    });
  });

  it('that means another one has no comment beside the reference', () => {
    assert.deepEqual(schemaOf('/** Doc. */\ntype A = B\n/** Other. */\ntype B = string', 'A'), {
      title: 'A',
      $ref: '#/$defs/B',
      $defs: { B: { type: 'string', description: 'Other.' } },
    });
  });

  for (const [source, refusal] of [
    ['Map<string, string>', 'generic Map'],
    ['Array<string', 'syntax '],
    ['Kind.Plant', 'unknownName Kind'],
    ['Date.x', 'unknownName Date'],
    ['abstract new () => B', 'function abstract'],
    ['typeof a', 'operator typeof'],
    ['unique symbol', 'operator unique'],
    ['asserts a', 'operator asserts'],
    ['[string?]', 'operator ?'],
    ['string ? 1 : 2', 'operator ?'],
    ['(...a: string[]) => void', 'function ('],
    ['(a?: string) => void', 'function ('],
    ['(a, b) => void', 'function ('],
    ['() => void', 'function ('],
    ['(string', 'syntax '],
    ['[string, number', 'syntax '],
    ['[string number]', 'syntax number'],
    [')', 'syntax )'],
    ["- 'a'", 'syntax a'],
    ["string['length']", 'operator ['],
  ] as const) {
    it(`is refused: ${source}`, () => assert.equal(refusalOf(`enum Kind { Plant }\ntype A = ${source}`), refusal));
  }
});

describe('types in types', () => {
  const within = (open: string, close: string, times: number) =>
    `type A = ${open.repeat(times)}string${close.repeat(times)}`;

  for (const [open, close, what] of [
    ['[', ']', 'string'],
    ['{ a: ', ' }', 'string'],
    ['(', ')', 'string'],
    ['Array<', '>', 'string'],
  ] as const) {
    it(`are read 40 deep, and no deeper: ${open}`, () => {
      assert.ok(!('problem' in schemaOf(within(open, close, 40), 'A')));
      assert.equal(refusalOf(within(open, close, 41)), `tooDeep ${what}`);
    });
  }
});
