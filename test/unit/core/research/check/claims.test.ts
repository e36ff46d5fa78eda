import assert from 'node:assert/strict';
import { claimsIn } from '../../../../../src/core/research/check/claims';

const mark = (number: number) => `[\\[${number}\\]](#source-${number})`;
const [one, two] = [mark(1), mark(2)];
const a = 'https://a.example/';
const list = `\n\n## Sources\n\n1. <a id="source-1"></a>[A](<${a}>) – a.example\n2. <a id="source-2"></a>[B](<https://b.example/>)\n`;
/** The words of the claims in a text with the usual sources. */
const claimed = (text: string) => claimsIn(text + list).map((claim) => claim.text);

describe('a claim', () => {
  it('has its words, its number and its page', () => {
    const text = `First. It rains  often ${one}, here.`;
    const begin = text.indexOf('It');

    assert.deepEqual(claimsIn(text + list), [
      {
        text: 'It rains often',
        start: begin,
        end: text.indexOf(` ${one}`),
        mark: { start: text.indexOf(one), end: text.indexOf(one) + one.length },
        url: a,
      },
    ]);
  });

  it('is there for each of the numbers behind it, also for one in its middle', () => {
    assert.deepEqual(
      claimsIn(`It ${one} rains ${two} ${one}.${list}`).map(({ text, url }) => [text, url]),
      [
        ['It', a],
        ['It rains', 'https://b.example/'],
        ['It rains', a],
      ],
    );
  });

  it('needs words before its number, and a page in the list', () => {
    assert.deepEqual(claimed(`${one} and\n\n- ${one}\n\nA number ${mark(3)}.`), []);
    assert.deepEqual(claimsIn(`It rains ${one}.\n\n1. <a id="source-2"></a>[A](<${a}>)\n`), []);
    assert.deepEqual(claimsIn(`It rains ${one}.\n\n1. <a id="source-1"></a>notes.pdf\n`), []);
    assert.deepEqual(claimsIn(`It rains ${one}.\n\nx 1. <a id="source-1"></a>[A](<${a}>)\n`), []);
  });

  it('begins behind the end of the sentence before it', () => {
    for (const before of [
      'It is so. ',
      'Is it so? ',
      'So it is! ',
      '雨です。 ',
      '本当ですか？ ',
      'He said “so.” ',
      'He said "so." ',
      'It is (so). ',
      'It is «so». ',
      'It is [so]. ',
      `It is so. ${two}  `,
      `It is so ${two}. ${two} `,
    ]) {
      assert.equal(claimed(`${before}The rest ${one}.`).at(-1), 'The rest', before);
    }
  });

  it('stands exactly where its words do', () => {
    const twelve = mark(12);
    const twelfth = '12. <a id="source-12"></a>[C](<https://c.example/>)\n';
    for (const [before, after] of [
      ['', `${one}`],
      ['', `  ${one}`],
      ['', `${two}${one}`],
      ['', `  ${two} ${one}`],
      ['', `${twelve}${one}`],
      ['', `${two} ${twelve}${one}`],
      [`It is so.${two} `, ` ${one}`],
      [`It is so.${two}${twelve}  `, ` ${one}`],
      [`It is so.  ${two} `, ` ${one}`],
      [`It is so. ${two}  ${twelve} `, ` ${one}`],
      ['-   ', ` ${one}`],
      ['10)  ', ` ${one}`],
      ['##  ', ` ${one}`],
      ['>', ` ${one}`],
      ['>  ', ` ${one}`],
      ['|', ` ${one}`],
      ['|  ', ` ${one}`],
    ] as const) {
      const text = `${before}The rest${after}`;
      const last = claimsIn(text + list + twelfth).at(-1);
      assert.deepEqual([last?.text, last && text.slice(last.start, last.end)], ['The rest', 'The rest'], text);
    }
  });

  it('has its words alone also where its sentence begins with a number', () => {
    assert.deepEqual(claimed(`${one} rains ${two}.`), ['rains']);
  });

  it('goes on behind a stop that does not end a sentence', () => {
    for (const words of [
      'It is 3.5 m',
      'At e.g. rivers',
      'In 2024. And on',
      'A file.txt is',
      'See a.b for',
      'J. S. Bach',
    ]) {
      assert.deepEqual(claimed(`${words} ${one}`), [words]);
    }
  });

  it('is at most one line, without the signs that begin it', () => {
    for (const begin of ['Before\n', '- ', '* ', '+ ', '1. ', '12) ', '### ', '> ', '> - ', '| ', '  - ']) {
      assert.deepEqual(claimed(`${begin}The rest ${one}`), ['The rest'], begin);
    }
    for (const words of ['-so', '#so', '1.so', '####### so'])
      assert.deepEqual(claimed(`${words} ${one}`), [words], words);
  });
});
