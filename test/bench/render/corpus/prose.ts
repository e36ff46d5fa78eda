import { between, pick, type Random, several } from './pick';

const words =
  'the answer reads each event once and keeps only what it needs because a list that grows must not be walked again for ' +
  'every piece of text so the cost of a frame stays flat while the model writes on and the reader scrolls through it ' +
  'without waiting a parser may look back at most one block which is enough for tables quotes and nested lists when the ' +
  'stream ends everything open is closed in order errors are shown where they happened and nothing is lost between two';
const vocabulary = words.split(' ');

/** What models put into their sentences: markup, names from code, and text that looks like HTML but is none. */
const spices: readonly ((random: Random) => string)[] = [
  (random) => `\`${name(random)}()\``,
  (random) => `\`${name(random)}.${name(random)}\``,
  (random) => `**${phrase(2, random)}**`,
  (random) => `*${phrase(1, random)}*`,
  (random) => `[${phrase(2, random)}](https://example.com/${name(random)}/${between(1, 999, random)})`,
  (random) => `https://example.com/${name(random)}`,
  (random) => `~~${phrase(2, random)}~~`,
  () => 'Array<string>',
  () => '<div class="x">',
  (random) => `${between(2, 90, random)} % & more`,
];

export function name(random: Random): string {
  const [first = 'value', ...others] = several(between(1, 3, random), () => pick(vocabulary, random));
  return first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

export function phrase(count: number, random: Random): string {
  return several(count, () => pick(vocabulary, random)).join(' ');
}

export function sentence(random: Random): string {
  const inside = several(between(6, 16, random), () =>
    random() < 0.12 ? pick(spices, random)(random) : pick(vocabulary, random),
  );
  const text = inside.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function sentences(count: number, random: Random): string {
  return several(count, () => sentence(random)).join(' ');
}
