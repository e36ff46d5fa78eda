import type { Benchmark, Figure } from './benchmark';
import { openInPanel } from './openInPanel';
import type { SampleOptions } from './sampleChats';
import { measured, sampleLibrary } from './sampleLibrary';
import { scaled } from './scale';

const rounds = scaled(9, 1);
const turns = scaled(1000, 20);
const kinds: readonly (readonly [string, SampleOptions])[] = [
  ['1,000 turns', { turns: [turns, turns] }],
  ['1,000 turns, with the pieces in which they came', { turns: [turns, turns], withDeltas: true }],
  ['50 MB in 1,000 turns', { turns: [turns, turns], answerLength: 43_000 }],
];

export const openChat: Benchmark = {
  name: 'openChat',
  title: 'Opening one long chat: reading it from the disk, and the whole way to the screen',
  run: async () => {
    const figures: Figure[] = [];
    for (const [what, options] of kinds) {
      const { chats, open } = await sampleLibrary(1, options);
      const [chat] = chats;
      const library = open();
      const load = async () => {
        const loaded = await library.load(chat?.chatId ?? '');
        if (loaded?.turns.length !== turns || loaded.condition !== 'whole') throw new Error('Not all of it.');
      };
      const size = ((chat?.bytes.length ?? 0) / 1e6).toFixed(0);
      figures.push({ what: `read: ${what} (${size} MB)`, unit: 'ms', samples: await measured(rounds, load) });
    }
    return [...figures, ...(await openInPanel())];
  },
};
