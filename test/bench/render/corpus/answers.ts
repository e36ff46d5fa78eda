import { randomNumbers } from '../../../unit/media/markdown/snippets';
import { codeLanguages, fence } from './code';
import { between, pick, type Random, several } from './pick';
import { name, phrase, sentence, sentences } from './prose';

const defaultSeed = 20_261_120;

/** Stands at the end of every text, so that who shows it can be seen to have shown all of it. */
export const lastWords = 'These are the last words.';

/** As technical answers come: about a third of it is code. The same text for the same length, in characters, and seed. */
export function longAnswer(length: number, seed = defaultSeed): string {
  const random = randomNumbers(seed);
  let text = '';
  while (text.length < length) text += `${section(random)}\n`;
  // Cut between two lines, so that the last words stand by themselves, with a fence closed that may have been open.
  const whole = text.slice(0, text.lastIndexOf('\n', length) + 1);
  const isInFence = (whole.match(/^```/gm)?.length ?? 0) % 2 === 1;
  return `${whole}${isInFence ? '```\n' : ''}\n${lastWords}\n`;
}

/** The pieces in which a model sends a text. */
export function inChunks(text: string): readonly string[] {
  const random = randomNumbers(defaultSeed);
  const chunks: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + between(5, 60, random);
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks;
}

function section(random: Random): string {
  const blocks = several(between(3, 6, random), () => pick(kinds, random)(random));
  return [heading(random), paragraph(random), fence(pick(codeLanguages, random), between(4, 16, random), random)]
    .concat(blocks)
    .join('\n');
}

type BlockKind = (random: Random) => string;

const paragraph: BlockKind = (random) => `${sentences(between(2, 5, random), random)}\n`;

const heading: BlockKind = (random) =>
  random() < 0.15 ? `${phrase(4, random)}\n---\n` : `${'#'.repeat(between(2, 4, random))} ${phrase(4, random)}\n`;

const list: BlockKind = (random) =>
  several(between(3, 8, random), (at) => {
    const nested = random() < 0.3 ? `   - ${sentence(random)}\n   - ${phrase(5, random)}\n` : '';
    return `${at + 1}. ${sentence(random)}\n${nested}`;
  }).join('');

const tasks: BlockKind = (random) =>
  several(between(3, 5, random), () => `- [${random() < 0.5 ? 'x' : ' '}] ${phrase(6, random)}\n`).join('');

const table: BlockKind = (random) =>
  `| Name | Meaning | Default |\n| :--- | --- | ---: |\n${several(
    between(3, 8, random),
    () => `| \`${name(random)}\` | ${phrase(6, random)} | ${between(0, 999, random)} |\n`,
  ).join('')}`;

const quote: BlockKind = (random) => `> ${sentence(random)}\n> ${sentence(random)}\n>\n> ${sentence(random)}\n`;

const formula: BlockKind = (random) => `$$\n\\sum_{i=0}^{${between(2, 99, random)}} x_i^2 = y\n$$\n`;

const reference: BlockKind = (random) => {
  const label = name(random);
  return `See [the notes][${label}] about ${phrase(5, random)}.\n\n[${label}]: https://example.com/${label}\n`;
};

const kinds: readonly BlockKind[] = [
  ...[paragraph, paragraph, paragraph, list, list, tasks, table, quote],
  ...[(random: Random) => fence(pick(codeLanguages, random), between(2, 10, random), random)],
  ...[formula, reference],
];
