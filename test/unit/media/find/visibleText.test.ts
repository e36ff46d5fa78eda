import assert from 'node:assert/strict';
import { visibleText } from '../../../../media/find/visibleText';

/** With a bar where a block ends. */
function read(markdown: string): string {
  return visibleText(markdown).replaceAll('\0', '|');
}

describe('The words of an answer', () => {
  it('are read without their markup', () => {
    assert.equal(read('# A *title*\n\nSome **bold** `code()` ~~old~~\\*.'), 'A title|Some bold code() old*.');
  });

  it('leave the addresses of links and pictures out, also of those defined later', () => {
    assert.equal(read('[one](https://a.test "t"), [two][x] ![three](y.png)\n\n[x]: https://b.test'), 'one, two three');
    assert.equal(read('https://c.test/d'), 'https://c.test/d');
  });

  it('go through lists, quotes and tables in order', () => {
    assert.equal(read('- one\n  - two\n- [x] three\n\n> four\n>\n> five'), 'one|two|three|four|five');
    assert.equal(read('| a | b |\n|---|---|\n| c | *d* |'), 'a|b|c|d');
  });

  it('keep code as it is', () => {
    assert.equal(read('```ts\nconst a = "*b*";\n\nc();\n```'), 'const a = "*b*";\n\nc();');
    assert.equal(read('    *indented*'), '*indented*');
  });

  it('break where `<br>` breaks the line on the page', () => {
    assert.equal(read('- a<br>b\n\n| c<br/>d |\n|---|\n\ne<br>f'), 'a\nb|c\nd|e<br>f');
  });

  it('hold no end of a block of their own', () => {
    assert.equal(visibleText('a\0b'), 'a\ufffdb');
  });
});
