import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../src/core/base/json';
import { makeCheck } from '../../../../src/core/extraction/checkJson';
import { pointerTo, valueAt } from '../../../../src/core/extraction/jsonPointer';
import { placeProblems, syntaxProblems } from '../../../../src/core/extraction/placeProblems';
import { schemaFromSample } from '../../../../src/core/extraction/schemaFromSample';
import { isDeeperThan, serviceSchema } from '../../../../src/core/extraction/serviceSchema';
import { budget } from '../../../budget';
import { fits } from './fits';

const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>;

/** Few names and values, so that schemas and values meet. */
const names = fc.constantFrom('id', 'a/b', 'm~n', '', 'valueOf');
/** Without the empty name: within `not`, `anyOf` and `oneOf`, Ajv 8.20 takes it for there. */
const requiredNames = fc.uniqueArray(
  names.filter((name) => name !== ''),
  { maxLength: 2 },
);
const small = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<JsonValue>(null, true, 0, 1, 1.5, -2, '', 'x', 'long word'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3 }),
  ),
})).value;

const someSchema = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.record(
      {
        type: fc.constantFrom('object', 'array', 'string', 'number', 'integer', 'boolean', 'null'),
        enum: fc.uniqueArray(fc.constantFrom<JsonValue>('x', 1, null, true), { minLength: 1, maxLength: 3 }),
        minimum: fc.constantFrom(0, 1),
        minLength: fc.constantFrom(0, 2),
        maxItems: fc.constantFrom(0, 2),
        pattern: fc.constantFrom('^x', 'o'),
        const: fc.constantFrom<JsonValue>('x', 1, null),
        exclusiveMaximum: fc.constant(1),
        required: requiredNames,
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<JsonObject>,
    fc.record(
      {
        properties: fc.dictionary(names, fc.oneof(tie('schema'), fc.constant(true)), { maxKeys: 3 }),
        required: requiredNames,
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        items: tie('schema'),
        not: tie('schema'),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<JsonObject>,
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record(
      {
        patternProperties: fc.dictionary(fc.constantFrom('^i', 'b$'), tie('schema'), { maxKeys: 2 }),
        properties: fc.dictionary(names, tie('schema'), { maxKeys: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
      },
      { requiredKeys: ['patternProperties'] },
    ) as fc.Arbitrary<JsonObject>,
    fc.record(
      { contains: tie('schema'), minContains: fc.constantFrom(0, 2), maxContains: fc.constantFrom(0, 1) },
      { requiredKeys: ['contains'] },
    ) as fc.Arbitrary<JsonObject>,
    fc.record({ prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), items: tie('schema') }),
  ),
})).schema;

/** With a type that is referred to from two places, and that leads back to itself where it may be absent. */
const withDefinitions: fc.Arbitrary<JsonObject> = fc
  .tuple(someSchema, someSchema, fc.boolean())
  .map(([part, other, isList]): JsonObject => {
    const reference = { $ref: '#/$defs/part' };
    const node = { type: 'object', properties: { id: part, 'a/b': { $ref: '#/$defs/node' } }, required: ['id'] };
    return {
      ...(isList ? { items: reference } : { properties: { id: reference, 'm~n': { $ref: '#/$defs/node' } } }),
      anyOf: [other, reference, {}],
      $defs: { part, node },
    };
  });

function sentOf(schema: JsonValue): JsonObject {
  const service = serviceSchema(schema);
  assert.ok('schema' in service, JSON.stringify(service));
  return service.schema;
}

describe('schemas', () => {
  it('of a sample take the sample, and the service takes all of them', () => {
    fc.assert(
      fc.property(anyJson, (sample) => {
        const schema = schemaFromSample(sample);
        assert.deepEqual(makeCheck(schema)(sample), []);
        const service = serviceSchema(schema);
        assert.ok('schema' in service);
        assert.deepEqual(service.leftOut, []);
        assert.deepEqual(makeCheck(service.schema)(sample), []);
      }),
      { numRuns: budget(400) },
    );
  });

  it('of a sample refuse what is of another type, or lacks what all samples have', () => {
    const check = makeCheck(schemaFromSample([{ id: 1, note: 'x' }, { id: 2 }]));
    assert.deepEqual(check([{ id: 3 }]), []);
    assert.deepEqual(check([{ note: 'y' }]), [{ path: ['0'], message: "must have required property 'id'" }]);
    assert.deepEqual(check([{ id: 'three' }]), [{ path: ['0', 'id'], message: 'must be integer' }]);
  });

  it('judge a value as the words of JSON Schema do, and mark something where it does not fit', () => {
    let fitting = 0;
    let wrong = 0;
    fc.assert(
      fc.property(fc.oneof(someSchema, withDefinitions), small, (schema, value) => {
        const problems = makeCheck(schema)(value);
        assert.equal(problems.length === 0, fits(schema, schema, value), JSON.stringify(schema));
        if (problems.length === 0) fitting += 1;
        else wrong += 1;
        const text = JSON.stringify(value);
        for (const { offset, length } of placeProblems(text, problems)) {
          assert.ok(length > 0 && offset + length <= text.length);
        }
      }),
      // Enough that values of both sorts are among them.
      { numRuns: Math.max(60, budget(400)) },
    );
    assert.ok(fitting > 5 && wrong > 5, `${fitting} values fit, ${wrong} do not`);
  });

  it('lose only what narrows them: what fits the whole fits what is sent', () => {
    let fitting = 0;
    fc.assert(
      fc.property(fc.oneof(someSchema, withDefinitions), small, (schema, value) => {
        if (makeCheck(schema)(value).length > 0) return;
        fitting += 1;
        assert.deepEqual(makeCheck(sentOf(schema))(value), [], JSON.stringify(schema));
      }),
      { numRuns: budget(400) },
    );
    assert.ok(fitting > 5, `${fitting} values fit`);
  });

  it('that the service takes in all are sent as they are, and narrow no less', () => {
    fc.assert(
      fc.property(fc.oneof(someSchema, withDefinitions), small, (schema, value) => {
        const service = serviceSchema(schema);
        if (!('schema' in service) || service.leftOut.length > 0) return;
        const whole = makeCheck(schema)(value).length === 0;
        assert.equal(makeCheck(service.schema)(value).length === 0, whole, JSON.stringify(schema));
      }),
      { numRuns: budget(400) },
    );
  });

  it('name the keywords that are left out', () => {
    const service = serviceSchema({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: {
        code: { type: 'string', pattern: '^[A-Z]+$', minLength: 2, default: 'A' },
        level: { const: 3 },
        item: { $ref: '#/definitions/item', description: 'x' },
        flag: { enum: [true, null] },
      },
      required: [],
      allOf: [{}],
      definitions: { item: { type: 'object', patternProperties: {} } },
    });
    assert.deepEqual(service, {
      schema: {
        type: 'object',
        properties: {
          code: { type: 'string', minLength: 2 },
          level: { enum: [3] },
          item: { $ref: '#/$defs/item' },
          flag: {},
        },
        $defs: { item: { type: 'object' } },
      },
      leftOut: ['allOf', 'enum', 'pattern', 'patternProperties'],
    });
  });

  it('are refused where a reference leads outside, to nothing, or in a circle that no property breaks', () => {
    const withItem = (item: JsonObject): JsonObject => ({ type: 'object', properties: { item }, required: ['item'] });
    const refused = (schema: JsonObject) => serviceSchema(schema);
    const elsewhere = 'https://example.com/x.json';
    assert.deepEqual(refused(withItem({ $ref: elsewhere })), { kind: 'outside', reference: elsewhere });
    assert.deepEqual(refused(withItem({ $ref: '#/$defs/no' })), { kind: 'missing', reference: '#/$defs/no' });
    assert.deepEqual(refused(withItem({ $ref: '#' })), { kind: 'cycle', reference: '#' });
    assert.deepEqual(refused({ ...withItem({ anyOf: [{ type: 'null' }, { $ref: '#' }] }) }), {
      kind: 'cycle',
      reference: '#',
    });
    assert.ok('schema' in refused({ type: 'object', properties: { next: { $ref: '#' } } }));
    assert.ok('schema' in refused(withItem({ enum: [{ $ref: elsewhere }.$ref] })));
  });

  it('that are as deep as a trap are refused and overflow nothing', () => {
    let deep: JsonObject = {};
    for (let i = 0; i < 100_000; i += 1) deep = { items: deep };
    assert.deepEqual(serviceSchema(deep), { kind: 'tooDeep' });
    assert.equal(isDeeperThan(deep, 1000), true);
  });

  it('of an object with many names describe its values', () => {
    const prices = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`plant ${i}`, { price: i }]));
    const schema = schemaFromSample(prices);
    assert.equal(schema.properties, undefined);
    assert.ok(isJsonObject(schema.additionalProperties));
    assert.deepEqual(makeCheck(schema)({ other: { price: 'x' } }), [
      { path: ['other', 'price'], message: 'must be integer' },
    ]);
  });
});

describe('places of problems', () => {
  it('are where the value stands, for any value at any place', () => {
    fc.assert(
      fc.property(anyJson, fc.nat(), fc.constantFrom(undefined, 1, '\t'), (value, pick, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const paths = pathsIn(JSON.parse(text) as JsonValue, []);
        const path = paths[pick % paths.length] ?? [];
        const [place] = placeProblems(text, [{ path, message: 'x' }]);
        assert.ok(place);
        const marked = text.slice(place.offset, place.offset + place.length);
        const there = valueAt(JSON.parse(text) as JsonValue, pointerTo(path));
        if (typeof there !== 'object' || there === null) assert.deepEqual(JSON.parse(marked), there);
        // Of a long value its name is marked, or the bracket that begins it.
        else if (marked.startsWith('"')) assert.equal(JSON.parse(marked), path.at(-1));
        else assert.equal(marked, Array.isArray(there) ? '[' : '{');
      }),
      { numRuns: budget(400) },
    );
  });

  it('of a name that comes twice are those of the last one', () => {
    const text = '{"a":1,"a":"two"}';
    assert.deepEqual(placeProblems(text, [{ path: ['a'], message: 'x' }]), [{ offset: 11, length: 5, message: 'x' }]);
  });

  it('of a name that is missing are those of the object around it', () => {
    assert.deepEqual(placeProblems('{"a":{}}', [{ path: ['a', 'b'], message: 'x' }]), [
      { offset: 1, length: 3, message: 'x' },
    ]);
  });

  it('are told of a text that is no JSON', () => {
    assert.deepEqual(syntaxProblems('{"a":1}'), []);
    assert.match(syntaxProblems('{"a":1')[0]?.message ?? '', /close brace expected/);
    assert.notEqual(syntaxProblems('{"a":1,}').length, 0);
  });
});

function pathsIn(value: JsonValue, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name]))];
}
