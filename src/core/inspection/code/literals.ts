/**
 * Characters that are invisible, or that change how the line around them reads: controls, marks of direction, separators of
 * lines, tags. They are written by their numbers.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Variation_Selector}\u115f\u1160\u3164\uffa0]/gu;

/** A string literal of JSON, which is one of JavaScript, too. */
export function jsonText(value: string): string {
  return JSON.stringify(value).replace(unseen, utf16Escapes);
}

/** The same between single quotes. */
export function singleQuoted(value: string): string {
  const inner = jsonText(value).slice(1, -1);
  const unescaped = inner.replace(/\\(.)/gs, (pair, next: string) => (next === '"' ? '"' : pair));
  return `'${unescaped.replaceAll("'", "\\'")}'`;
}

/** A string literal of Python. It has no surrogates: a character beyond the first 65,536 has one number. */
export function pythonText(value: string): string {
  return JSON.stringify(value.toWellFormed()).replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
}

/** A word of a POSIX shell. */
export function shellWord(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

function utf16Escapes(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${hex(character.charCodeAt(at), 4)}`).join('');
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
