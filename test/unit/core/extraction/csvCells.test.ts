import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../src/core/base/json';
import { csvTable } from '../../../../src/core/extraction/csvTable';

/** The rows of a table of one file, without the column of its name. */
const rows = (value: JsonValue) =>
  csvTable([{ file: 'f', value }])
    .split('\r\n')
    .map((row) => row.replace(/^(?:file|f),?/, ''));

describe('the cells of a table', () => {
  for (const [value, cell] of [
    ['a', 'a'],
    [-1.5, '-1.5'],
    [true, 'true'],
    [false, 'false'],
    [null, ''],
    ['a b', 'a b'],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['a\nb', '"a\nb"'],
    ['=1+1', "'=1+1"],
    ['+a', "'+a"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\ta', "'\ta"],
    ['a=b', 'a=b'],
    ['=a,b', '"\'=a,b"'],
    [[], '[]'],
  ] as const) {
    it(`have their value in one text: ${JSON.stringify(value)}`, () => {
      assert.deepEqual(rows({ a: value }), ['a', cell, '']);
    });
  }

  it('have a column for each name, however deep', () => {
    assert.deepEqual(rows({ a: { b: { c: 1 }, file: 2 }, file: 3, e: {} }), [
      'a.b.c,a.file,file (extracted)',
      '1,2,3',
      '',
    ]);
    assert.deepEqual(rows([1, 'b', { c: 2 }]), ['value,c', '1,', 'b,', ',2', '']);
    assert.deepEqual(rows([[1, 2]]), ['value', '"[1,2]"', '']);
    assert.deepEqual(rows({}), ['', '', '']);
  });
});
