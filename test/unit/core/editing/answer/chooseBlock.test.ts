import assert from 'node:assert/strict';
import { type Chosen, chooseBlock, withoutFence } from '../../../../../src/core/editing/answer/chooseBlock';

const told = (chosen: Chosen | undefined) => {
  if (chosen === undefined) return 'none';
  if (chosen.kind === 'lines') return `${chosen.isPatch ? 'patch ' : ''}${chosen.lines.join('|')}`;
  assert.equal(chosen.kind, 'refused');
  return chosen.reason;
};
const fence = (info: string, ...lines: readonly string[]) => [`\`\`\`${info}`, ...lines, '```'];

describe('the code of an answer without tags', () => {
  const selected = ['f() {', '  a();', '}'];
  const chosen = (lines: readonly string[], languageId = 'typescript', old = selected) =>
    told(chooseBlock(lines, old, languageId));

  it('is its one block in the language of the document, or in one that is not known', () => {
    assert.equal(chosen(['Here:', ...fence('ts', 'b();')]), 'b();');
    assert.equal(chosen([...fence('bash', 'npm i'), ...fence('', 'b();')]), 'b();');
    assert.equal(chosen([...fence('ts', 'b();'), ...fence('python', 'c()')]), 'b();');
    assert.equal(chosen(fence('python', 'b()')), 'wrongLanguage');
    assert.equal(chosen([...fence('ts', 'b();'), '```ts', 'c();']), 'cut');
  });

  it('is a patch where there is nothing else', () => {
    assert.equal(chosen(fence('diff', '-a();', '+b();')), 'patch -a();|+b();');
    assert.equal(chosen([...fence('diff', '-a();'), ...fence('diff', '+b();')]), 'wrongLanguage');
    assert.equal(chosen([...fence('diff', '-a();'), ...fence('python', 'b()')]), 'wrongLanguage');
    assert.equal(chosen(fence('diff', '-a();'), 'diff'), '-a();');
  });

  it('is the second of two blocks where the first is the old code', () => {
    const old = fence('ts', '', ' f() {', 'a();  ', '}');
    assert.equal(chosen([...old, ...fence('ts', 'b();')]), 'b();');
    assert.equal(chosen([...fence('ts', 'b();'), ...old]), 'severalBlocks');
    assert.equal(chosen([...old, ...fence('ts', 'b();'), ...fence('ts', 'c();')]), 'severalBlocks');
  });

  it('is the first of blocks that all say the same', () => {
    assert.equal(chosen([...fence('ts', 'b();'), ...fence('', '  b();', ''), ...fence('js', 'b();')]), 'b();');
    assert.equal(chosen([...fence('ts', 'b();'), ...fence('ts', 'b();'), ...fence('ts', 'c();')]), 'severalBlocks');
    assert.equal(chosen([...fence('ts', 'b();', 'c();'), ...fence('ts', 'b();c();')]), 'severalBlocks');
  });

  it('is not certain in Markdown where another language stands beside it', () => {
    assert.equal(chosen([...fence('md', '# A'), ...fence('python', 'b()')], 'markdown'), 'severalBlocks');
    assert.equal(chosen(fence('md', '# A'), 'markdown'), '# A');
  });

  it('stands in no fence only where it begins and ends as the selection does', () => {
    assert.equal(chosen(['', ' f() {', 'b();', '}  ', '']), '| f() {|b();|}  |');
    assert.equal(chosen(['f() {', 'b();', '} // f']), 'prose');
    assert.equal(chosen(['g() {', 'b();', '}']), 'prose');
    assert.equal(chosen(['a', 'b', 'a'], 'typescript', ['a', '', ' ']), 'prose', 'one line is no frame');
    assert.equal(chosen(['a', ' '], 'typescript', ['a', 'b', 'a']), 'prose', 'nor are its two ends in one');
    assert.equal(chosen(['a', 'a'], 'typescript', ['a', 'a']), 'a|a');
    assert.equal(chosen(['', '  ']), 'empty');
  });
});

describe('a fence between the tags', () => {
  const inner = (lines: readonly string[], languageId = 'typescript', old: readonly string[] = ['a();']) =>
    told(withoutFence(lines, old, languageId));

  it('is taken off, with the blank lines around it', () => {
    assert.equal(inner(fence('ts', 'b();', '', 'c();')), 'b();||c();');
    assert.equal(inner(['', '  ', ...fence('', 'b();'), '', '  ']), 'b();');
    assert.equal(inner(fence('python', 'b()')), 'wrongLanguage');
    assert.equal(inner(fence('diff', '-a();')), 'patch -a();');
    assert.equal(inner(fence('diff', '-a();'), 'diff'), '-a();');
  });

  it('is none where lines stand outside of it, or where it does not end', () => {
    assert.equal(inner(['Here:', ...fence('ts', 'b();')]), 'none');
    assert.equal(inner([...fence('ts', 'b();'), 'Done.']), 'none');
    assert.equal(inner(['```ts', 'b();']), 'none');
    assert.equal(inner(['b();', '```']), 'none');
    assert.equal(inner(['```']), 'none');
    assert.equal(inner(['```ts', 'b();', '```ts']), 'none');
    assert.equal(inner(['```ts', 'b();', '~~~']), 'none');
    assert.equal(inner([]), 'none');
  });

  it('stays where the selection is in a fence itself', () => {
    assert.equal(inner(fence('ts', 'b();'), 'typescript', ['', ' ', '```ts', 'a();']), 'none');
    assert.equal(inner(fence('ts', 'b();'), 'typescript', ['a();', '```']), 'b();');
  });

  it('stays in Markdown, unless it says that it holds Markdown', () => {
    assert.equal(inner(fence('', 'b'), 'markdown'), 'none');
    assert.equal(inner(fence('ts', 'b'), 'markdown'), 'none');
    assert.equal(inner(fence('md', ...fence('ts', 'b')), 'markdown'), '```ts|b|```');
  });

  it('holds as many fences as the selection, or it is not certain where it ends', () => {
    const documented = [' // a', '```ts', 'f();', '```', 'g();'];
    assert.equal(inner(fence('ts', ...documented), 'typescript', documented), documented.join('|'));
    assert.equal(inner(fence('ts', ...documented)), 'severalBlocks');
    assert.equal(inner(fence('ts', ...documented), 'typescript', documented.slice(0, 3)), 'severalBlocks');
    assert.equal(inner(fence('ts', 'b();'), 'typescript', documented), 'b();');
  });
});
