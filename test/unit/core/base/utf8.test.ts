import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Length, utf16Ranges } from '../../../../src/core/base/utf8';

/** The stretch of a text that these bytes are. */
function cut(text: string, start: number, end: number): string | undefined {
  const [range] = utf16Ranges(text, [{ start, end }]);
  return range && text.slice(range.start, range.end);
}

describe('offsets in UTF-8 bytes', () => {
  const cases: readonly (readonly [what: string, text: string, stretch: string])[] = [
    ['letters of one byte', 'plain text', 'text'],
    ['a dash of three bytes before it', 'England 2–1 in the final', 'in the final'],
    ['letters of two bytes', 'Café Zürich', 'Zürich'],
    ['CJK', '東京は日本の首都です', '首都'],
    ['an emoji of four bytes', 'go 🚀 now', 'now'],
    ['the emoji itself', 'go 🚀 now', '🚀'],
    ['emoji that are joined', 'a 👩‍👩‍👧 family', '👩‍👩‍👧'],
    ['combining marks', 'e\u0301a\u0308 end', 'a\u0308'],
    ['right-to-left text', 'שלום עולם', 'עולם'],
    ['the whole text', '“all”', '“all”'],
  ];
  for (const [what, text, stretch] of cases) {
    it(`become UTF-16 units: ${what}`, () => {
      const start = utf8Length(text.slice(0, text.indexOf(stretch)));

      assert.equal(cut(text, start, start + utf8Length(stretch)), stretch);
    });
  }

  it('take in the whole character when they are within one', () => {
    assert.equal(cut('a🚀b', 2, 4), '🚀');
    assert.equal(cut('a🚀b', 0, 2), 'a🚀');
    assert.equal(cut('–b', 1, 4), '–b');
  });

  it('outside of the text are moved to its edge, and nothing is left of a stretch beyond it', () => {
    assert.equal(cut('née', -5, 3), 'né');
    assert.equal(cut('née', 1, 900), 'ée');
    for (const [start, end] of [
      [4, 9],
      [9, 12],
      [0, 0],
      [2, 2],
      [3, 1],
      [-9, -1],
      [Number.NaN, Number.NaN],
    ] as const) {
      assert.equal(cut('née', start, end), undefined, `${start} to ${end}`);
    }
    assert.equal(cut('', 0, 1), undefined);
    assert.deepEqual(utf16Ranges('née', [range(Number.NaN, 2), range(3, 4)]), [undefined, range(2, 3)]);
  });

  it('may come in any order and overlap', () => {
    const text = 'é🚀x é🚀x';
    assert.deepEqual(utf16Ranges(text, [range(8, 16), range(0, 2), range(2, 14), range(0, 2)]), [
      range(5, 9),
      range(0, 1),
      range(1, 8),
      range(0, 1),
    ]);
  });

  it('agree with an encoder, whatever the text is', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '\u0080', 'é', '\u0800', '–', '🚀', '\u0301', '\ud83d', '\ude80'),
    });
    fc.assert(
      fc.property(text, (whole) => {
        const encoder = new TextEncoder();
        assert.equal(utf8Length(whole), encoder.encode(whole).length);
        const starts = charactersOf(whole);
        const ranges = starts.map(({ at, character }) => {
          const start = encoder.encode(whole.slice(0, at)).length;
          return range(start, start + encoder.encode(character).length);
        });
        assert.deepEqual(
          utf16Ranges(whole, ranges),
          starts.map(({ at, character }) => range(at, at + character.length)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

function range(start: number, end: number) {
  return { start, end };
}

function charactersOf(text: string): readonly { readonly at: number; readonly character: string }[] {
  let at = 0;
  return [...text].map((character) => {
    at += character.length;
    return { at: at - character.length, character };
  });
}
