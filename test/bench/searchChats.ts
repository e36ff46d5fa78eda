import type { ChatLibrary } from '../../src/core/storage/library/chatLibrary';
import type { Benchmark, Figure } from './benchmark';
import { measured, sampleLibrary } from './sampleLibrary';
import { scaled } from './scale';

const count = scaled(5000, 20);
const rounds = scaled(9, 1);
const queries: readonly (readonly [string, string])[] = [
  ['a word that every chat holds', 'value'],
  ['two words with accents', 'naive großer'],
  ['three words, as a phrase', 'the index of'],
  ['a word that no chat holds', 'zebra'],
];

export const searchChats: Benchmark = {
  name: 'searchChats',
  title: `Searching the words of ${count} chats`,
  run: async () => {
    const { open } = await sampleLibrary(count);
    const library = open();
    const cold = await measured(1, () => library.prepareSearch());
    const warm = await measured(
      5,
      () => library.prepareSearch(),
      () => Promise.resolve(library.closeSearch()),
    );
    const figures: Figure[] = [];
    for (const [what, query] of queries) {
      const first: number[] = [];
      const all = await measured(rounds, async () => {
        const ms = await searched(library, query);
        if (ms !== undefined) first.push(ms);
      });
      if (first.length > 0) figures.push({ what: `${what}: first hits`, unit: 'ms', goal: 200, samples: first });
      figures.push({ what: `${what}: all hits`, unit: 'ms', goal: 200, samples: all });
    }
    const typedAtOnce = await measured(
      5,
      () => searched(library, 'value'),
      () => Promise.resolve(library.closeSearch()),
    );
    return [
      ...figures,
      { what: 'all hits of a search that nothing was prepared for', unit: 'ms', samples: typedAtOnce },
      { what: 'preparing, in the background', unit: 'ms', samples: warm },
      { what: 'preparing for the first time, in the background', unit: 'ms', samples: cold },
    ];
  },
};

/** Searches to the end. Returns the milliseconds until the first hits; undefined: there were none. */
async function searched(library: ChatLibrary, query: string): Promise<number | undefined> {
  const began = performance.now();
  let first: number | undefined;
  for await (const _ of library.search(query, new AbortController().signal)) first ??= performance.now() - began;
  return first;
}
