import { randomNumbers } from '../../../unit/media/markdown/snippets';
import { lastWords } from './answers';
import { code } from './code';
import { between, type Random } from './pick';
import { name, phrase, sentence } from './prose';

export const hugeBlockNames = ['list', 'table', 'paragraph', 'fence', 'quote'] as const;
export type HugeBlockName = (typeof hugeBlockNames)[number];

interface HugeBlock {
  readonly begin: string;
  /** The next piece of the block. */
  readonly more: (random: Random) => string;
  readonly end: string;
}

const blocks: Readonly<Record<HugeBlockName, HugeBlock>> = {
  list: {
    begin: '',
    more: (random) => `${random() < 0.3 ? '  ' : ''}- ${sentence(random)}\n`,
    end: '',
  },
  table: {
    begin: '| Name | Meaning | Note | Default |\n| --- | --- | --- | ---: |\n',
    more: (random) =>
      `| \`${name(random)}\` | ${phrase(5, random)} | **${phrase(2, random)}** | ${between(0, 999, random)} |\n`,
    end: '',
  },
  // Models write a paragraph as one line.
  paragraph: { begin: '', more: (random) => `${sentence(random)} `, end: '\n' },
  fence: { begin: '```ts\n', more: (random) => code('ts', 1, random), end: '```\n' },
  quote: {
    begin: '',
    more: (random) => `> ${sentence(random)}\n${random() < 0.3 ? '>\n' : ''}`,
    end: '',
  },
};

/** An answer that is one block of about this many characters, with a few words behind it. */
export function hugeBlock(block: HugeBlockName, length: number): string {
  const { begin, more, end } = blocks[block];
  const random = randomNumbers(1);
  let text = begin;
  while (text.length < length) text += more(random);
  return `${text}${end}\n${lastWords}\n`;
}
