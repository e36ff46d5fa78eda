import type { Turn } from './turn';

/** How often a streaming answer is written while it grows, in milliseconds. */
const savePeriodMs = 250;

/**
 * Writes a turn while it streams: never two writes at once, at most one per period, always the latest state last.
 * A write that fails is reported and does not stop the chat.
 */
export class TurnSaver {
  private pending: (() => Turn) | undefined;
  private writing: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly save: (turn: Turn) => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Asks for a write within the period. `latest` is called when the write begins, not before. */
  schedule(latest: () => Turn): void {
    this.pending = latest;
    if (this.timer === undefined && !this.writing) this.timer = setTimeout(() => void this.write(), savePeriodMs);
  }

  /** Writes at once and resolves when it is done. */
  async flush(latest: () => Turn): Promise<void> {
    this.pending = latest;
    await this.writing;
    await this.write();
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const latest = this.pending;
    if (!latest) return;
    this.pending = undefined;
    this.writing = this.save(latest()).catch(this.onError);
    await this.writing;
    this.writing = undefined;
    if (this.pending) this.schedule(this.pending);
  }
}
