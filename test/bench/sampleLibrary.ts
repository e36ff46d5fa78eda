import { join } from 'node:path';
import { systemClock } from '../../src/core/base/clock';
import { ChatLibrary } from '../../src/core/storage/library/chatLibrary';
import { NodeFiles } from '../../src/host/platform/nodeFiles';
import { type SampleChat, type SampleOptions, writeSampleChats } from './sampleChats';
import { temporaryFolder } from './temporaryFolder';

export interface SampleLibrary {
  /** Where they are. */
  readonly folder: string;
  readonly files: NodeFiles;
  /** In the order in which they were begun. */
  readonly chats: readonly SampleChat[];
  /** A window that knows nothing yet. */
  open(): ChatLibrary;
}

/** Chats on a real disk. They go with this process. */
export async function sampleLibrary(count: number, options: SampleOptions = {}): Promise<SampleLibrary> {
  const folder = join(temporaryFolder(), 'globalStorage');
  const files = new NodeFiles(folder);
  const chats = await writeSampleChats(files, count, options);
  const open = () =>
    new ChatLibrary({
      files,
      clock: systemClock,
      windowId: crypto.randomUUID(),
      newId: () => crypto.randomUUID(),
      now: () => Date.now(),
      onError: (error) => {
        throw error;
      },
    });
  return { folder, files, chats, open };
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** This many measurements, each after what has to be done for it and is not measured. */
export async function measured(
  rounds: number,
  work: () => Promise<unknown>,
  before: (round: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await before(round);
    samples.push(await msOf(work));
  }
  return samples;
}
