import assert from 'node:assert/strict';
import { FenceReader } from '../../../../../src/core/editing/answer/fenceReader';
import { UnreachedLines } from '../../../../../src/core/editing/answer/preview';

describe('the old lines that new ones have not reached', () => {
  const old = ['a', '}', 'b', '}', 'c', 'a'];
  const left = (...lines: readonly string[]) => new UnreachedLines(old).after(lines).join('');

  it('are those behind the last one that came again', () => {
    assert.equal(left(), 'a}b}ca');
    assert.equal(left('a'), '}b}ca');
    assert.equal(left('new'), 'a}b}ca');
    assert.equal(left('b'), '}ca');
    assert.equal(left('a', 'new', 'c'), 'a');
    assert.equal(left('c', 'a'), '');
    assert.equal(left('c', 'b'), 'a', 'and no line goes back');
  });

  it('are reached by a bracket only where it is the next line', () => {
    assert.equal(left('}'), 'a}b}ca');
    assert.equal(left('a', '}'), 'b}ca');
    assert.equal(left('b', '}'), 'ca');
  });

  it('are reached by one of the next sixty lines, and no further', () => {
    const long = Array.from({ length: 70 }, (_, at) => `line ${at}`);
    assert.equal(new UnreachedLines(long).after(['line 59']).length, 10);
    assert.equal(new UnreachedLines(long).after(['line 60']).length, 70);
    assert.equal(new UnreachedLines(long).after(['line 5', 'line 65']).length, 4);
  });

  it('are told again whenever more lines came', () => {
    const unreached = new UnreachedLines(old);
    const lines = ['a'];
    assert.deepEqual(unreached.after(lines), ['}', 'b', '}', 'c', 'a']);
    assert.deepEqual(unreached.after(lines), ['}', 'b', '}', 'c', 'a']);
    lines.push('c');
    assert.deepEqual(unreached.after(lines), ['a']);
    lines.push('a');
    assert.deepEqual(unreached.after(lines), []);
  });
});

describe('the code of a fenced block while it is written', () => {
  const code = (text: string) => {
    const reader = new FenceReader();
    reader.push(text);
    reader.end();
    return [...reader.codeLines, reader.isClosed ? 'closed' : 'open'];
  };

  it('begins behind a fence, which stands in at most three spaces and has no backtick in it', () => {
    assert.deepEqual(code('a\n   ~~~ ts\nb'), ['b', 'open']);
    for (const line of ['    ```', '``', '~~', '```a`', 'a ```', '```ts`x`'])
      assert.deepEqual(code(`${line}\nb`), ['open']);
  });

  it('ends at a fence of the same kind that is as long, and nothing comes behind it', () => {
    assert.deepEqual(code('```\na\n   ````  \nb\n```\nc\n```'), ['a', 'closed']);
    assert.deepEqual(code('````\na\n```'), ['a', '```', 'open']);
    assert.deepEqual(code('```\n~~~\n``` a\n    ```\n`````x'), ['~~~', '``` a', '    ```', '`````x', 'open']);
    assert.deepEqual(code('~~~~\r\na\r\n~~~~'), ['a', 'closed']);
  });

  it('does not have the line that is being written', () => {
    const reader = new FenceReader();
    reader.push('```\na\nb');
    assert.deepEqual(reader.codeLines, ['a']);
    reader.push('c\n');
    assert.deepEqual(reader.codeLines, ['a', 'bc']);
    reader.push('``');
    reader.push('`');
    assert.ok(!reader.isClosed);
    reader.end();
    assert.ok(reader.isClosed);
    assert.deepEqual(reader.codeLines, ['a', 'bc']);
  });
});
