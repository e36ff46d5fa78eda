import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvTable } from '../../../../src/core/extraction/csvTable';
import { budget } from '../../../budget';

describe('a table of what was extracted', () => {
  it('has a row for each object, and columns for what is inside', () => {
    const table = csvTable([
      { file: 'a.txt', value: { id: 1, to: { city: 'Ulm' }, tags: ['x', 'y'] } },
      { file: 'b.txt', value: [{ id: -2, file: 'own' }, { note: null }] },
      { file: 'c.txt', value: 'alone' },
    ]);
    assert.equal(
      table,
      [
        'file,id,to.city,tags,file (extracted),note,value',
        'a.txt,1,Ulm,"[""x"",""y""]",,,',
        'b.txt,-2,,,own,,',
        'b.txt,,,,,,',
        'c.txt,,,,,,alone',
        '',
      ].join('\r\n'),
    );
  });

  it('is read back as it was, and no text in it is a formula', () => {
    const cells = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+a', '-b', '@c', '\t=d', '"', 'a,b', 'a\r\nb'));
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const [, row = []] = readCsv(csvTable([{ file: a, value: { b } }]));
        assert.deepEqual(
          row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
          [a, b].map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
        );
        for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
      }),
      { numRuns: budget(400) },
    );
  });
});

/** A reader of RFC 4180 for the test. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const found of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const [, quoted, plain = '', end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
