import { systemClock } from '../../src/core/base/clock';
import { ChatSession } from '../../src/core/chat/chatSession';
import { interactionsOver } from '../../src/gemini/client';
import { partsUnderTest } from '../unit/core/chat/chatUnderTest';
import { MemoryChatRecords } from '../unit/fakes/memoryChatRecords';
import type { Benchmark } from './benchmark';
import { collectGarbage } from './collectGarbage';
import { sampleLibrary } from './sampleLibrary';
import { scaled } from './scale';
import { serverBeside } from './serverBeside';

const few = scaled(10, 2);
const many = scaled(1_000, 6);
const mebibyte = 1024 * 1024;

export const soak: Benchmark = {
  name: 'soak',
  title: `A chat of ${many} turns that is never closed, in the background and kept on the disk`,
  run: async () => {
    const server = await serverBeside();
    const { open } = await sampleLibrary(0);
    const background = { isWanted: () => true, refused: () => {} };
    const errors: unknown[] = [];
    const client = interactionsOver(() => Promise.resolve({ origin: server.url, key: 'test-key' }));
    const chat = new ChatSession(
      partsUnderTest(client, new MemoryChatRecords(), errors, { records: open(), clock: systemClock, background }),
      crypto.randomUUID(),
    );
    const perTurn: number[] = [];
    const heapAfter = async (last: number): Promise<number> => {
      for (let turn = chat.turns().length + 1; turn <= last; turn += 1) {
        const began = performance.now();
        await chat.send(`Question ${turn}: what is on your mind?`);
        perTurn.push(performance.now() - began);
        const status = chat.turns().at(-1)?.status;
        if (status !== 'done' || errors.length > 0) throw new Error(`Turn ${turn} is ${status}`, { cause: errors[0] });
      }
      // What is garbage after the first collection may hold more that is garbage only then.
      for (const _ of [1, 2]) await collectGarbage();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return (heapUsed + arrayBuffers) / mebibyte;
    };
    try {
      const first = await heapAfter(few);
      const last = await heapAfter(many);
      const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
      return [
        { what: `heap after ${many} turns, above that after ${few}`, unit: 'MiB', goal: 20, samples: [last - first] },
        { what: `heap after ${few} turns`, unit: 'MiB', samples: [first] },
        { what: 'timers at the end', unit: 'calls', samples: [timers] },
        { what: 'one turn, the first fifty', unit: 'ms', samples: perTurn.slice(0, 50) },
        { what: 'one turn, the last fifty', unit: 'ms', samples: perTurn.slice(-50) },
      ];
    } finally {
      chat.dispose();
      server.kill();
    }
  },
};
