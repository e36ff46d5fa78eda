import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../src/core/base/json';
import { schemaFromSample } from '../../../../src/core/extraction/schemaFromSample';

const text = { type: 'string' };

describe('the schema of a sample', () => {
  for (const [sample, schema] of [
    ['a', text],
    [true, { type: 'boolean' }],
    [3, { type: 'integer' }],
    [3.5, { type: 'number' }],
    [null, { type: 'null' }],
    [[], { type: 'array', items: {} }],
    [[null], { type: 'array', items: { type: 'null' } }],
    [[1, 2.5], { type: 'array', items: { type: 'number' } }],
    [[2.5, 1], { type: 'array', items: { type: 'number' } }],
    [[1, null], { type: 'array', items: { type: ['integer', 'null'] } }],
    [['a', 1], { type: 'array', items: { anyOf: [text, { type: 'integer' }] } }],
    [['a', 1.5, 1, null], { type: 'array', items: { anyOf: [text, { type: 'number' }, { type: 'null' }] } }],
    [[[1], ['a']], { type: 'array', items: { type: 'array', items: { anyOf: [{ type: 'integer' }, text] } } }],
    [[[1], 'a'], { type: 'array', items: { anyOf: [{ type: 'array', items: { type: 'integer' } }, text] } }],
    [{}, { type: 'object', properties: {} }],
    [
      { a: 'x', b: null },
      { type: 'object', properties: { a: text, b: { type: 'null' } }, required: ['a', 'b'] },
    ],
    [
      [{ a: 'x', b: 1 }, { a: null }, 'c'],
      {
        type: 'array',
        items: {
          anyOf: [
            {
              type: 'object',
              properties: { a: { type: ['string', 'null'] }, b: { type: 'integer' } },
              required: ['a'],
            },
            text,
          ],
        },
      },
    ],
    [
      [{ a: 1 }, { b: 1 }],
      { type: 'array', items: { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'integer' } } } },
    ],
  ] as const satisfies readonly (readonly [JsonValue, JsonValue])[]) {
    it(`takes what is like it: ${JSON.stringify(sample)}`, () => assert.deepEqual(schemaFromSample(sample), schema));
  }

  it('has 100 names, and of more only what their values are', () => {
    const table = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, at % 2 === 0 ? 'x' : 1]));
    const { properties, required } = schemaFromSample(table(100));
    assert.equal(Object.keys(properties ?? {}).length, 100);
    assert.deepEqual(required, Object.keys(table(100)));
    assert.deepEqual(schemaFromSample(table(101)), {
      type: 'object',
      additionalProperties: { anyOf: [text, { type: 'integer' }] },
    });
  });
});
