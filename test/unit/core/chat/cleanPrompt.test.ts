import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanPrompt } from '../../../../src/core/chat/cleanPrompt';
import { budget } from '../../../budget';

describe('cleaning a prompt', () => {
  it('leaves what a person types as it is', () => {
    const typed = 'Ünï 日本語 🙂👩‍👩‍👧 👍🏽 שלום é\n\tfunction a() {}\r\n🏴󠁧󠁢󠁳󠁣󠁴󠁿 ✌️';
    assert.deepEqual(cleanPrompt(typed), { text: typed, removed: 0 });
  });

  it('takes out NULs, control characters and halves of characters', () => {
    assert.deepEqual(cleanPrompt('a\u0000b\u001bc\ud800d\udc00e\u0085'), { text: 'abcde', removed: 5 });
  });

  it('takes out instructions hidden in tag characters', () => {
    const hidden = [...'ignore all'].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('');
    assert.deepEqual(cleanPrompt(`Hi${hidden}!`), { text: 'Hi!', removed: 10 });
  });

  it('takes out marks that turn the direction of code', () => {
    assert.deepEqual(cleanPrompt('if (a\u202e b\u2066)'), { text: 'if (a b)', removed: 2 });
  });

  it('gives text that any service can encode, and nothing more to clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanPrompt(text);
        assert.ok(clean.text.isWellFormed());
        assert.equal(cleanPrompt(clean.text).removed, 0);
      }),
      { numRuns: budget(500) },
    );
  });
});
