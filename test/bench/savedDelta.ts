import { type Clock, systemClock } from '../../src/core/base/clock';
import type { ChatRecord, SavedEvent } from '../../src/core/conversation/records';
import { chatPath } from '../../src/core/storage/files/chatPaths';
import { ChatLog } from '../../src/core/storage/log/chatLog';
import { gatherMs } from '../../src/core/storage/log/pendingRecords';
import { encodeRecord } from '../../src/core/storage/log/recordLine';
import { NodeFiles } from '../../src/host/platform/nodeFiles';
import type { Benchmark } from './benchmark';
import { scaled } from './scale';
import { quantile } from './statistics';
import { temporaryFolder } from './temporaryFolder';

const rounds = scaled(2_000, 20);
const folder = 'v1/chats/2026';
/** What arrives of an answer in a quarter of a second, about. */
const events: readonly SavedEvent[] = Array.from({ length: 4 }, (_, index) => ({
  i: 0,
  delta: { type: 'text', text: `about as much text as one event of a fast model holds, no. ${index}` },
  e: `evt_${index}`,
}));
const delta: ChatRecord = { kind: 'delta', turnId: 'turn', events };
const end: ChatRecord = {
  kind: 'end',
  turnId: 'turn',
  end: {
    status: 'done',
    interactionId: 'v1_bench',
    steps: [{ type: 'model_output', content: [{ type: 'text', text: 'An answer of two kilobytes. '.repeat(75) }] }],
    usage: undefined,
    failure: undefined,
    endedAs: undefined,
  },
};
/** Nothing is gathered: each record is measured by itself. */
const clock: Clock = {
  ...systemClock,
  wait: (ms, signal) => (ms === gatherMs ? Promise.resolve() : systemClock.wait(ms, signal)),
};

export const savedDelta: Benchmark = {
  name: 'savedDelta',
  title: 'Saving a piece of an answer, of which there are at most four in a second',
  run: async () => {
    const files = new NodeFiles(temporaryFolder());
    const log = new ChatLog({
      files,
      clock,
      chatId: 'chat',
      locate: () => Promise.resolve({ folder, isNew: true }),
      workspace: undefined,
      windowId: 'bench',
      newId: () => crypto.randomUUID(),
      onError: (error) => console.error(error),
    });
    await log.claim();
    const line = encodeRecord({ writer: 'bench', number: 1, at: 0 }, delta);
    const bare = chatPath(folder, 'bare');
    const saved = await timed(() => log.append(delta, false));
    const synced = await timed(() => log.append(end, true), rounds / 10);
    const appended = await timed(() => files.append(bare, line, { create: true, durable: false }));
    const encoded = await timed(() => void encodeRecord({ writer: 'bench', number: 1, at: 0 }, delta));
    await log.release();
    return [
      { what: 'a piece, until it would survive the process', unit: 'ms', samples: saved },
      { what: 'one in a hundred takes more than', unit: 'ms', samples: [quantile(saved, 0.99)] },
      { what: 'of a piece, making its line', unit: 'ms', samples: encoded },
      { what: 'of a piece, adding it to the file', unit: 'ms', samples: appended },
      { what: 'an end, until it would survive a loss of power', unit: 'ms', samples: synced },
      { what: 'one in a hundred takes more than', unit: 'ms', samples: [quantile(synced, 0.99)] },
    ];
  },
};

/** Milliseconds for each time. */
async function timed(work: () => Promise<void> | void, times = rounds): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const began = performance.now();
    await work();
    samples.push(performance.now() - began);
  }
  return samples;
}
