import type { JsonObject, JsonValue } from '../../src/core/base/json';
import { makeCheck } from '../../src/core/extraction/checkJson';
import { placeProblems, problemsIn } from '../../src/core/extraction/placeProblems';
import type { Benchmark, Figure } from './benchmark';
import { scaled } from './scale';

const rounds = scaled(30, 2);
const bytes = scaled(1_000_000, 10_000);

const address = { type: 'object', properties: { city: { type: 'string' }, zip: { type: 'string', minLength: 4 } } };
const order = {
  type: 'object',
  properties: {
    id: { type: 'integer', minimum: 0 },
    customer: { type: 'string' },
    state: { enum: ['open', 'paid', 'sent'] },
    address: { $ref: '#/$defs/address' },
    tags: { type: 'array', items: { type: 'string' } },
    note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
  required: ['id', 'customer', 'state', 'address'],
  additionalProperties: false,
};
const schema: JsonObject = { type: 'array', items: order, $defs: { address } };

function orderOf(id: number): JsonObject {
  return {
    id,
    customer: `Customer number ${id}`,
    state: id % 2 === 0 ? 'open' : 'paid',
    address: { city: 'Freiburg', zip: String(70_000 + (id % 9_000)) },
    tags: ['garden', 'spring'],
    note: id % 3 === 0 ? null : 'By the gate',
  };
}

export const checkJson: Benchmark = {
  name: 'json',
  title: `JSON of ${bytes.toLocaleString('en')} bytes against a schema`,
  run: async () => {
    const made: number[] = [];
    const fitting: number[] = [];
    const faulty: number[] = [];
    const placed: number[] = [];
    const whole: number[] = [];
    const size = JSON.stringify(orderOf(10_000)).length + 1;
    const value: readonly JsonValue[] = Array.from({ length: Math.ceil(bytes / size) }, (_, id) => orderOf(id));
    const wrong: readonly JsonValue[] = value.map((one, at) => (at % 100 === 0 ? { ...orderOf(at), id: 'x' } : one));
    const text = JSON.stringify(wrong, undefined, 2);
    for (let round = 0; round < rounds; round += 1) {
      const check = timed(made, () => makeCheck(schema));
      timed(fitting, () => check(value));
      const problems = timed(faulty, () => check(wrong));
      timed(placed, () => placeProblems(text, problems));
      timed(whole, () => problemsIn(text, check));
    }
    const figures: readonly Figure[] = [
      { what: 'the check made of the schema, once', unit: 'ms', samples: made },
      { what: 'checked, all of it fits', unit: 'ms', goal: 50, samples: fitting },
      { what: 'checked, each 100th object does not fit', unit: 'ms', goal: 50, samples: faulty },
      { what: 'the places of what is wrong in the text', unit: 'ms', samples: placed },
      { what: 'a change of the text: read, checked and placed', unit: 'ms', samples: whole },
    ];
    return figures;
  },
};

function timed<T>(samples: number[], work: () => T): T {
  const started = performance.now();
  const result = work();
  samples.push(performance.now() - started);
  return result;
}
