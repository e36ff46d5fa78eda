import { type Attributes, svg } from './svg';
import { textWidth } from './textWidth';

export const fontSize = 13;
export const lineHeight = 18;

/** A text in lines, and the room it takes in pixels. */
export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

const noText: Label = { lines: [], width: 0, height: 0 };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Reads the text of a diagram as Mermaid does: with `<br>` and entities, without HTML. Longer lines than this are broken. */
export function readLabel(source: string, longestLine = 220): Label {
  const text = plainText(source);
  if (text === '') return noText;
  return labelOf(text.split('\n').flatMap((line) => wrap(line.trim(), longestLine)));
}

export function labelOf(lines: readonly string[]): Label {
  const width = Math.max(0, ...lines.map((line) => textWidth(line) * fontSize));
  return { lines, width, height: lines.length * lineHeight };
}

export function plainText(source: string): string {
  const text = unquote(source.trim())
    .replace(/<br\s*\/?>|\\n/gi, '\n')
    .replace(/<\/?(?:b|i|u|s|em|strong|small|big|sub|sup|code|center|p|div|span|font)(?:\s[^<>]*)?>/g, '')
    .replace(/\bfa[bsrl]?:fa-[\w-]+\s*/g, '')
    .replace(/[&#](\w{2,6});/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/&?#(\d{1,7});/g, (whole, code: string) => characterOf(Number(code)) ?? whole);
  return visible(text).trim();
}

/** The lines around a place, one below the other. */
export function drawLabel({ lines, height }: Label, x: number, y: number, attributes: Attributes = {}): string {
  const first = y - height / 2 + lineHeight / 2 + fontSize * 0.35;
  const spans = lines.map((line, at) => svg('tspan', { x, y: first + at * lineHeight }, svgText(line)));
  return spans.length === 0 ? '' : svg('text', { 'text-anchor': 'middle', ...attributes }, ...spans);
}

/** One line from here on to the right. */
export function drawLine(line: string, x: number, y: number, attributes: Attributes = {}): string {
  return line === '' ? '' : svg('text', { x, y: y + fontSize * 0.35, ...attributes }, svgText(line));
}

function svgText(line: string): string {
  return visible(line).replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
}

function unquote(text: string): string {
  const inner = /^"([\s\S]*)"$/.exec(text)?.[1] ?? text;
  const markdown = /^`([\s\S]*)`$/.exec(inner)?.[1];
  return markdown === undefined ? inner : markdown.replace(/\*\*|__|(?<!\w)[*_]|[*_](?!\w)/g, '');
}

function characterOf(code: number): string | undefined {
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Without what no picture can hold, or what would turn the rest of a line around. */
function visible(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
  );
}

/** So long a word is none; it is cut, to stay in the picture. */
const longestWord = 60;

function piecesOf(word: string): readonly string[] {
  return word.length <= longestWord ? [word] : (word.match(new RegExp(`.{1,${longestWord}}`, 'gu')) ?? []);
}

function wrap(line: string, longest: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/).flatMap(piecesOf)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && textWidth(longer) * fontSize > longest) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}
