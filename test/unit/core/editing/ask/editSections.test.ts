import assert from 'node:assert/strict';
import { codeSections, section } from '../../../../../src/core/editing/ask/editSections';
import type { LineRange } from '../../../../../src/core/editing/ask/editTarget';
import { SourceText } from '../../../../../src/core/editing/text/sourceText';

function sections(text: string, ranges: readonly (readonly [number, number])[], fragment?: LineRange) {
  const source = SourceText.of(text);
  const target = { source, languageId: 'ts', ranges: ranges.map(([start, end]) => ({ start, end })) };
  return codeSections(fragment ? { ...target, fragment } : target);
}
const fenced = (heading: string, ...lines: readonly string[]) => [heading, '```ts', ...lines, '```'].join('\n');
/** So many lines of ten characters, line breaks included. */
const tens = (count: number, letter = 'x') => Array.from({ length: count }, () => letter.repeat(9));
const text = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

describe('a section of a request', () => {
  it('has a heading and what it quotes, in a fence that nothing closes', () => {
    assert.equal(section('A\u200B:', 'b\u200Bc\n````\n', 'md'), 'A:\n`````md\nbc\n````\n`````');
    assert.equal(section('A:', ' \n', 'md'), '');
  });
});

describe('the document as the model sees it', () => {
  it('is what stands before the selection, the selection, and what stands after', () => {
    assert.deepEqual(sections('a\r\nb\nc\rd', [[1, 3]]), [
      fenced('Before the selection:', 'a'),
      fenced('The selection, lines 2-3:', 'b', 'c'),
      fenced('After the selection:', 'd'),
    ]);
    assert.deepEqual(sections('a\n', [[0, 1]]), [fenced('The selection, line 1:', 'a')]);
    assert.deepEqual(sections('a\n', []), []);
  });

  it('has each of several selections, and what stands between', () => {
    assert.deepEqual(
      sections(text('a', 'b', '', 'c', 'd'), [
        [0, 1],
        [2, 2],
        [4, 5],
      ]),
      [
        fenced('Selection 1, line 1:', 'a'),
        fenced('Between this selection and the next one:', 'b'),
        'Selection 2 is empty: it is the place after line 2. Write the lines to put there.',
        fenced('Between this selection and the next one:', '', 'c'),
        fenced('Selection 3, line 5:', 'd'),
      ],
    );
  });

  it('says which part of a line is meant', () => {
    assert.deepEqual(sections('abcd\n', [[0, 1]], { start: 1, end: 3 }), [
      `${fenced('The selection, line 1:', 'abcd')}\nOf this line, this part is meant; answer with the whole line:\n\`\`\`\nbc\n\`\`\``,
    ]);
    assert.deepEqual(sections('abcd\n', [[0, 1]], { start: 2, end: 2 }), [fenced('The selection, line 1:', 'abcd')]);
  });

  it('has 12,000 characters of what stands before and after, in whole lines', () => {
    const around = (before: readonly string[], after: readonly string[]) => {
      const lines = [...before, 'S', ...after];
      return sections(text(...lines), [[before.length, before.length + 1]]);
    };
    const [before, selection, after] = around(tens(1_200, 'b'), tens(1_200, 'a'));
    assert.equal(before, fenced('Before the selection:', ...tens(1_200, 'b')));
    assert.equal(selection, fenced('The selection, line 1201:', 'S'));
    assert.equal(after, fenced('After the selection:', ...tens(1_200, 'a')));
    const more = around(['', ...tens(1_200, 'b')], [...tens(1_200, 'a'), '']);
    assert.deepEqual([more[0], more[2]], [before, after]);
    const less = around(['first line', ...tens(1_199, 'b')], [...tens(1_199, 'a'), 'last lines']);
    assert.deepEqual(
      [less[0], less[2]],
      [fenced('Before the selection:', ...tens(1_199, 'b')), fenced('After the selection:', ...tens(1_199, 'a'))],
    );
  });

  it('has 4,000 characters of what stands between, the first and the last ones', () => {
    const between = (lines: readonly string[]) =>
      sections(text('S', ...lines, 'T'), [
        [0, 1],
        [lines.length + 1, lines.length + 2],
      ])[1];
    const heading = 'Between this selection and the next one:';
    assert.equal(between(tens(400)), fenced(heading, ...tens(400)));
    assert.equal(
      between([...tens(200, 'a'), 'left out', ...tens(200, 'b')]),
      fenced(heading, ...tens(200, 'a'), '', '[lines that are not shown]', ...tens(200, 'b')),
    );
  });

  it('has the imports that stand above of it, up to 4,000 characters', () => {
    const imports = (...above: readonly string[]) => {
      const [first] = sections(text(...above, ...tens(1_199), 'S'), [[above.length + 1_199, above.length + 1_200]]);
      return first?.startsWith('Imports') ? first : undefined;
    };
    assert.equal(imports('import a;'), undefined, 'these are seen');
    assert.equal(imports('import a2;'), fenced('Imports of the file:', 'import a2;'));
    assert.equal(
      imports('import a;', 'run();', 'import {', '  b,', '} from c;', 'import d;'),
      fenced('Imports of the file:', 'import a;', 'import {', '  b,', '} from c;'),
    );
    assert.equal(imports('import {', 'd } from;'), undefined, 'nor is one that is seen in part');
    const many = Array.from({ length: 500 }, () => 'import a;');
    assert.equal(imports(...many), fenced('Imports of the file:', ...many.slice(0, 400)));
    assert.equal(imports(...tens(9)), undefined);
  });
});
