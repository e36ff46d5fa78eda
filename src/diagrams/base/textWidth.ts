/**
 * About how wide a text is in a font of the system, in ems. Nothing here can measure, and fonts differ, so that every
 * guess is a little on the wide side.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x300) return latinWidth(char);
  if (isJoined(code)) return 0;
  return isWide(code) ? 1.15 : 0.66;
}

function latinWidth(char: string): number {
  if (/[iIjl.,:;'|!]/.test(char)) return 0.3;
  if (/[ frt()[\]{}/\\"`-]/.test(char)) return 0.4;
  if (/[mwMW@%]/.test(char)) return 0.92;
  return /[A-Z&+=<>~\u00c0-\u00de]/.test(char) ? 0.72 : 0.6;
}

/** Marks that stand on the letter before, and the glue within emoji. */
function isJoined(code: number): boolean {
  return (code < 0x370 && code >= 0x300) || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f);
}

/** Chinese, Japanese, Korean, and pictures. */
function isWide(code: number): boolean {
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2600 && code <= 0x27bf) || code >= 0x2e80;
}
