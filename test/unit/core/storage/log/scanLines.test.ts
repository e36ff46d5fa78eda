import assert from 'node:assert/strict';
import { encodeRecord } from '../../../../../src/core/storage/log/recordLine';
import { scanLines } from '../../../../../src/core/storage/log/scanLines';

const lineOf = (number: number) =>
  Buffer.from(encodeRecord({ writer: 'w', number, at: 5 }, { kind: 'title', title: `T${number}`, by: 'user' }))
    .toString('utf8')
    .trimEnd();
const [a, b] = [lineOf(1), lineOf(2)];

/** What stands on each stretch, and `?` before what cannot be read. */
function scanned(text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  return [...scanLines(bytes)].map(({ start, end, isSound }) => {
    const words = Buffer.from(bytes.subarray(start, end)).toString('utf8');
    return `${isSound ? '' : '?'}${words}`;
  });
}

describe('the lines of a file', () => {
  it('are found behind a byte order mark, between line breaks of both kinds and at its end', () => {
    assert.deepEqual(scanned(`${a}\n${b}\n`), [a, b]);
    assert.deepEqual(scanned(`\uFEFF${a}\r\n${b}\r\n`), [a, b]);
    assert.deepEqual(scanned(`${a}\n${b}`), [a, b]);
    assert.deepEqual(scanned(''), []);
  });

  it('are none where there are but blanks and line breaks', () => {
    assert.deepEqual(scanned(`\n\r\n  \n${a}\n \r \n\r`), [a]);
    assert.deepEqual(scanned(`\n${a}`), [a]);
  });

  it('are saved where they ran together, or something stands before, between or behind them', () => {
    assert.deepEqual(scanned(`${a}${b}\n`), [a, b]);
    assert.deepEqual(scanned(`junk${a}\n`), ['?junk', a]);
    assert.deepEqual(scanned(`${a}junk${b}rest\n${a}\n`), [a, '?junk', b, '?rest', a]);
    assert.deepEqual(scanned(`${a} \r\n`), [a]);
    assert.deepEqual(scanned(`\0\0${a}`), ['?\0\0', a]);
  });

  it('cannot be read where they were cut or changed, and the next one can', () => {
    const cut = a.slice(0, -3);
    assert.deepEqual(scanned(`${cut}\n${b}`), [`?${cut}`, b]);
    assert.deepEqual(scanned(`${cut}${b}\n`), [`?${cut}`, b]);
    assert.deepEqual(scanned(`${a.replace('T1', 'T9')}\n`), [`?${a.replace('T1', 'T9')}`]);
    assert.deepEqual(scanned('{"v":x,"w":"\n'), ['?{"v":x,"w":"']);
  });
});
