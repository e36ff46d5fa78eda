import assert from 'node:assert/strict';
import { makeCheck } from '../../../../src/core/extraction/checkJson';

describe('what is wrong with a value', () => {
  it('is told with its place', () => {
    const check = makeCheck({ properties: { 'a/b': { items: { type: 'string' } } } });
    assert.deepEqual(check({ 'a/b': ['x', 1] }), [{ path: ['a/b', '1'], message: 'must be string' }]);
    assert.deepEqual(check({}), []);
  });

  it('is told at the name that should not be there', () => {
    const check = makeCheck({ properties: { a: { additionalProperties: false } } });
    assert.deepEqual(check({ a: { b: 1 } }), [{ path: ['a', 'b'], message: 'must not be here' }]);
  });

  it('is told with the values that may stand there, within 500 characters', () => {
    assert.deepEqual(makeCheck({ enum: ['a', 1] })('b'), [{ path: [], message: 'must be one of "a", 1' }]);
    const [problem] = makeCheck({ enum: Array.from({ length: 200 }, (_, at) => at) })('b');
    assert.equal(problem?.message.length, 500);
    assert.ok(problem?.message.startsWith('must be one of 0, 1, 2, '));
  });

  it('is told of 100 places at most', () => {
    const check = makeCheck({ items: { type: 'string' } });
    assert.equal(check(Array.from({ length: 100 }, () => 1)).length, 100);
    assert.equal(check(Array.from({ length: 101 }, () => 1)).length, 100);
  });

  it('is not its format, and no property that only all objects have', () => {
    assert.deepEqual(makeCheck({ format: 'date-time' })('today'), []);
    assert.equal(makeCheck({ required: ['valueOf'] })({}).length, 1);
  });
});

describe('a schema for a check', () => {
  const lists = { properties: { a: { items: [{ type: 'string' }] } } };
  const problems = (schema: Parameters<typeof makeCheck>[0], value: readonly (string | number)[]) =>
    makeCheck(schema)({ a: value }).length;

  it('is one of an old draft where it lists items, or says so', () => {
    assert.equal(problems(lists, [1]), 1);
    assert.equal(problems(lists, ['x', 1]), 0);
    const more = { type: 'object', properties: { a: { type: 'array', items: [{ type: 'string' }] } } };
    assert.equal(problems(more, [1]), 1);
    assert.equal(problems(more, ['x', 1]), 0);
    assert.equal(problems({ ...lists, $schema: 'http://json-schema.org/draft-07/schema#' }, [1]), 1);
    const old = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { a: { prefixItems: [{ type: 'string' }] } },
    };
    assert.equal(problems(old, [1]), 0);
  });

  it('is one of a new draft where it says so, or nothing', () => {
    const newer = { properties: { a: { prefixItems: [{ type: 'string' }] } } };
    assert.equal(problems(newer, [1]), 1);
    assert.equal(problems({ ...newer, $schema: 'https://json-schema.org/draft/2020-12/schema' }, [1]), 1);
    assert.equal(problems({ ...newer, $schema: 'https://json-schema.org/draft/2019-09/schema' }, [1]), 1);
    assert.throws(() => makeCheck({ ...lists, $schema: 'https://json-schema.org/draft/2020-12/schema' }), Error);
    // A property that is called so lists nothing.
    assert.equal(problems({ ...newer, required: ['items'] }, ['x']), 1);
  });

  it('is refused where it is none, again and again', () => {
    for (const schema of [
      { type: 'text' },
      { type: 'text' },
      { items: [{ type: 'text' }] },
      { minimum: 'a' },
      { minContains: 'a' },
    ]) {
      assert.throws(() => makeCheck(schema), /schema is invalid/);
    }
  });

  it('may have the id of another one', () => {
    const id = 'https://example.com/bed.json';
    assert.equal(makeCheck({ $id: id, type: 'string' })(1).length, 1);
    assert.equal(makeCheck({ $id: id, type: 'number' })(1).length, 0);
  });
});
