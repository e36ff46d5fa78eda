import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { badReference } from '../../../../src/core/extraction/schemaReferences';
import { cpuTimeOf } from '../../../cpuTime';

const self = { $ref: '#' };
const cycle = { kind: 'cycle', reference: '#' };

describe('a reference of a schema', () => {
  for (const schema of [
    { $ref: '#/$defs/a', $defs: { a: {} } },
    { $ref: '#/definitions/a', definitions: { a: {} } },
    { $ref: '#/$defs/a%20b', $defs: { 'a b': {} } },
    { $ref: '#a', $defs: { x: { $anchor: 'a' } } },
    { items: { $ref: '#a' }, $defs: { x: { $id: '#a' } } },
    { allOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/a' }], $defs: { a: { items: {} } } },
    // What is only a value is none.
    { const: { $ref: 'x' }, enum: [{ $ref: 'x' }], default: { $ref: 'x' }, examples: [{ $ref: 'x' }] },
    { $ref: 3, anyOf: { $ref: 'x' }, not: [{ $ref: 'x' }], properties: [{ $ref: 'x' }], $defs: 'x' },
    { properties: { $ref: { type: 'string' } } },
    { items: null, anyOf: [null, true, 'x'], $defs: { a: null, b: false } },
  ] as const satisfies readonly JsonObject[]) {
    it(`can be followed: ${JSON.stringify(schema)}`, () => assert.equal(badReference(schema), undefined));
  }

  for (const reference of ['#/$defs/b', '#b', '#/%zz', '#%E0%A4%A', '#/$defs/a/toString']) {
    it(`leads to nothing: ${reference}`, () => {
      assert.deepEqual(badReference({ $ref: reference, $defs: { a: {} } }), { kind: 'missing', reference });
    });
  }

  it('leads outside, wherever it stands', () => {
    const reference = 'other.json#/a';
    for (const keyword of ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions']) {
      assert.deepEqual(
        badReference({ [keyword]: { a: { $ref: reference } } }),
        { kind: 'outside', reference },
        keyword,
      );
    }
    for (const keyword of ['prefixItems', 'anyOf', 'oneOf', 'allOf', 'items']) {
      assert.deepEqual(badReference({ [keyword]: [{}, { $ref: reference }] }), { kind: 'outside', reference }, keyword);
    }
    assert.deepEqual(badReference({ not: { not: { $ref: reference } } }), { kind: 'outside', reference });
  });
});

describe('a schema that needs itself', () => {
  for (const keyword of [
    ...['items', 'additionalProperties', 'additionalItems', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'],
    ...['unevaluatedItems', 'unevaluatedProperties'],
  ]) {
    it(`is one by ${keyword}`, () => assert.deepEqual(badReference({ [keyword]: self }), cycle));
  }

  for (const keyword of ['prefixItems', 'anyOf', 'oneOf', 'allOf', 'items']) {
    it(`is one by a member of ${keyword}`, () => assert.deepEqual(badReference({ [keyword]: [{}, self] }), cycle));
  }

  it('is one by a property that has to be there, and by no other one', () => {
    const properties = { a: self, b: { type: 'string' } };
    assert.deepEqual(badReference({ properties, required: ['b', 'a'] }), cycle);
    assert.equal(badReference({ properties, required: ['b', 'c', 3, 'toString'] }), undefined);
    assert.equal(badReference({ properties }), undefined);
    assert.equal(badReference({ properties, required: 'a' }), undefined);
    assert.equal(badReference({ patternProperties: { a: self } }), undefined);
    assert.equal(badReference({ dependentSchemas: { a: self } }), undefined);
  });

  it('is looked for in each part once, however many ways lead there', () => {
    const twice = (name: string): JsonObject => ({ allOf: [{ $ref: `#/$defs/${name}` }, { $ref: `#/$defs/${name}` }] });
    const $defs = Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`a${at}`, twice(`a${at + 1}`)]));
    const schema = { ...twice('a0'), $defs: { ...$defs, a17: {} } };
    assert.ok(cpuTimeOf(() => assert.equal(badReference(schema), undefined)) < 2_000);
  });

  it('is one by others, and told by the reference that leads back', () => {
    assert.deepEqual(badReference({ $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }), {
      kind: 'cycle',
      reference: '#/$defs/a',
    });
    assert.deepEqual(badReference({ $ref: '#/$defs/a', $defs: { a: { items: { items: { $ref: '#/$defs/a' } } } } }), {
      kind: 'cycle',
      reference: '#/$defs/a',
    });
    assert.deepEqual(badReference({ $ref: '#/$defs/a', $defs: { a: { items: self } } }), cycle);
    assert.deepEqual(
      badReference({ $defs: { a: { not: { $ref: '#b' } }, b: { $anchor: 'b', anyOf: [{ $ref: '#/$defs/a' }] } } }),
      {
        kind: 'cycle',
        reference: '#/$defs/a',
      },
    );
  });
});
