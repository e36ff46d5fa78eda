import assert from 'node:assert/strict';
import { isJsonObject, type JsonObject } from '../../../../../src/core/base/json';
import { schemaOf, schemaOfType } from './schemaOf';

describe('a string in a TypeScript type', () => {
  for (const [source, text] of [
    [String.raw`'a\nb\tc'`, 'a\nb\tc'],
    [String.raw`"\r\b\f\v\0"`, '\r\b\f\v\0'],
    [String.raw`'it\'s'`, "it's"],
    [String.raw`"say \"it\""`, 'say "it"'],
    [String.raw`'a\\n'`, 'a\\n'],
    [String.raw`'\q\{'`, 'q{'],
    [String.raw`'a\ b'`, 'a b'],
    [String.raw`'caf\u00e9'`, 'café'],
    [String.raw`'\u00E9x'`, 'éx'],
    [String.raw`'\x41b'`, 'Ab'],
    [String.raw`'\u{1F331}!'`, '🌱!'],
    [String.raw`'\u{a}'`, '\n'],
    [String.raw`'\u{110000}'`, '\u{10FFFF}'],
    ["'a\\\nb'", 'ab'],
    ["'a\\\r\nb'", 'ab'],
    ['`a\nb`', 'a\nb'],
    ['`a$b`', 'a$b'],
    ["''", ''],
  ] as const) {
    it(`means what it stands for: ${JSON.stringify(source)}`, () => {
      assert.deepEqual(schemaOfType(source), { type: 'string', const: text });
    });
  }

  it('is no sign and no word, whatever it says', () => {
    assert.deepEqual(schemaOfType("{ '}': 1; '[': 2; 'readonly'\n a: 3; '(': 4 }"), {
      type: 'object',
      properties: {
        '}': { type: 'number', const: 1 },
        '[': { type: 'number', const: 2 },
        readonly: {},
        a: { type: 'number', const: 3 },
        '(': { type: 'number', const: 4 },
      },
      required: ['}', '[', 'readonly', 'a', '('],
    });
    assert.deepEqual(schemaOfType("{ a: 'undefined' | '|' }"), {
      type: 'object',
      properties: { a: { type: 'string', enum: ['undefined', '|'] } },
      required: ['a'],
    });
  });
});

describe('a number in a TypeScript type', () => {
  it('means its value', () => {
    for (const [source, value] of [
      ['0', 0],
      ['1_000_000', 1_000_000],
      ['2.5', 2.5],
      ['1e3', 1000],
      ['2.5E-1', 0.25],
      ['- 7', -7],
    ] as const) {
      assert.deepEqual(schemaOfType(source), { type: 'number', const: value }, source);
    }
  });
});

describe('a comment in a TypeScript type', () => {
  /** What is said of the member `a`. */
  const said = (comment: string) => {
    const { properties } = schemaOf(`interface A {\n${comment} a: string }`, 'A') as JsonObject;
    const member = isJsonObject(properties) ? properties.a : undefined;
    assert.ok(isJsonObject(member));
    return member.description;
  };

  it('describes what follows, in one line and without its stars', () => {
    assert.equal(said('/** How long. */'), 'How long.');
    assert.equal(said('/**\n   * How long,\n   *in cm.\n\n   and  a * b\n   */'), 'How long, in cm. and  a * b');
    assert.equal(said('/**\r\n * How long,\r\n * in cm.\r\n */'), 'How long, in cm.');
    assert.equal(said('/** How long. */ // not this\n/* nor this */'), 'How long.');
    assert.equal(said('/** Old. */ /** New. */'), 'New.');
  });

  it('ends before its first tag', () => {
    assert.equal(said('/**\n * How long.\n * @deprecated\n * Use b.\n */'), 'How long.');
    assert.equal(said('/** @deprecated Use b. */'), undefined);
    assert.equal(said('/** Mail me@example.com. */'), 'Mail me@example.com.');
  });

  it('describes nothing where it is none for readers, or empty', () => {
    assert.equal(said('/* How long. */'), undefined);
    assert.equal(said('// How long.\n'), undefined);
    assert.equal(said('/** */'), undefined);
    assert.equal(said('/**/'), undefined);
  });

  it('describes its own member alone', () => {
    assert.deepEqual(schemaOfType('{ /** One. */ a: 1; b: 2; /** B. */ c: B }', 'type B = 3'), {
      type: 'object',
      properties: {
        a: { type: 'number', const: 1, description: 'One.' },
        b: { type: 'number', const: 2 },
        // The service takes no description beside a reference.
        c: { $ref: '#/$defs/B' },
      },
      required: ['a', 'b', 'c'],
      $defs: { B: { type: 'number', const: 3 } },
    });
  });
});
