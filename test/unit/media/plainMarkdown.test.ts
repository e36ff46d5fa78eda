import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlainMarkdown, type TextOperation } from '../../../media/plainMarkdown';

describe('PlainMarkdown', () => {
  it('splits text into paragraphs at blank lines and keeps the order of lines', () => {
    assert.deepEqual(read('one\ntwo\n\n  \nthree\n'), [
      { kind: 'paragraph' },
      { kind: 'text', text: 'one\ntwo' },
      { kind: 'paragraph' },
      { kind: 'text', text: 'three' },
    ]);
  });

  it('takes fenced lines as code, with the first word behind the fence as language', () => {
    assert.deepEqual(read('a\n```ts title=x\nlet a;\n\n  b\n```\nc'), [
      { kind: 'paragraph' },
      { kind: 'text', text: 'a' },
      { kind: 'code', language: 'ts' },
      { kind: 'text', text: 'let a;\n\n  b' },
      { kind: 'paragraph' },
      { kind: 'text', text: 'c' },
    ]);
  });

  it('closes a fence only with one of the same kind that is as long', () => {
    assert.deepEqual(read('~~~~\n```\n~~~\n~~~~ x\n~~~~~ \nend'), [
      { kind: 'code', language: '' },
      { kind: 'text', text: '```\n~~~\n~~~~ x' },
      { kind: 'paragraph' },
      { kind: 'text', text: 'end' },
    ]);
  });

  it('does not take code inside a sentence for a fence', () => {
    assert.deepEqual(read('```a``` and\n``b``\n`c`'), [
      { kind: 'paragraph' },
      { kind: 'text', text: '```a``` and\n``b``\n`c`' },
    ]);
  });

  it('takes the indentation of a fence off the code', () => {
    assert.deepEqual(read('- item\n\n    ```py\n    if x:\n        y\n    ```\n'), [
      { kind: 'paragraph' },
      { kind: 'text', text: '- item' },
      { kind: 'code', language: 'py' },
      { kind: 'text', text: 'if x:\n    y' },
    ]);
  });

  it('takes every kind of line break for one', () => {
    assert.deepEqual(read('a\r\nb\rc\n\r\nd'), [
      { kind: 'paragraph' },
      { kind: 'text', text: 'a\nb\nc' },
      { kind: 'paragraph' },
      { kind: 'text', text: 'd' },
    ]);
  });

  it('shows text at once and holds back only what may become a fence', () => {
    const reader = new PlainMarkdown();

    assert.deepEqual(reader.push('Hel'), [{ kind: 'paragraph' }, { kind: 'text', text: 'Hel' }]);
    assert.deepEqual(reader.push('lo\n``'), [{ kind: 'text', text: 'lo' }]);
    assert.deepEqual(reader.push('x'), [{ kind: 'text', text: '\n``x' }]);
    assert.deepEqual(reader.push('\n```'), []);
    assert.deepEqual(reader.end(), [{ kind: 'code', language: '' }]);
    assert.deepEqual(reader.end(), []);
  });

  it('gives the same for any way of cutting the text', () => {
    const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
    console.log(`      fast-check seed ${seed}`);
    const snippets = [
      '`',
      '``',
      '```',
      '````',
      '~~~',
      '~~~~',
      'js',
      ' ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '\r',
      '\r\n',
      'word',
      '# h',
      '- ',
      '😀',
      '`x`',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 4 })), { maxLength: 60 });
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });

    fc.assert(
      fc.property(text, sizes, (pieces, lengths) => {
        const whole = pieces.join('');
        assert.deepEqual(read(whole, lengths), read(whole));
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('loses no word', () => {
    const words = fc.array(fc.constantFrom('a', 'bc', '\n', '\n\n', '\r\n', ' ', '  d', '```\n', '~~~\n'), {
      maxLength: 60,
    });

    fc.assert(
      fc.property(words, (pieces) => {
        const shown = read(`\n${pieces.join('')}`).map((operation) =>
          operation.kind === 'text' ? operation.text : '\n',
        );
        const visible = (text: string) => text.replace(/[\s`~]/g, '');
        assert.equal(visible(shown.join('')), visible(pieces.join('')));
      }),
    );
  });
});

/** All operations for `text`, pushed in pieces of these lengths over and over; pieces of the same block are joined. */
function read(text: string, lengths: readonly number[] = [text.length]): readonly TextOperation[] {
  const reader = new PlainMarkdown();
  const operations: TextOperation[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    operations.push(...reader.push(text.slice(at, at + length)));
    at += length;
  }
  operations.push(...reader.end());
  return joined(operations);
}

function joined(operations: readonly TextOperation[]): readonly TextOperation[] {
  const result: TextOperation[] = [];
  for (const operation of operations) {
    const last = result.at(-1);
    if (operation.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + operation.text };
    else result.push(operation);
  }
  return result;
}
