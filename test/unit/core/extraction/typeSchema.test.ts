import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../../src/core/base/json';
import { makeCheck } from '../../../../src/core/extraction/checkJson';
import { serviceSchema } from '../../../../src/core/extraction/serviceSchema';
import { declarationAt } from '../../../../src/core/extraction/typescript/declarations';
import { endOfType, type TypeRefusal } from '../../../../src/core/extraction/typescript/typeSchema';
import { budget } from '../../../budget';
import { schemaOf } from './typescript/schemaOf';

const shop = `
import { x } from './x';

/**
 * What a customer ordered.
 * @see nothing
 */
export interface Order extends Dated {
  /** The number of the order. */
  readonly id: number;
  lines: ReadonlyArray<Line>; // of this order
  state: 'open' | 'paid' | "sent",
  note?: string
  gift: boolean | undefined
  'ship to': { street: string; zip: string | null }
  extra: Record<string, unknown>;
  size: [width: number, height: number][0] extends never ? 1 : 2;
}
interface Dated { at: Date }
type Line = { readonly product: string; count: number; kind: Kind; parent?: Line };
export const enum Kind { Plant = 'plant', Pot = "pot" }
`.replace(/ {2}size:.*\n/, '');

describe('the schema of a TypeScript type', () => {
  it('has members, comments, and the types it refers to', () => {
    assert.deepEqual(schemaOf(shop, 'Order'), {
      title: 'Order',
      type: 'object',
      description: 'What a customer ordered.',
      properties: {
        at: { type: 'string', format: 'date-time' },
        id: { type: 'number', description: 'The number of the order.' },
        lines: { type: 'array', items: { $ref: '#/$defs/Line' } },
        state: { type: 'string', enum: ['open', 'paid', 'sent'] },
        note: { type: 'string' },
        gift: { type: 'boolean' },
        'ship to': {
          type: 'object',
          properties: { street: { type: 'string' }, zip: { type: ['string', 'null'] } },
          required: ['street', 'zip'],
        },
        extra: { type: 'object', additionalProperties: {} },
      },
      required: ['at', 'id', 'lines', 'state', 'ship to', 'extra'],
      $defs: {
        Kind: { type: 'string', enum: ['plant', 'pot'] },
        Line: {
          type: 'object',
          properties: {
            product: { type: 'string' },
            count: { type: 'number' },
            kind: { $ref: '#/$defs/Kind' },
            parent: { $ref: '#/$defs/Line' },
          },
          required: ['product', 'count', 'kind'],
        },
      },
    });
  });

  it('is refused by name and line where only a compiler could tell', () => {
    const cases: readonly (readonly [string, TypeRefusal['problem'], string])[] = [
      ['interface A<T> { a: T }', 'generic', 'A'],
      ['type A = Promise<string>', 'generic', 'Promise'],
      ['type A = { run(): void }', 'function', 'run'],
      ['type A = { run: () => void }', 'function', '('],
      ['type A = (a: string) => void', 'function', '('],
      ['type A = { b: Missing }', 'unknownName', 'Missing'],
      ['type A = ns.B', 'unknownName', 'ns'],
      ['type A = keyof B', 'operator', 'keyof'],
      ["type A = B['c']\ninterface B { c: string }", 'operator', '['],
      ['type A = string extends string ? 1 : 2', 'operator', 'extends'],
      ['type A = { [K in B]: string }', 'operator', 'K'],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is TypeScript's own template
      ['type A = `a${string}`', 'operator', '`'],
      ['enum A { B = 1 << 2 }', 'operator', '<'],
      ['interface A { b: string', 'syntax', ''],
      ['type A =', 'syntax', ''],
      ['type A = -B', 'syntax', 'B'],
      ['type A = (string) => void', 'function', '('],
      ['type A = [...string[]]', 'operator', '...'],
      ['type A = [1: string]', 'syntax', ':'],
      ['type A = [a?: string]', 'unknownName', 'a'],
      ['type A = new () => B', 'function', 'new'],
      ['type A = <T>(a: T) => T', 'generic', '<'],
      [`type A = ${'['.repeat(100)}string${']'.repeat(100)}`, 'tooDeep', '['],
      [`type A = ${'{ a: '.repeat(100)}string${' }'.repeat(100)}`, 'tooDeep', '{'],
      [`type A = ${'('.repeat(100)}string${')'.repeat(100)}`, 'tooDeep', '('],
      ['interface A extends A { }', 'tooDeep', 'A'],
    ];
    for (const [text, problem, what] of cases) {
      assert.deepEqual(schemaOf(`\n${text}`, 'A'), { problem, what, line: 2 }, text);
    }
  });

  it('has numbers, tuples and the types that say the same as plain ones', () => {
    const types: readonly (readonly [string, JsonObject])[] = [
      ['-2.5', { type: 'number', const: -2.5 }],
      ['-1 | 2', { type: 'number', enum: [-1, 2] }],
      ['(string)', { type: 'string' }],
      ['[]', { type: 'array', maxItems: 0 }],
      [
        '[width: string, number]',
        { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], minItems: 2, maxItems: 2 },
      ],
      [
        `${'readonly '.repeat(20_000)}string[][]`,
        { type: 'array', items: { type: 'array', items: { type: 'string' } } },
      ],
      ['ReadonlySet<string>', { type: 'array', items: { type: 'string' } }],
      ['Record<string, number>', { type: 'object', additionalProperties: { type: 'number' } }],
      ['Record<1 | 2, number>', { type: 'object', additionalProperties: { type: 'number' } }],
      [
        "Record<'a' | 'b', number>",
        { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } }, required: ['a', 'b'] },
      ],
      ["Partial<Record<'a', true>>", { type: 'object', properties: { a: { type: 'boolean', const: true } } }],
    ];
    for (const [source, schema] of types) {
      const { title: _, ...found } = schemaOf(`type A = ${source}`, 'A') as JsonObject;
      assert.deepEqual(found, schema, source.slice(0, 80));
    }
  });

  it('of types that are each other is refused before it is sent', () => {
    const schema = schemaOf('type A = B\ntype B = A', 'A') as JsonObject;
    assert.deepEqual(serviceSchema(schema), { kind: 'cycle', reference: '#/$defs/B' });
  });

  it('is that of the type around the cursor, or whose name is there', () => {
    const at = (mark: string) => declarationAt(shop, shop.indexOf(mark), (one) => endOfType(shop, one))?.name;
    assert.equal(at('readonly id'), 'Order');
    assert.equal(at('ine>;'), 'Line');
    assert.equal(at('Pot'), 'Kind');
    assert.equal(at('import'), undefined);
  });

  it('takes each value of the type and refuses one without a member', () => {
    fc.assert(
      fc.property(anyType, ({ source, value }) => {
        const schema = schemaOf(`export interface Box {\n  /** What is in it. */\n  it: ${source}\n}`, 'Box');
        assert.ok(!('problem' in schema), JSON.stringify(schema));
        const check = makeCheck(schema);
        assert.deepEqual(check({ it: value }), [], source);
        assert.equal(check({}).length, 1);
        const service = serviceSchema(schema);
        assert.ok('schema' in service, JSON.stringify(service));
        assert.deepEqual(makeCheck(service.schema)({ it: value }), [], source);
      }),
      { numRuns: budget(240) },
    );
  });
});

/** A type as it is written, and a value of it. */
interface Typed {
  readonly source: string;
  readonly value: JsonValue;
}

const words = fc.string({ maxLength: 6 });
const memberNames = fc.oneof(
  fc.constantFrom('id', 'readonly', 'type', '$x', 'get'),
  words.map((name) => `${name}"'`),
);

const anyType: fc.Arbitrary<Typed> = fc.letrec<{ type: Typed }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    words.map((value) => ({ source: 'string', value })),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ source: 'number', value })),
    fc.boolean().map((value) => ({ source: 'boolean', value })),
    fc.constant({ source: 'null', value: null }),
    fc.constant({ source: 'unknown', value: [1] }),
    words.map((value) => ({ source: JSON.stringify(value), value })),
    fc.integer().map((value) => ({ source: `${value}`, value })),
    tie('type').map(({ source, value }) => ({ source: `(${source})[]`, value: [value, value] })),
    tie('type').map(({ source, value }) => ({ source: `ReadonlyArray<${source}>`, value: [value] })),
    tie('type').map(({ source, value }) => ({ source: `Record<string, ${source}>`, value: { any: value } })),
    fc.tuple(tie('type'), tie('type'), fc.boolean()).map(([a, b, first]) => ({
      source: `\n | (${a.source}) | (${b.source})`,
      value: (first ? a : b).value,
    })),
    fc.array(tie('type'), { minLength: 1, maxLength: 3 }).map((items) => ({
      source: `[${items.map(({ source }) => source).join(', ')}]`,
      value: items.map(({ value }) => value),
    })),
    fc
      .uniqueArray(fc.tuple(memberNames, tie('type'), fc.boolean(), fc.boolean()), {
        maxLength: 3,
        selector: ([name]) => name,
      })
      .map((members) => ({
        source: `{ ${members.map(([name, { source }, isOptional]) => `/* a */ ${written(name)}${isOptional ? '?' : ''}: ${source}`).join('; // b\n')} }`,
        value: Object.fromEntries(
          members.flatMap(([name, { value }, isOptional, isThere]) => (isOptional && !isThere ? [] : [[name, value]])),
        ),
      })),
  ),
})).type;

function written(name: string): string {
  return /^[a-z$]+$/.test(name) ? name : JSON.stringify(name);
}
