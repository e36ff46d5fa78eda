import assert from 'node:assert/strict';
import { type Finding, readFinding } from '../../../../src/core/conversation/findings';
import { FindingsReader, findingsIn, isFindingsText } from '../../../../src/core/conversation/findingsReader';

const finding: Finding = { file: 'a.ts', line: 3, code: 'b();', severity: 'warning', title: 'Slow', detail: 'So.' };

function read(text: string): readonly [markdown: string, titles: string] {
  const reader = new FindingsReader();
  const markdown = reader.push(text);
  return [markdown, reader.findings.map(({ title }) => title).join(' ')];
}

describe('one finding', () => {
  it('is read as it came', () => {
    for (const severity of ['error', 'warning', 'suggestion'] as const)
      assert.deepEqual(readFinding({ ...finding, severity, more: 1 }), { ...finding, severity });
  });

  it('needs a file, a line and a title; without the others it is a suggestion without words', () => {
    const { file, line, title } = finding;
    const bare = { file, line, title, code: '', severity: 'suggestion', detail: '' };
    assert.deepEqual(readFinding({ file, line, title }), bare);
    assert.deepEqual(readFinding({ file, line, title, code: 1, severity: 'fatal', detail: null }), bare);

    for (const wrong of [{ file: 1 }, { line: '3' }, { title: undefined }])
      assert.equal(readFinding({ ...finding, ...wrong }), undefined, JSON.stringify(wrong));
    for (const other of [undefined, null, 'a.ts', [finding]]) assert.equal(readFinding(other), undefined);
  });

  it('has a line that a file can have', () => {
    const lineOf = (line: number) => readFinding({ ...finding, line })?.line;

    assert.deepEqual([1, 9.9, 0, -5, 0.5, Number.NaN].map(lineOf), [1, 9, 1, 1, 1, 1]);
  });
});

describe('findings as they are written', () => {
  const one = (title: string, more = '') => `{"file":"a.ts","line":1,"title":${JSON.stringify(title)}${more}}`;
  const all = (list: string, rest = '') => `{"reviewFindings":[${list}]${rest}}`;

  it('are told apart from what stands in their texts', () => {
    const titles = ['a "}]" b', 'back \\', '\\"{[', '}'];
    const [, read1] = read(all(titles.map((title) => one(title)).join(',')));

    assert.equal(read1, titles.join(' '));
  });

  it('may hold more than is known of them', () => {
    assert.equal(read(all(`${one('A', ',"more":{"deep":[{"x":[]}]}')},${one('B')}`))[1], 'A B');
  });

  it('are none where a list stands in their place', () => {
    assert.deepEqual(read(all('["a.ts",1],[]', ',"summary":"x"')), ['x\n', '']);
    assert.deepEqual(read('[{"file":"a.ts","line":1,"title":"A"}]'), ['', '']);
  });

  it('are those of their list alone', () => {
    assert.deepEqual(read(all(`[${one('A')}],1,"x",${one('B')}`, `,"more":[${one('C')}],"summary":" Two. "`)), [
      '**B** `a.ts:1`\n\n\n\nTwo.\n',
      'B',
    ]);
  });

  it('go on behind one that cannot be read, and have no summary where the whole cannot be', () => {
    assert.equal(read(all(`{file},${one('B')}`, ',"summary":"x"'))[0], '**B** `a.ts:1`\n\n\n\n');
    assert.equal(read(all('', ',"summary":5'))[0], '');
  });

  it('are words and code of one line each, whatever the model wrote', () => {
    const written = { ...finding, file: 'a`b\n.ts', title: ' A*_`[b]<c>\\\n d ', detail: '\n Because. \n' };

    assert.equal(
      read(all(JSON.stringify(written)))[0],
      '**A\\*\\_\\`\\[b\\]\\<c\\>\\\\ d** `ab .ts:3`\n\nBecause.\n\n',
    );
  });
});

describe('a text that may be an answer of findings', () => {
  it('is looked at until it is longer than a beginning', () => {
    assert.equal(isFindingsText(''), undefined);
    assert.equal(isFindingsText(`{${' '.repeat(199)}`), undefined);
    assert.equal(isFindingsText(`{${' '.repeat(200)}`), false);
    assert.equal(isFindingsText(` {${' '.repeat(300)}"reviewFindings"\n:\t[`), true);
    assert.equal(isFindingsText('{ "reviewFindings" : '), undefined);
    assert.equal(isFindingsText('So: {"reviewFindings":['), false);
    for (const blank of [' ', '\n \n']) assert.equal(isFindingsText(blank), false);
  });

  it('is found among the outputs of an answer, and nowhere else', () => {
    const text = `{"reviewFindings":[${JSON.stringify(finding)}],"summary":""}`;
    const content = [{ type: 'text', text: 'So:' }, { type: 'image' }, { type: 'text', text }];

    assert.deepEqual(findingsIn([{ type: 'model_output', content }]), [finding]);
    assert.deepEqual(
      findingsIn([
        { type: 'user_input', content },
        { type: 'model_output', content: 'none' },
      ]),
      [],
    );
    for (const other of ['{"rev', text.replace('reviewFindings', 'findings')])
      assert.deepEqual(findingsIn([{ type: 'model_output', content: [{ type: 'text', text: other }] }]), []);
  });
});
