import { type TokenColors, tokenKinds } from '../../src/protocol/theme';

/** Gives code the theme's own colours. What the theme says nothing about keeps the colour of the style sheet. */
export function showTokenColors(colors: TokenColors = {}): void {
  const { style } = document.body;
  for (const kind of tokenKinds) {
    const color = colors[kind];
    if (color === undefined) style.removeProperty(`--tok-${kind}`);
    else style.setProperty(`--tok-${kind}`, color);
  }
}
