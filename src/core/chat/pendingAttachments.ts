import { Emitter } from '../base/emitter';
import type { Attachment } from '../conversation/turn';

/** What goes along with the next question of each chat. */
export class PendingAttachments {
  private readonly pending = new Map<string, readonly Attachment[]>();
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  get chatIds(): readonly string[] {
    return [...this.pending.keys()];
  }

  of(chatId: string): readonly Attachment[] {
    return this.pending.get(chatId) ?? [];
  }

  /** What is there already as it is now is not added a second time. */
  add(chatId: string, attachments: readonly Attachment[]): void {
    const there = this.of(chatId);
    const added = attachments.filter((one) => !there.some((other) => isSame(one, other)));
    if (added.length > 0) this.set(chatId, [...there, ...added]);
  }

  remove(chatId: string, ids: readonly string[]): void {
    const there = this.of(chatId);
    const left = there.filter(({ id }) => !ids.includes(id));
    if (left.length < there.length) this.set(chatId, left);
  }

  /** Adds what was found out about one that is still there. */
  replace(chatId: string, attachment: Attachment): void {
    const there = this.of(chatId);
    if (!there.some(({ id }) => id === attachment.id)) return;
    this.set(
      chatId,
      there.map((one) => (one.id === attachment.id ? attachment : one)),
    );
  }

  dispose(): void {
    this.changed.dispose();
  }

  private set(chatId: string, attachments: readonly Attachment[]): void {
    if (attachments.length > 0) this.pending.set(chatId, attachments);
    else this.pending.delete(chatId);
    this.changed.fire();
  }
}

/** Whether two hold the same, whatever they are called by. What is known of a file besides does not count. */
export function isSame(one: Attachment, other: Attachment): boolean {
  if (one.kind === 'media' && other.kind === 'media') {
    return one.name === other.name && one.mimeType === other.mimeType && one.data === other.data;
  }
  if (one.kind !== other.kind) return false;
  return JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...other, id: '' });
}
