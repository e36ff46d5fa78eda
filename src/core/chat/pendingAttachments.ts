import { Emitter } from '../base/emitter';
import type { Attachment } from '../conversation/turn';
import type { MediaType } from '../interactions/content';

/** A file that is being uploaded. */
export interface ComingAttachment {
  readonly id: string;
  readonly name: string;
  readonly media: MediaType;
  /** 0 to 100. */
  readonly percent: number;
  cancel(): void;
}

/** What was taken to be asked with. */
export interface TakenAttachments {
  readonly attachments: readonly Attachment[];
  /** They are on disk with their question. */
  release(): void;
  /** The question was not asked. Does nothing after `release`. */
  giveBack(): void;
}

/** What goes along with the next question of each chat. */
export class PendingAttachments {
  private readonly pending = new Map<string, readonly Attachment[]>();
  private readonly taken = new Set<{ readonly chatId: string; readonly attachments: readonly Attachment[] }>();
  private readonly coming = new Map<string, readonly ComingAttachment[]>();
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  get chatIds(): readonly string[] {
    return [...this.pending.keys(), ...[...this.taken].map(({ chatId }) => chatId)];
  }

  of(chatId: string): readonly Attachment[] {
    return this.pending.get(chatId) ?? [];
  }

  /** All that no question on disk has, also what was taken to be asked with. */
  unasked(chatId: string): readonly Attachment[] {
    const taken = [...this.taken].filter((one) => one.chatId === chatId);
    return [...taken.flatMap(({ attachments }) => attachments), ...this.of(chatId)];
  }

  /** Takes all that is attached to a question that is about to be asked. */
  take(chatId: string): TakenAttachments {
    const taken = { chatId, attachments: this.of(chatId) };
    this.taken.add(taken);
    this.remove(
      chatId,
      taken.attachments.map(({ id }) => id),
    );
    const release = () => {
      const isFirst = this.taken.delete(taken);
      if (isFirst) this.changed.fire();
      return isFirst;
    };
    return {
      attachments: taken.attachments,
      release,
      giveBack: () => {
        if (release()) this.add(chatId, taken.attachments);
      },
    };
  }

  /** What is there already as it is now is not added a second time. */
  add(chatId: string, attachments: readonly Attachment[]): void {
    const there = this.of(chatId);
    const added = attachments.filter((one) => !there.some((other) => isSame(one, other)));
    if (added.length > 0) this.set(chatId, [...there, ...added]);
  }

  /** What is on its way to Google and cannot go along yet. */
  comingTo(chatId: string): readonly ComingAttachment[] {
    return this.coming.get(chatId) ?? [];
  }

  /** Shows one that is on its way, as far as it is. */
  setComing(chatId: string, coming: ComingAttachment): void {
    const there = this.comingTo(chatId);
    const isThere = there.some(({ id }) => id === coming.id);
    const others = there.map((one) => (one.id === coming.id ? coming : one));
    this.coming.set(chatId, isThere ? others : [...there, coming]);
    this.changed.fire();
  }

  /** It has arrived, or never will. */
  endComing(chatId: string, id: string): void {
    const left = this.comingTo(chatId).filter((one) => one.id !== id);
    if (left.length > 0) this.coming.set(chatId, left);
    else this.coming.delete(chatId);
    this.changed.fire();
  }

  /** One that is on its way is cancelled. */
  remove(chatId: string, ids: readonly string[]): void {
    for (const { id, cancel } of this.comingTo(chatId)) if (ids.includes(id)) cancel();
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
  return JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...other, id: '' });
}
