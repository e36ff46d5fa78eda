import type { PendingAttachments } from '../chat/pendingAttachments';
import type { QuestionQueue } from '../chat/questionQueue';
import type { Attachment } from '../conversation/turn';
import type { ChatLibrary } from '../storage/library/chatLibrary';

export interface FileUsesParts {
  readonly library: Pick<ChatLibrary, 'list' | 'peek'>;
  readonly pending: Pick<PendingAttachments, 'chatIds' | 'of'>;
  readonly queue: Pick<QuestionQueue, 'chatIds' | 'of'>;
}

/**
 * The titles of the chats that have files at Google among what was attached, by the names of the files. Chats that were
 * not touched since then are not read: files that are newer cannot be in them. Of the chat `except` only what waits in it
 * counts. Fails as the library does.
 */
export async function fileUses(
  { library, pending, queue }: FileUsesParts,
  since: number,
  signal: AbortSignal,
  except?: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const uses = new Map<string, string[]>();
  const add = (title: string, attachments: readonly Attachment[]) => {
    for (const name of new Set(attachments.flatMap(nameAtGoogle))) uses.set(name, [...(uses.get(name) ?? []), title]);
  };
  const waiting = new Set([...pending.chatIds, ...queue.chatIds]);
  for (const { id, title, updatedAt } of await library.list()) {
    const isRead = updatedAt >= since && id !== except;
    if (!isRead && !waiting.has(id)) continue;
    signal.throwIfAborted();
    const turns = (isRead ? await library.peek(id) : undefined)?.turns ?? [];
    add(title, [...turns.flatMap(({ attachments }) => attachments), ...waitingIn(id)]);
    waiting.delete(id);
  }
  // A chat is in the library from its first question on.
  for (const id of waiting) add('', waitingIn(id));
  return uses;

  function waitingIn(id: string): readonly Attachment[] {
    return [...pending.of(id), ...queue.of(id).flatMap(({ attachments }) => attachments)];
  }
}

function nameAtGoogle(attachment: Attachment): readonly string[] {
  return attachment.kind === 'upload' ? [attachment.remote.name] : [];
}
