import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../src/core/base/json';
import { layOut, type Notation } from '../../../../src/core/inspection/code/layOut';
import { jsonText } from '../../../../src/core/inspection/code/literals';

const notation: Notation = {
  indent: 2,
  padding: ' ',
  hasTrailingComma: false,
  text: jsonText,
  other: String,
  field: (name) => `${name}: `,
  file: (path) => `read(${path})`,
};
const files = new Map([['Zm9v', '/foo.png']]);
const laidOut = (value: JsonValue, depth = 0, more: Partial<Notation> = {}) =>
  layOut(value, { ...notation, ...more }, files, depth);
const x = (count: number) => 'x'.repeat(count);

describe('a value laid out as code', () => {
  const cases: readonly (readonly [value: JsonValue, code: string])[] = [
    ['a', '"a"'],
    [7, '7'],
    [null, 'null'],
    [false, 'false'],
    [[], '[]'],
    [{}, '{}'],
    [['a', 1], '["a", 1]'],
    [{ a: 1, b: [true] }, '{ a: 1, b: [true] }'],
    [{ data: 'Zm9v' }, '{ data: read(/foo.png) }'],
    [{ data: 'YmFy' }, '{ data: "YmFy" }'],
    [{ text: 'Zm9v' }, '{ text: "Zm9v" }'],
    [{ input: [{ data: 'Zm9v' }] }, '{ input: [{ data: read(/foo.png) }] }'],
  ];
  for (const [value, code] of cases) {
    it(`stands on one line where it is short: ${code}`, () => assert.equal(laidOut(value), code));
  }

  it('fills a line up to 100 columns', () => {
    assert.equal(laidOut([x(96)]), `["${x(96)}"]`);
    assert.equal(laidOut([x(97)]), `[\n  "${x(97)}"\n]`);
    assert.equal(laidOut({ a: x(91) }), `{ a: "${x(91)}" }`);
    assert.equal(laidOut({ a: x(92) }), `{\n  a: "${x(92)}"\n}`);
  });

  it('has less room the deeper it stands', () => {
    assert.equal(laidOut([x(92)], 2), `["${x(92)}"]`);
    assert.equal(laidOut([x(93)], 2), `[\n      "${x(93)}"\n    ]`);
    assert.equal(laidOut([x(93)], 2, { indent: 1 }), `["${x(93)}"]`);
  });

  it('has an item on each line where one of them takes several', () => {
    const long = { a: 1, b: [x(60), x(60)], c: {} };
    assert.equal(laidOut(long), `{\n  a: 1,\n  b: [\n    "${x(60)}",\n    "${x(60)}"\n  ],\n  c: {}\n}`);
    assert.equal(laidOut([{ a: [x(100)] }]), `[\n  {\n    a: [\n      "${x(100)}"\n    ]\n  }\n]`);
  });

  it('ends its last line with a comma where the language has it so', () => {
    assert.equal(laidOut([x(97)], 0, { hasTrailingComma: true }), `[\n  "${x(97)}",\n]`);
    assert.equal(laidOut(['a'], 0, { hasTrailingComma: true }), '["a"]');
  });
});
