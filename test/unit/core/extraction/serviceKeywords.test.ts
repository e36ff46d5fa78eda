import assert from 'node:assert/strict';
import type { JsonObject, JsonValue } from '../../../../src/core/base/json';
import { isDeeperThan, serviceSchema } from '../../../../src/core/extraction/serviceSchema';

describe('what the service is sent of a schema', () => {
  for (const [whole, schema, leftOut] of [
    [
      { type: 'string', minLength: 1, title: 'A', format: 'date' },
      { type: 'string', minLength: 1, title: 'A', format: 'date' },
      [],
    ],
    [{ multipleOf: 2, maximum: 3, exclusiveMinimum: 1 }, { maximum: 3 }, ['exclusiveMinimum', 'multipleOf']],
    [
      { $schema: 'a', $comment: 'b', default: 1, examples: [], deprecated: true, readOnly: true, writeOnly: true },
      {},
      [],
    ],
    [{ const: 'a' }, { enum: ['a'] }, []],
    [{ const: null }, {}, ['const']],
    [{ enum: ['a', 1] }, { enum: ['a', 1] }, []],
    [{ enum: ['a', null] }, {}, ['enum']],
    [{ enum: 'a' }, {}, ['enum']],
    [{ required: ['a'] }, { required: ['a'] }, []],
    [{ required: [] }, {}, []],
    [{ required: 'a' }, {}, []],
    [{ items: { const: 1 } }, { items: { enum: [1] } }, []],
    [{ items: [{ const: 1 }, true] }, { prefixItems: [{ enum: [1] }, {}] }, []],
    [{ items: false }, { items: {} }, ['false']],
    [{ contains: { const: 1 }, maxContains: 2 }, { contains: { enum: [1] } }, ['maxContains']],
    [
      { prefixItems: [{ const: 1 }], anyOf: [{ const: 2 }] },
      { prefixItems: [{ enum: [1] }], anyOf: [{ enum: [2] }] },
      [],
    ],
    [{ prefixItems: {}, anyOf: 'a' }, {}, []],
    [{ oneOf: [{ const: 1 }] }, { anyOf: [{ enum: [1] }] }, ['oneOf']],
    [{ oneOf: {} }, {}, ['oneOf']],
    [{ properties: { a: { const: 1 }, b: true } }, { properties: { a: { enum: [1] }, b: {} } }, []],
    [{ properties: [] }, { properties: {} }, []],
    [{ additionalProperties: false }, { additionalProperties: false }, []],
    [{ additionalProperties: { const: 1 } }, { additionalProperties: { enum: [1] } }, []],
    [{ additionalProperties: false, patternProperties: {} }, {}, ['additionalProperties', 'patternProperties']],
    [{ $defs: { a: { const: 1 } }, definitions: { b: {} } }, { $defs: { a: { enum: [1] }, b: {} } }, []],
    [
      { items: { $ref: '#/definitions/a', title: 'A', minimum: 1, default: 2 }, definitions: { a: {} } },
      { items: { $ref: '#/$defs/a' }, $defs: { a: {} } },
      ['minimum'],
    ],
    [{ $ref: '#/$defs/a', $defs: { a: { const: 1 } } }, { $ref: '#/$defs/a', $defs: { a: { enum: [1] } } }, []],
    [{ $ref: '#/definitions/a', definitions: { a: {} } }, { $ref: '#/$defs/a', $defs: { a: {} } }, []],
    [{ not: {}, $anchor: 'a', if: {} }, { $anchor: 'a' }, ['if', 'not']],
  ] as const satisfies readonly (readonly [JsonObject, JsonObject, readonly string[]])[]) {
    it(`is never narrower: ${JSON.stringify(whole)}`, () =>
      assert.deepEqual(serviceSchema(whole), { schema, leftOut }));
  }

  it('has a property of any name', () => {
    const whole: JsonValue = JSON.parse('{"properties":{"__proto__":{"type":"string"}},"__proto__":1}');
    assert.equal(
      JSON.stringify(serviceSchema(whole)),
      '{"schema":{"properties":{"__proto__":{"type":"string"}}},"leftOut":["__proto__"]}',
    );
  });

  it('is nothing where it is no schema', () => {
    for (const value of [null, true, 'a', 1, []]) assert.deepEqual(serviceSchema(value), { kind: 'notSchema' });
  });

  it('is nothing where it is more than 60 deep', () => {
    const deep = (depth: number): JsonObject => (depth === 0 ? {} : { items: deep(depth - 1) });
    assert.ok('schema' in serviceSchema(deep(60)));
    assert.deepEqual(serviceSchema(deep(61)), { kind: 'tooDeep' });
    assert.ok(!isDeeperThan('a', 0) && !isDeeperThan([], 0) && !isDeeperThan([[1]], 2));
    assert.ok(isDeeperThan([null], 0) && isDeeperThan([[1]], 1));
  });
});
