import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unitsOf } from '../../../../../src/core/storage/library/searchTextCache';
import { findIn, fold, lineAround, readQuery } from '../../../../../src/core/storage/library/searchTextMatch';
import { budget, runSeed } from '../../../../budget';

/** The line that is shown for a query, with the match in brackets. */
function shown(text: string, query: string): string | undefined {
  const wanted = readQuery(query);
  const match = wanted && findIn(fold(text), wanted);
  if (!match) return undefined;
  const { line, start, length } = lineAround(fold(text), match.at, match.length, (from, to) => text.slice(from, to));
  return `${line.slice(0, start)}[${line.slice(start, start + length)}]${line.slice(start + length)}`;
}

describe('finding words in a text', () => {
  it('minds neither case nor the accents of Latin and Greek', () => {
    assert.equal(shown('Straße nach ŁÓDŹ', 'łodz'), 'Straße nach [ŁÓDŹ]');
    assert.equal(shown('un café NAÏF', 'Naif'), 'un café [NAÏF]');
    assert.equal(shown('plain cafe', 'CAFÉ'), 'plain [cafe]');
    assert.equal(shown('ὁ Σίσυφος', 'σισυφοσ'), 'ὁ [Σίσυφος]');
    assert.equal(shown('İstanbul I', 'istanbul'), '[İstanbul] I');
    assert.equal(shown('Ещё', 'еще'), '[Ещё]');
    assert.equal(shown('関数を返す', '返す'), '関数を[返す]');
    assert.equal(shown('cafe\u0301'.normalize('NFC'), 'cafe\u0301'), '[café]');
  });

  it('wants every word, anywhere, and shows a line with the first', () => {
    const text = 'A parser\nfor nested lists\nwritten in Rust';
    assert.equal(shown(text, 'rust parser'), 'written in [Rust]');
    assert.equal(shown(text, ' LISTS\tnested '), 'for nested [lists]');
    assert.equal(shown(text, 'parser lisp'), undefined);
    assert.equal(shown(text, ' \n'), undefined);
  });

  it('prefers the place where the words stand as they were typed', () => {
    assert.equal(shown('the end\nof the beginning\nthe beginning', 'the beginning'), 'of [the beginning]');
  });

  it('shows the part of a long line that holds the match, and says where it was cut', () => {
    const long = `${'before '.repeat(50)}needle${' after'.repeat(50)}`;
    assert.match(shown(long, 'needle') ?? '', /^….{30,45}\[needle\].{60,90}…$/);
    assert.match(shown(`   needle${' after'.repeat(50)}`, 'needle') ?? '', /^\[needle\].{80,120}…$/);
    assert.match(shown(`${'before '.repeat(50)}needle  `, 'needle') ?? '', /^….{90,130}\[needle\]$/);
  });

  it('cuts no character in half', () => {
    for (const before of ['', 'x', 'xx']) {
      for (const text of [`${before}needle${'🙂'.repeat(200)}`, `${'🙂'.repeat(200)}${before}needle`]) {
        assert.ok(shown(text, 'needle')?.isWellFormed(), text);
      }
    }
  });

  it('takes any part out of encoded text', () => {
    const seed = runSeed;
    const unit = fc.oneof(fc.constantFrom('\ufeff', '🙂', 'é'), fc.string({ unit: 'grapheme', maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit }), fc.nat(), fc.nat(), (raw, a, b) => {
        const text = raw.toWellFormed();
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const isHalf = (at = 0) => /[\udc00-\udfff]/.test(text.charAt(at));
        if (isHalf(start) || isHalf(end)) return;
        const bytes = new TextEncoder().encode(text);
        assert.equal(unitsOf(bytes, text.length, start ?? 0, end ?? 0), text.slice(start, end), `seed ${seed}`);
      }),
      { numRuns: budget(2_000) },
    );
  });

  it('keeps every position when it folds, and shows each match it reports', () => {
    const seed = runSeed;
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('ä', 'Σ', 'İ', 'ß', 'a', ' ', '\n', '🙂'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
      maxLength: 400,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 300 }), (raw, from, length) => {
        const composed = raw.normalize('NFC');
        const folded = fold(composed);
        assert.equal(folded.length, composed.length, `seed ${seed}`);
        assert.equal(fold(folded), folded, `seed ${seed}`);
        const at = composed.length === 0 ? 0 : from % composed.length;
        const word = (composed.slice(at, at + length).split(/\s/)[0] ?? '').normalize('NFC');
        const query = readQuery(word);
        const match = query && findIn(folded, query);
        if (!query || !match) return;
        const shownLine = lineAround(folded, match.at, match.length, (from, to) => composed.slice(from, to));
        const marked = shownLine.line.slice(shownLine.start, shownLine.start + shownLine.length);
        assert.ok(!shownLine.line.includes('\n'), `seed ${seed}`);
        assert.ok(fold(marked).startsWith(query.phrase.slice(0, 100)), `seed ${seed}: ${JSON.stringify([raw, word])}`);
      }),
      { numRuns: budget(3_000) },
    );
  });
});
