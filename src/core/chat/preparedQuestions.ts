import { DisposableStore } from '../base/disposables';
import { isJsonObject, type JsonObject, objectsField, textField } from '../base/json';
import type { Attachment } from '../conversation/turn';
import type { StorageFiles } from '../storage/files/files';
import { LatestFile } from '../storage/files/latestFile';
import { readAttachment } from '../storage/log/readAttachment';
import type { Chats } from './chats';
import type { PendingAttachments } from './pendingAttachments';
import type { QuestionQueue, QueuedQuestion } from './questionQueue';

export interface PreparedQuestionsParts {
  /** The folder of this workspace. */
  readonly files: Pick<StorageFiles, 'read' | 'write'>;
  readonly chats: Pick<Chats, 'current' | 'find' | 'restore'>;
  readonly pending: PendingAttachments;
  readonly queue: QuestionQueue;
  readonly onError: (error: unknown) => void;
}

/** What is prepared in the chats of a window and was not asked yet, as a file: no reload and no crash takes it away. */
export class PreparedQuestions {
  private readonly own = new DisposableStore();
  private restored: Promise<void> | undefined;
  private readonly file: LatestFile;

  constructor(private readonly parts: PreparedQuestionsParts) {
    this.file = new LatestFile(parts.files, 'v1/prepared.json');
    const save = () => void this.save().catch(parts.onError);
    this.own.add(parts.pending.onDidChange(save));
    this.own.add(parts.queue.onDidChange(save));
  }

  /** Brings back what an earlier run of this window prepared. Only the first call reads. */
  restore(): Promise<void> {
    this.restored ??= this.read();
    return this.restored;
  }

  /** The chat was deleted. */
  forget(chatId: string): void {
    const { pending, queue } = this.parts;
    pending.remove(
      chatId,
      pending.of(chatId).map(({ id }) => id),
    );
    for (const { id } of queue.of(chatId)) queue.remove(chatId, id);
  }

  dispose(): void {
    this.own.dispose();
  }

  private async read(): Promise<void> {
    const { chats, pending, queue } = this.parts;
    const [saved] = await Promise.all([this.file.read().then(readSaved), chats.restore()]);
    for (const { chatId: savedId, attached, queued } of saved.chats) {
      // An empty chat has no file and another id in each run.
      const isEmpty = savedId === saved.emptyChat;
      if (isEmpty && !chats.current.isEmpty) continue;
      const chatId = isEmpty ? chats.current.chatId : savedId;
      // An answer that a crash left unfinished is completed, and what waits for it is then sent.
      const isHeld = chats.find(chatId)?.awaitsAnswer !== true;
      pending.add(chatId, attached);
      queue.add(
        chatId,
        queued.map((question) => (isHeld ? { ...question, isHeld } : question)),
      );
    }
  }

  private async save(): Promise<void> {
    // What is on disk already must not be written over unread.
    await this.restore();
    await this.file.save(() => this.state());
  }

  private state(): Saved {
    const { chats, pending, queue } = this.parts;
    const chatIds = [...new Set([...pending.chatIds, ...queue.chatIds])];
    return {
      ...(chats.current.isEmpty && { emptyChat: chats.current.chatId }),
      chats: chatIds.map((chatId) => ({ chatId, attached: pending.of(chatId), queued: queue.of(chatId) })),
    };
  }
}

interface Saved {
  /** The chat that was shown and had no question yet. */
  readonly emptyChat?: string;
  readonly chats: readonly {
    readonly chatId: string;
    readonly attached: readonly Attachment[];
    readonly queued: readonly QueuedQuestion[];
  }[];
}

function readSaved(value: unknown): Saved {
  if (!isJsonObject(value)) return { chats: [] };
  const emptyChat = textField(value, 'emptyChat');
  const chats = objectsField(value, 'chats').flatMap((chat) => {
    const chatId = textField(chat, 'chatId');
    if (chatId === undefined) return [];
    return [
      { chatId, attached: attachmentsOf(chat, 'attached'), queued: objectsField(chat, 'queued').flatMap(readQueued) },
    ];
  });
  return { ...(emptyChat !== undefined && { emptyChat }), chats };
}

function readQueued(value: JsonObject): readonly QueuedQuestion[] {
  const id = textField(value, 'id');
  const prompt = textField(value, 'prompt');
  if (id === undefined || prompt === undefined) return [];
  return [{ id, prompt, attachments: attachmentsOf(value, 'attachments'), isHeld: value.isHeld === true }];
}

function attachmentsOf(value: JsonObject, field: string): readonly Attachment[] {
  return objectsField(value, field).flatMap((attachment) => readAttachment(attachment) ?? []);
}
