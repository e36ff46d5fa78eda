import { systemClock } from '../../../../../src/core/base/clock';
import { chatPath } from '../../../../../src/core/storage/files/chatPaths';
import type { StorageFiles } from '../../../../../src/core/storage/files/files';
import { ChatLibrary } from '../../../../../src/core/storage/library/chatLibrary';
import { MemoryFiles } from '../memoryFiles';

export const day = 24 * 60 * 60 * 1000;

export interface LibraryUnderTest<Files extends StorageFiles> {
  readonly files: Files;
  readonly library: ChatLibrary;
  /** What went wrong without having been asked for. */
  readonly errors: unknown[];
  /** A window of its own over the same files. */
  otherWindow(): LibraryUnderTest<Files>;
  /** Lets the clock on the wall go on. */
  pass(ms: number): void;
}

export function libraryUnderTest(): LibraryUnderTest<MemoryFiles> {
  return libraryOver(new MemoryFiles());
}

export function libraryOver<Files extends StorageFiles>(
  files: Files,
  time = { now: Date.UTC(2026, 10, 20) },
): LibraryUnderTest<Files> {
  const errors: unknown[] = [];
  const library = new ChatLibrary({
    files,
    clock: systemClock,
    windowId: crypto.randomUUID(),
    newId: () => crypto.randomUUID(),
    now: () => time.now,
    onError: (error) => errors.push(error),
  });
  const pass = (ms: number) => {
    time.now += ms;
  };
  return { files, library, errors, otherWindow: () => libraryOver(files, time), pass };
}

export function pathOf(chatId: string, year = '2026'): string {
  return chatPath(`v1/chats/${year}`, chatId);
}

/** Everything that is found, in the order in which it came. */
export async function found(library: ChatLibrary, query: string): Promise<readonly { chatId: string; line: string }[]> {
  const hits: { chatId: string; line: string }[] = [];
  for await (const batch of library.search(query, new AbortController().signal)) {
    hits.push(...batch.map(({ chatId, line }) => ({ chatId, line })));
  }
  return hits;
}
