import assert from 'node:assert/strict';
import { ReadableText } from '../../../../src/core/conversation/readableText';

/** What is shown because of each piece. */
function shown(form: 'words' | 'json', ...pieces: readonly string[]): readonly string[] {
  const text = new ReadableText(form);
  return pieces.map((piece) => text.push(piece));
}

describe('the text of an answer as people read it', () => {
  it('is what the model wrote, from its first word on', () => {
    assert.deepEqual(shown('words', 'It ', 'is {', '"reviewFindings":[', '.'), [
      ...['It ', 'is {', '"reviewFindings":[', '.'],
    ]);
    assert.deepEqual(shown('words', 'It', '{', '{"reviewFindings":['), ['It', '{', '{"reviewFindings":[']);
  });

  it('waits while its beginning may be that of findings, and loses nothing', () => {
    assert.deepEqual(shown('words', '', '{', '"re', 'sult": 1', '}'), ['', '', '', '{"result": 1', '}']);
  });

  it('is Markdown where it is findings, whatever form is expected', () => {
    const finding = '{"file":"a.ts","line":3,"title":"Slow","detail":"Cache it."}';
    for (const form of ['words', 'json'] as const) {
      assert.deepEqual(shown(form, '{"review', 'Findings":[', finding, '],"summary":"One."', '}'), [
        ...['', '', '**Slow** `a.ts:3`\n\nCache it.\n\n', '', 'One.\n'],
      ]);
    }
  });

  it('is a block of code where JSON is expected', () => {
    assert.deepEqual(shown('json', '{', '"a":', ' 1', '}'), ['', '```json\n{"a":', ' 1', '}\n```\n']);
    assert.deepEqual(shown('words', '{', '"a":', ' 1', '}'), ['', '{"a":', ' 1', '}']);
  });
});
