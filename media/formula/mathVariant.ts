/** Where the letters of an alphabet begin in Unicode: capitals, small letters, digits. */
type Alphabet = readonly [capital: number, small: number, digit: number | undefined];

/** Browsers no longer make these letters out of plain ones. */
const alphabets: Readonly<Record<string, Alphabet>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  italic: [0x1d434, 0x1d44e, undefined],
  'bold-italic': [0x1d468, 0x1d482, undefined],
  script: [0x1d49c, 0x1d4b6, undefined],
  'bold-script': [0x1d4d0, 0x1d4ea, undefined],
  fraktur: [0x1d504, 0x1d51e, undefined],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'bold-fraktur': [0x1d56c, 0x1d586, undefined],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec],
  'sans-serif-italic': [0x1d608, 0x1d622, undefined],
  'sans-serif-bold-italic': [0x1d63c, 0x1d656, undefined],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

/** Letters that had a place in Unicode before the alphabets came. */
const olderLetters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: { h: 'ℎ' },
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

/** The text in the letters of this variant, as far as there are any. */
export function variantText(text: string, variant: string): string {
  const alphabet = Object.hasOwn(alphabets, variant) ? alphabets[variant] : undefined;
  return alphabet ? text.replace(/[A-Za-z0-9]/g, (char) => letter(char, variant, alphabet)) : text;
}

function letter(char: string, variant: string, [capital, small, digit]: Alphabet): string {
  const older = olderLetters[variant]?.[char];
  if (older !== undefined) return older;
  const code = char.charCodeAt(0);
  if (code >= 97) return String.fromCodePoint(small + code - 97);
  if (code >= 65) return String.fromCodePoint(capital + code - 65);
  return digit === undefined ? char : String.fromCodePoint(digit + code - 48);
}
