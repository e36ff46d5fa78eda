import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countIn, matchesIn, patternOf } from '../../../../media/find/pattern';
import { budget } from '../../../budget';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

function found(text: string, query: string, matchCase = false): readonly string[] {
  const pattern = patternOf({ text: query, matchCase });
  assert.ok(pattern);
  return [...matchesIn(text, pattern)].map(({ start, end }) => text.slice(start, end));
}

describe('The pattern of what is looked for', () => {
  before(() => console.log(`      fast-check seed ${seed}`));

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
      { seed, numRuns: budget(2_000) },
    );
  });
});
