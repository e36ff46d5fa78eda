import assert from 'node:assert/strict';
import { unfitText } from '../../../../../src/core/editing/target/unfitText';

describe('unfitText', () => {
  for (const [name, text, expected] of [
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t\r\n', 'empty'],
    ['a zero byte', 'PK\u0003\u0004\0\0', 'binary'],
    ['bytes that are no UTF-8', `${'\ufffd'.repeat(20)}PNG${'a'.repeat(20)}`, 'binary'],
    ['code', 'export const a = 1;\n', undefined],
    ['code with one broken character', `const a = 'caf\ufffd';\n${'x'.repeat(100)}`, undefined],
    ['colours of a terminal', '\u001b[31mred\u001b[0m\n', undefined],
    ['another script', '変数 = 1\n', undefined],
  ] as const) {
    it(`says of ${name}: ${expected ?? 'fit'}`, () => assert.equal(unfitText(text), expected));
  }

  it('looks at the beginning alone', () => assert.equal(unfitText(`${'a'.repeat(10_000)}\0`), undefined));
});
