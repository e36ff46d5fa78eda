import { type Attachment, isRunning, type Turn } from '../conversation/turn';
import type { ChatSession } from './chatSession';
import type { Chats, OpenChatFact } from './chats';
import type { QuestionQueue, QueuedQuestion } from './questionQueue';
import type { AskManner } from './turnRequest';

export interface QueueSenderParts {
  readonly chats: Pick<Chats, 'onDidChangeAnyChat' | 'acquire'>;
  readonly queue: QuestionQueue;
  /** Whether the model of the chat, which may be another one by now, takes what a question has attached. */
  readonly isTaken: (session: ChatSession, attachments: readonly Attachment[]) => boolean;
  /** Asks the user where it does not, for a question they want sent now. Resolves with what goes along; undefined: it waits on. */
  readonly askAboutRefused: (
    session: ChatSession,
    attachments: readonly Attachment[],
  ) => Promise<readonly Attachment[] | undefined>;
  /** A question would have been sent by itself, and waits for the user for that reason. */
  readonly onRefused: (session: ChatSession, question: QueuedQuestion) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Sends the next question of a queue once the answer before it is whole. After an answer that was stopped, failed or cut
 * short, the user decides: what waits may rest on what is missing.
 */
export class QueueSender {
  /** The question of each chat that is being sent. It leaves the queue when its turn is there, so that none gets lost. */
  private readonly sending = new Map<string, string>();
  private isReplacing = false;
  private readonly listening: { dispose(): void };

  constructor(private readonly parts: QueueSenderParts) {
    this.listening = parts.chats.onDidChangeAnyChat((fact) => this.follow(fact));
  }

  /** Sends a question that waits. An answer that is on its way is stopped. */
  async sendNow(session: ChatSession, id: string): Promise<void> {
    const { queue, isTaken, askAboutRefused } = this.parts;
    const question = queue.find(session.chatId, id);
    if (!question) return;
    const attachments = isTaken(session, question.attachments)
      ? question.attachments
      : await askAboutRefused(session, question.attachments);
    // It may have been edited or sent while the user was asked.
    if (!attachments || !queue.find(session.chatId, id)) return;
    this.stop(session);
    await this.send(session, { ...question, attachments });
  }

  /** Stops the answer that is on its way and asks this. What waits stays in the queue. False: nothing was asked. */
  async stopAndSend(
    session: ChatSession,
    prompt: string,
    attachments: readonly Attachment[],
    how: AskManner,
  ): Promise<boolean> {
    this.stop(session);
    return session.send(prompt, attachments, how);
  }

  dispose(): void {
    this.listening.dispose();
  }

  private stop(session: ChatSession): void {
    this.isReplacing = true;
    try {
      session.stop();
    } finally {
      this.isReplacing = false;
    }
  }

  private follow({ session, fact }: OpenChatFact): void {
    if (fact.type === 'turnAdded') this.arrived(session.chatId);
    if (fact.type === 'turnChanged' && !session.isStreaming && !isRunning(fact.turn)) this.ended(session, fact.turn);
  }

  private arrived(chatId: string): void {
    const id = this.sending.get(chatId);
    if (id === undefined) return;
    this.sending.delete(chatId);
    this.parts.queue.remove(chatId, id);
  }

  private ended(session: ChatSession, { status, endedAs }: Turn): void {
    const { queue, isTaken, onRefused, onError } = this.parts;
    const isWhole = status === 'done' && endedAs === undefined;
    if (!isWhole) {
      if (!this.isReplacing) queue.hold(session.chatId);
      return;
    }
    const next = queue.of(session.chatId).find(({ isHeld }) => !isHeld);
    if (!next) return;
    if (isTaken(session, next.attachments)) return void this.send(session, next).catch(onError);
    queue.hold(session.chatId);
    onRefused(session, next);
  }

  private async send(session: ChatSession, { id, prompt, attachments }: QueuedQuestion): Promise<void> {
    const { chatId } = session;
    if (this.sending.has(chatId)) return;
    this.sending.set(chatId, id);
    // The user may show another chat meanwhile.
    const reference = this.parts.chats.acquire(session);
    try {
      if (!(await session.send(prompt, attachments))) this.parts.queue.hold(chatId);
    } finally {
      if (this.sending.get(chatId) === id) this.sending.delete(chatId);
      reference.dispose();
    }
  }
}
