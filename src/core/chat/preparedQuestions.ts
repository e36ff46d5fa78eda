import { DisposableStore } from '../base/disposables';
import { isJsonObject, type JsonObject, objectsField, textField } from '../base/json';
import type { Attachment } from '../conversation/turn';
import type { StorageFiles } from '../storage/files/files';
import { LatestFile } from '../storage/files/latestFile';
import { readAttachment } from '../storage/log/readAttachment';
import type { Chats } from './chats';
import type { PendingAttachments } from './pendingAttachments';
import { PreparedMedia } from './preparedMedia';
import type { QuestionQueue, QueuedQuestion } from './questionQueue';

export interface PreparedQuestionsParts {
  /** The folder of this workspace. */
  readonly files: Pick<StorageFiles, 'read' | 'write' | 'stat' | 'list' | 'remove'>;
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
  private readonly media: PreparedMedia;

  constructor(private readonly parts: PreparedQuestionsParts) {
    this.file = new LatestFile(parts.files, 'v1/prepared.json');
    this.media = new PreparedMedia(parts.files);
    const save = () => void this.save().catch(parts.onError);
    this.own.add(parts.pending.onDidChange(save));
    this.own.add(parts.queue.onDidChange(save));
  }

  /** Brings back what an earlier run of this window prepared. Only the first call reads. */
  restore(): Promise<void> {
    this.restored ??= this.read();
    return this.restored;
  }

  /** Resolves once all that is prepared now is on disk. */
  saved(): Promise<void> {
    return this.save();
  }

  /** The chat was deleted. */
  forget(chatId: string): void {
    const { pending, queue } = this.parts;
    pending.remove(
      chatId,
      [...pending.of(chatId), ...pending.comingTo(chatId)].map(({ id }) => id),
    );
    for (const { id } of queue.of(chatId)) queue.remove(chatId, id);
  }

  dispose(): void {
    this.own.dispose();
  }

  private async read(): Promise<void> {
    const { chats, pending, queue } = this.parts;
    const [saved] = await Promise.all([
      this.file.read().then((value) => readSaved(value, this.media)),
      chats.restore(),
    ]);
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

  private async state(): Promise<object> {
    const { chats, pending, queue } = this.parts;
    const chatIds = [...new Set([...pending.chatIds, ...queue.chatIds])];
    const emptyChat = chats.current.isEmpty ? chats.current.chatId : undefined;
    const prepared = chatIds.map((chatId) => ({ chatId, attached: pending.unasked(chatId), queued: queue.of(chatId) }));
    const listed: object[] = [];
    for (const { chatId, attached, queued } of prepared) {
      const questions: object[] = [];
      for (const question of queued) {
        questions.push({ ...question, attachments: await this.media.slim(question.attachments) });
      }
      listed.push({ chatId, attachments: await this.media.slim(attached), queued: questions });
    }
    const all = prepared.flatMap(({ attached, queued }) => [attached, ...queued.map(({ attachments }) => attachments)]);
    await this.media.keepOnly(new Set(all.flat().map(({ id }) => id)));
    return { ...(emptyChat !== undefined && { emptyChat }), chats: listed };
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

async function readSaved(value: unknown, media: PreparedMedia): Promise<Saved> {
  if (!isJsonObject(value)) return { chats: [] };
  const emptyChat = textField(value, 'emptyChat');
  const chats: Saved['chats'][number][] = [];
  for (const chat of objectsField(value, 'chats')) {
    const chatId = textField(chat, 'chatId');
    if (chatId === undefined) continue;
    const queued: QueuedQuestion[] = [];
    for (const question of objectsField(chat, 'queued')) queued.push(...(await readQueued(question, media)));
    chats.push({ chatId, attached: await attachmentsOf(chat, media), queued });
  }
  return { ...(emptyChat !== undefined && { emptyChat }), chats };
}

async function readQueued(value: JsonObject, media: PreparedMedia): Promise<readonly QueuedQuestion[]> {
  const id = textField(value, 'id');
  const prompt = textField(value, 'prompt');
  if (id === undefined || prompt === undefined) return [];
  return [{ id, prompt, attachments: await attachmentsOf(value, media), isHeld: value.isHeld === true }];
}

async function attachmentsOf(value: JsonObject, media: PreparedMedia): Promise<readonly Attachment[]> {
  const filled = await media.fill(value);
  return objectsField(filled, 'attachments').flatMap((attachment) => readAttachment(attachment) ?? []);
}
