import type { Clock } from '../../base/clock';
import { isJsonObject, numberField, textField } from '../../base/json';
import { leasePath } from '../files/chatPaths';
import type { StorageFiles } from '../files/files';

/** A window on another machine, or one that cannot be asked, has gone away when it was silent for this long. Milliseconds. */
const staleMs = 20_000;
/**
 * A process on this machine that lives but is silent for this long is another one that got its number, or hangs. Long
 * enough to let a window that slept speak first. Milliseconds.
 */
const reusedMs = 5 * 60_000;

interface Holder {
  readonly window: string;
  readonly host: string;
  readonly pid: number;
  /** When it last said that it is there. Milliseconds since 1970. */
  readonly beat: number;
}

/** `taken`: from a window that may still believe to have it. */
export type Claim = 'ours' | 'taken' | 'theirs';

/**
 * The mark of the window that writes a chat, so that people do not write in two windows by accident. No record depends
 * on it: those of two windows end up side by side.
 */
export class Lease {
  private readonly path: string;

  constructor(
    private readonly files: StorageFiles,
    private readonly clock: Clock,
    chatId: string,
    private readonly window: string,
  ) {
    this.path = leasePath(chatId);
  }

  async claim(takeOver: boolean): Promise<Claim> {
    if (await this.files.createNew(this.path, this.content())) return 'ours';
    const holder = await this.holder();
    const mayLive = holder && !this.isGone(holder);
    if (mayLive && !takeOver && !this.isSilent(holder)) return 'theirs';
    await this.files.write(this.path, this.content());
    // Two windows may have found it free at the same time; the mark of the later one stands.
    if ((await this.holder())?.window !== this.window) return 'theirs';
    return mayLive ? 'taken' : 'ours';
  }

  /** Whether another window that is there has the mark. */
  async isHeldElsewhere(): Promise<boolean> {
    const holder = await this.holder();
    return holder !== undefined && !this.isGone(holder) && !this.isSilent(holder);
  }

  /** Says that this window is still there. False: the mark is another window's now. */
  async beat(): Promise<boolean> {
    const holder = await this.holder();
    if (holder && holder.window !== this.window) return false;
    await this.files.write(this.path, this.content());
    return true;
  }

  async release(): Promise<void> {
    if ((await this.holder())?.window === this.window) await this.files.remove(this.path);
  }

  private isGone({ window, host, pid }: Holder): boolean {
    return window === this.window || this.files.isProcessGone(host, pid);
  }

  private isSilent({ host, beat }: Holder): boolean {
    const { host: here } = this.files.process;
    return this.clock.wallNow() - beat > (host === here ? reusedMs : staleMs);
  }

  private content(): Uint8Array {
    const { host, pid } = this.files.process;
    const holder: Holder = { window: this.window, host, pid, beat: this.clock.wallNow() };
    return new TextEncoder().encode(JSON.stringify(holder));
  }

  /** Undefined: it is free. An unreadable lease is being written or was torn; treat it as held. */
  private async holder(): Promise<Holder | undefined> {
    const bytes = await this.files.read(this.path);
    if (!bytes) return undefined;
    const mark = parsed(bytes);
    const window = isJsonObject(mark) ? textField(mark, 'window') : undefined;
    if (!isJsonObject(mark) || window === undefined) {
      const beat = (await this.files.stat(this.path))?.modifiedAt ?? 0;
      return { window: '', host: '', pid: 0, beat };
    }
    return {
      window,
      host: textField(mark, 'host') ?? '',
      pid: numberField(mark, 'pid') ?? 0,
      beat: numberField(mark, 'beat') ?? 0,
    };
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
