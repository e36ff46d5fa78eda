import { Emitter } from '../base/emitter';
import type { Attachment } from '../conversation/turn';

/** A question that waits for its turn, as it will be sent. */
export interface QueuedQuestion {
  readonly id: string;
  readonly prompt: string;
  readonly attachments: readonly Attachment[];
  /** The answer it waited for was stopped or failed. It is sent only when the user says so. */
  readonly isHeld: boolean;
}

/** The questions that wait in each chat until the answer before them is there, in the order they were asked. */
export class QuestionQueue {
  private readonly queues = new Map<string, readonly QueuedQuestion[]>();
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  get chatIds(): readonly string[] {
    return [...this.queues.keys()];
  }

  of(chatId: string): readonly QueuedQuestion[] {
    return this.queues.get(chatId) ?? [];
  }

  find(chatId: string, id: string): QueuedQuestion | undefined {
    return this.of(chatId).find((question) => question.id === id);
  }

  add(chatId: string, questions: readonly QueuedQuestion[]): void {
    if (questions.length > 0) this.set(chatId, [...this.of(chatId), ...questions]);
  }

  remove(chatId: string, id: string): void {
    if (this.find(chatId, id)) {
      this.set(
        chatId,
        this.of(chatId).filter((question) => question.id !== id),
      );
    }
  }

  /** Nothing that waits in this chat now is sent by itself any more. */
  hold(chatId: string): void {
    if (this.of(chatId).some(({ isHeld }) => !isHeld)) {
      this.set(
        chatId,
        this.of(chatId).map((question) => ({ ...question, isHeld: true })),
      );
    }
  }

  dispose(): void {
    this.changed.dispose();
  }

  private set(chatId: string, questions: readonly QueuedQuestion[]): void {
    if (questions.length > 0) this.queues.set(chatId, questions);
    else this.queues.delete(chatId);
    this.changed.fire();
  }
}
