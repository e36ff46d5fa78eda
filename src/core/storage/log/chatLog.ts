import type { Disposable } from '../../base/disposables';
import { Emitter, type Event } from '../../base/emitter';
import type { ChatJournal, JournalState } from '../../conversation/journal';
import type { ChatRecord, WorkspaceTag } from '../../conversation/records';
import { every } from '../files/every';
import { encodeForFile } from './blobs';
import { type Changes, ChatFile, type ChatFileParts, ChatGone } from './chatFile';
import { Lease } from './lease';
import { type PendingRecord, PendingRecords } from './pendingRecords';
import { encodeRecord } from './recordLine';

export interface ChatLogParts extends ChatFileParts {
  /** Marks a chat that is new. */
  readonly workspace: WorkspaceTag | undefined;
  /** This window, among all that may have the same chat open. */
  readonly windowId: string;
  readonly newId: () => string;
  /** Called with the error when the disk begins to refuse records. */
  readonly onError: (error: unknown) => void;
}

/** How often a disk that takes nothing is tried again. Milliseconds. */
const retryMs = 10_000;
/** How often the window that writes says that it is there. Milliseconds. */
const beatMs = 5_000;
/** How often a window that only shows a chat looks for what others wrote. Milliseconds. */
const watchMs = 1_000;
/** The most that is written at once, except for a single line. Bytes. */
const largestWrite = 1024 * 1024;

/**
 * The file of one open chat. All records are written, also when another window holds the lease: lines of two
 * windows end up side by side, and nothing that was acknowledged is missing. The lease protects people, not records.
 */
export class ChatLog implements ChatJournal {
  private readonly stateChanged = new Emitter<JournalState>();
  readonly onDidChangeState = this.stateChanged.event;
  private readonly changedElsewhere = new Emitter<void>();
  private readonly writer: string;
  private readonly file: ChatFile;
  private readonly lease: Lease;
  private readonly pending: PendingRecords;
  private shown: JournalState = 'saving';
  private trouble: 'none' | 'failing' | 'deleted' = 'none';
  private isHeld = false;
  private isSaving = false;
  private isDisposed = false;
  /** One thing at a time. */
  private work: Promise<unknown> = Promise.resolve();
  private listeners = 0;
  private watching: Disposable | undefined;
  private beating: Disposable | undefined;
  private retrying: Disposable | undefined;

  constructor(private readonly parts: ChatLogParts) {
    this.writer = parts.newId();
    this.file = new ChatFile(parts, this.writer);
    this.lease = new Lease(parts.files, parts.clock, parts.chatId, parts.windowId);
    this.pending = new PendingRecords(parts.clock, this.writer, (durable) => this.save(durable));
  }

  get state(): JournalState {
    return this.shown;
  }

  /** While it has listeners and this window does not write, the file is checked once a second. */
  readonly onDidChangeElsewhere: Event<void> = (listener) => {
    const registered = this.changedElsewhere.event(listener);
    this.listeners += 1;
    this.watch();
    let isGone = false;
    return {
      dispose: () => {
        registered.dispose();
        if (!isGone) this.listeners -= 1;
        isGone = true;
        this.watch();
      },
    };
  };

  claim(takeOver = false): Promise<boolean> {
    return this.oneByOne(async () => {
      await this.writeAll();
      if (this.file.isNewer || this.trouble === 'deleted') return false;
      // If the lease file can't be created, continue: failing writes are reported separately.
      const claim = await this.lease.claim(takeOver).catch(() => 'ours' as const);
      this.isHeld = claim === 'theirs';
      if (claim === 'taken') {
        void this.pending.add({ kind: 'lease', window: this.parts.windowId }, true);
        await this.writeAll();
      }
      if (claim !== 'theirs') this.beating ??= every(this.parts.clock, beatMs, () => this.beat());
      this.show();
      return claim !== 'theirs';
    });
  }

  isHeldElsewhere(): Promise<boolean> {
    return this.lease.isHeldElsewhere().catch(() => false);
  }

  append(record: ChatRecord, durable: boolean): Promise<void> {
    return this.file.isNewer ? Promise.resolve() : this.pending.add(record, durable);
  }

  release(): Promise<void> {
    this.pending.closeGathered();
    return this.oneByOne(async () => {
      if (!this.pending.isEmpty) await this.writeAll();
      if (!this.beating) return;
      this.stopBeating();
      try {
        if (this.trouble === 'none' && (await this.lease.beat())) await this.compact();
        await this.lease.release();
      } catch (error) {
        // The mark grows stale by itself.
        this.parts.onError(error);
      }
    });
  }

  dispose(): void {
    this.isDisposed = true;
    void this.release();
    this.retrying?.dispose();
    this.watching?.dispose();
    this.stateChanged.dispose();
    this.changedElsewhere.dispose();
  }

  private save(durable: boolean): void {
    if (this.isSaving) return;
    if (this.trouble !== 'none' && !durable) {
      this.pending.settleAll();
      return;
    }
    this.isSaving = true;
    void this.oneByOne(() => this.writeAll());
  }

  /** Writes what is pending, as far as the disk takes it. */
  private async writeAll(): Promise<void> {
    try {
      this.notice(await this.file.inspect());
      this.notice(await this.file.look());
      while (!this.pending.isEmpty && !this.file.isNewer) await this.writeSome();
      this.recover();
    } catch (error) {
      this.fail(error);
    }
    // Publish the state before resolving waiters.
    this.show();
    if (this.file.isNewer) this.pending.confirm(this.pending.all);
    if (this.trouble !== 'none') this.pending.settleAll();
    this.isSaving = false;
    // A listener may have added to what is pending just now.
    if (this.trouble === 'none' && !this.pending.isEmpty) this.save(true);
  }

  private async writeSome(): Promise<void> {
    const { files, chatId, workspace } = this.parts;
    const records: PendingRecord[] = [];
    const lines: Uint8Array[] = [];
    let size = 0;
    for (const pending of this.pending.all) {
      pending.line ??= await encodeForFile(files, chatId, pending.stamp, pending.record);
      size += pending.line.length;
      if (lines.length > 0 && size > largestWrite) break;
      records.push(pending);
      lines.push(pending.line);
    }
    const [first] = records;
    if (first && this.file.isUnwritten) {
      const { at } = first.stamp;
      lines.unshift(encodeRecord({ writer: this.writer, number: 0, at }, { kind: 'chat', createdAt: at, workspace }));
    }
    await this.file.append(
      lines,
      records.some(({ durable }) => durable),
    );
    this.recover();
    this.show();
    this.pending.confirm(records);
  }

  private notice({ isForeign, leaseOf }: Changes): void {
    if (this.beating && leaseOf !== undefined && leaseOf !== this.parts.windowId) this.lose();
    if (isForeign) this.changedElsewhere.fire();
  }

  /** Another window writes now. */
  private lose(): void {
    this.isHeld = true;
    this.stopBeating();
    this.changedElsewhere.fire();
  }

  private fail(error: unknown): void {
    const trouble = error instanceof ChatGone ? 'deleted' : 'failing';
    if (trouble === 'failing' && this.trouble !== 'failing') this.parts.onError(error);
    this.trouble = trouble;
    if (trouble === 'deleted') this.stopBeating();
    if (trouble === 'deleted' || this.isDisposed) this.retrying?.dispose();
    else this.retrying ??= every(this.parts.clock, retryMs, () => this.oneByOne(() => this.writeAll()));
  }

  private recover(): void {
    this.trouble = 'none';
    this.retrying?.dispose();
    this.retrying = undefined;
    this.watch();
  }

  /** Looks for what others did. A chat that was deleted and is there again is written on. */
  private async lookAround(): Promise<void> {
    try {
      this.notice(await this.file.look());
      if (this.trouble === 'deleted') await this.writeAll();
    } catch (error) {
      // A look that fails says nothing; the next record will.
      if (error instanceof ChatGone) this.fail(error);
    }
    this.watch();
    this.show();
  }

  private beat(): Promise<void> {
    return this.oneByOne(async () => {
      await this.lookAround();
      if (this.beating && !(await this.lease.beat().catch(() => true))) this.lose();
      this.show();
    });
  }

  private stopBeating(): void {
    this.beating?.dispose();
    this.beating = undefined;
    this.watch();
  }

  private watch(): void {
    const isWanted = this.listeners > 0 && !this.beating && !this.isDisposed && !this.file.isUnwritten;
    if (isWanted) {
      this.watching ??= every(this.parts.clock, watchMs, () => this.oneByOne(() => this.lookAround()));
      return;
    }
    this.watching?.dispose();
    this.watching = undefined;
  }

  private async compact(): Promise<void> {
    const { compactChat } = await import('./compactChat');
    const size = await compactChat(this.parts.files, this.parts.chatId, this.file.path);
    if (size !== undefined) this.file.exchanged(size);
  }

  private show(): void {
    const { isNewer } = this.file;
    const held = this.isHeld ? 'heldElsewhere' : 'saving';
    const state = isNewer ? 'newer' : this.trouble === 'none' ? held : this.trouble;
    if (state === this.shown) return;
    this.shown = state;
    this.stateChanged.fire(state);
  }

  private oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.work.then(work);
    this.work = turn.catch(() => undefined);
    return turn;
  }
}
