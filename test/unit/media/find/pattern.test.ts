import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countIn, matchesIn, patternOf } from '../../../../media/find/pattern';
import { budget } from '../../../budget';

function found(text: string, query: string, matchCase = false): readonly string[] {
  const pattern = patternOf({ text: query, matchCase });
  assert.ok(pattern);
  return [...matchesIn(text, pattern)].map(({ start, end }) => text.slice(start, end));
}

describe('The pattern of what is looked for', () => {
  it('looks for nothing when nothing is asked', () => {
    assert.equal(patternOf({ text: '', matchCase: false }), undefined);
  });

  it('tells capital letters apart only when that is wanted, in other alphabets too', () => {
    assert.deepEqual(found('Straße STRASSE straße', 'straße'), ['Straße', 'straße']);
    assert.deepEqual(found('Привет привет', 'ПРИВЕТ'), ['Привет', 'привет']);
    assert.deepEqual(found('Привет привет', 'привет', true), ['привет']);
  });

  it('takes any blanks and line breaks for those of the query, and none for none', () => {
    assert.deepEqual(found('a  b\na\tb ab a\nb', 'a b'), ['a  b', 'a\tb', 'a\nb']);
    assert.deepEqual(found('x a', ' a'), [' a']);
  });

  it('finds a letter with its marks, whether it is one character or several', () => {
    for (const word of ['Café', 'Zürich', 'năm', 'việt ế', '각하', 'が', 'Ångström', 'ἄνθρωπος', 'й', 'क़']) {
      const forms = [word.normalize('NFC'), word.normalize('NFD')];
      for (const form of forms) {
        assert.deepEqual(found(`a ${forms.join(' b ')} c`, form), forms);
        assert.deepEqual(
          found(forms.join('\0'), form.toUpperCase()),
          forms.map((one) => one),
        );
      }
    }
    // In between: the first mark is part of the letter, the second is not.
    assert.deepEqual(found('e\u0302\u0301 \u00ea\u0301 \u1ebf', '\u1ebf'), ['e\u0302\u0301', '\u00ea\u0301', '\u1ebf']);
    assert.deepEqual(found('cafe', 'café'), []);
  });

  it('finds whole characters only', () => {
    assert.deepEqual(found('🙂🙃', '🙃'), ['🙃']);
    assert.deepEqual(found('🙂', '\ud83d'), []);
  });

  it('finds any query in itself, whatever its characters mean to a pattern, and counts what it finds', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.isWellFormed() && !text.includes('\0'));
    fc.assert(
      fc.property(words, fc.nat(4), fc.boolean(), (query, times, matchCase) => {
        const pattern = patternOf({ text: query, matchCase });
        assert.ok(pattern);
        const text = Array.from({ length: times }, () => query).join('\0');
        assert.equal(countIn(text, pattern), [...matchesIn(text, pattern)].length);
        assert.ok(countIn(text, pattern) >= times);
      }),
      { numRuns: budget(2_000) },
    );
  });
});
