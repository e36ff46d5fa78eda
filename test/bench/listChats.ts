import { indexPath } from '../../src/core/storage/library/chatIndexFile';
import { encodeRecord } from '../../src/core/storage/log/recordLine';
import type { Benchmark } from './benchmark';
import { measured, sampleLibrary } from './sampleLibrary';
import { scaled } from './scale';

const count = scaled(5000, 20);
const rounds = scaled(9, 1);
const coldRounds = scaled(3, 1);

export const listChats: Benchmark = {
  name: 'listChats',
  title: `Listing ${count} chats by a window that knows nothing of them yet`,
  run: async () => {
    const { files, chats, open } = await sampleLibrary(count);
    const list = async () => {
      const library = open();
      const listed = await library.list();
      if (listed.length !== count) throw new Error(`${listed.length} chats`);
    };
    const settle = async () => {
      const library = open();
      await library.list();
      await library.settled();
    };
    const rename = async (number: number) => {
      await settle();
      const title = encodeRecord(
        { writer: 'bench', number, at: Date.now() },
        { kind: 'title', title: 'New', by: 'user' },
      );
      await files.append(chats[0]?.path ?? '', title, { create: false, durable: false });
    };
    const cold = await measured(coldRounds, list, () => files.remove(indexPath));
    await settle();
    return [
      { what: 'nothing has changed since the last time', unit: 'ms', goal: 150, samples: await measured(rounds, list) },
      { what: 'one chat has changed', unit: 'ms', goal: 150, samples: await measured(rounds, list, rename) },
      { what: 'the index is lost', unit: 'ms', samples: cold },
    ];
  },
};
