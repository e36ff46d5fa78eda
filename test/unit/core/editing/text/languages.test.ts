import assert from 'node:assert/strict';
import { isMarkdown, isPatchName, mayBe } from '../../../../../src/core/editing/text/languages';

describe('the language that a fence names', () => {
  for (const [info, languageId] of [
    ['ts', 'typescript'],
    ['jsx', 'typescriptreact'],
    ['TypeScript', 'javascript'],
    ['  py', 'python'],
    ['py title="a.js"', 'python'],
    ['py:src/a.js', 'python'],
    ['py,linenos', 'python'],
    ['py=1', 'python'],
    ['js{1,3-5}', 'javascript'],
    ['{.python}', 'python'],
    ['{python}', 'python'],
    ['src/beds/a.py', 'python'],
    ['.py', 'python'],
    ['c++', 'cpp'],
    ['h', 'c'],
    ['c#', 'csharp'],
    ['bash', 'shellscript'],
    ['yml', 'yaml'],
    ['vue', 'html'],
    ['golang', 'go'],
    ['rs', 'rust'],
    ['text', 'plaintext'],
    ['rb', 'Ruby'],
    // Names that nobody knows, and none at all, are no proof.
    ['garden', 'typescript'],
    ['garden', 'beds'],
    ['', 'typescript'],
    [' ', 'beds'],
  ] as const) {
    it(`may be that of the document: ${JSON.stringify(info)} in ${languageId}`, () => {
      assert.ok(mayBe(info, languageId));
    });
  }

  for (const [info, languageId] of [
    ['py', 'typescript'],
    ['ts', 'python'],
    ['json', 'javascript'],
    ['css', 'html'],
    ['c', 'csharp'],
    ['java', 'javascript'],
    ['java', 'kotlin'],
    ['diff', 'typescript'],
    ['text', 'typescript'],
    ['src/a.ts.py', 'typescript'],
    [' py', 'typescript'],
    ['py', 'beds'],
  ] as const) {
    it(`is another one: ${info} in ${languageId}`, () => assert.ok(!mayBe(info, languageId)));
  }

  it('is a comparison for its usual names alone', () => {
    for (const info of ['diff', 'patch', 'UDIFF', 'diff title="a"', ' diff', 'a.patch'])
      assert.ok(isPatchName(info), info);
    for (const info of ['', 'ts', 'difference', 'patch.ts']) assert.ok(!isPatchName(info), info);
  });
});

describe('a document with fences of its own', () => {
  it('is one of Markdown and of what is made of it', () => {
    for (const id of ['markdown', 'Markdown', 'mdx', 'quarto', 'rmd']) assert.ok(isMarkdown(id), id);
    for (const id of ['', 'plaintext', 'html', 'r', 'beds']) assert.ok(!isMarkdown(id), id);
  });
});
