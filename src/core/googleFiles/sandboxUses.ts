import type { ChatLibrary } from '../storage/library/chatLibrary';

/** A chat whose agents worked in a sandbox. */
export interface SandboxUse {
  readonly chatId: string;
  /** Empty while it has none. */
  readonly title: string;
}

/**
 * The chats that have answers from a sandbox, by the ids of the sandboxes; the chat that was touched last comes first. Chats
 * that were not touched since then are not read: a sandbox that is younger cannot be in them. Fails as the library does.
 */
export async function sandboxUses(
  library: Pick<ChatLibrary, 'list' | 'peek'>,
  since: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly SandboxUse[]>> {
  const uses = new Map<string, SandboxUse[]>();
  for (const { id: chatId, title, updatedAt } of await library.list()) {
    if (updatedAt < since) continue;
    signal.throwIfAborted();
    const turns = (await library.peek(chatId))?.turns ?? [];
    for (const id of new Set(turns.flatMap(({ environmentId }) => environmentId ?? []))) {
      uses.set(id, [...(uses.get(id) ?? []), { chatId, title }]);
    }
  }
  return uses;
}
