import type { Clock } from '../../base/clock';
import type { ChatRecord, SavedEvent } from '../../conversation/records';
import type { Stamp } from './recordLine';

/** A record on its way to the disk. */
export interface PendingRecord {
  readonly stamp: Stamp;
  readonly record: ChatRecord;
  readonly durable: boolean;
  /** The line, once it was made: a second try writes the same bytes. */
  line?: Uint8Array;
  /** Resolves the promise that `add` returned. */
  readonly settle: () => void;
}

interface Gathered {
  readonly turnId: string;
  readonly events: SavedEvent[];
  readonly settled: Promise<void>;
  readonly settle: () => void;
  readonly timer: AbortController;
}

/** Events of an answer that arrive within this time become one record. Milliseconds. */
export const gatherMs = 100;

/** Records that are not written yet, in order. They stay here until the disk has them. */
export class PendingRecords {
  private queue: PendingRecord[] = [];
  private gathered: Gathered | undefined;
  private number = 0;

  /** `onReady` is called each time that there is something to write. */
  constructor(
    private readonly clock: Clock,
    private readonly writer: string,
    private readonly onReady: (durable: boolean) => void,
  ) {}

  get isEmpty(): boolean {
    return this.queue.length === 0;
  }

  get all(): readonly PendingRecord[] {
    return this.queue;
  }

  /** Resolves once the record is settled. */
  add(record: ChatRecord, durable: boolean): Promise<void> {
    if (record.kind === 'delta' && !durable) return this.gather(record.turnId, record.events);
    this.closeGathered();
    const { promise, resolve } = Promise.withResolvers<void>();
    const replaced = record.kind === 'end' ? this.takeDeltas(record.turnId) : [];
    this.push(record, durable, () => {
      resolve();
      for (const { settle } of replaced) settle();
    });
    return promise;
  }

  /** Makes a record of the events gathered so far, without waiting for more. */
  closeGathered(): void {
    const { gathered } = this;
    if (!gathered) return;
    this.gathered = undefined;
    gathered.timer.abort();
    this.push({ kind: 'delta', turnId: gathered.turnId, events: gathered.events }, false, gathered.settle);
  }

  /** Forgets records that are on the disk. */
  confirm(records: readonly PendingRecord[]): void {
    const confirmed = new Set(records);
    this.queue = this.queue.filter((record) => !confirmed.has(record));
    for (const { settle } of records) settle();
  }

  /** Lets everybody go on who waits, although nothing is on the disk. */
  settleAll(): void {
    for (const { settle } of this.queue) settle();
  }

  private gather(turnId: string, events: readonly SavedEvent[]): Promise<void> {
    if (this.gathered && this.gathered.turnId !== turnId) this.closeGathered();
    this.gathered ??= this.beginGathering(turnId);
    this.gathered.events.push(...events);
    return this.gathered.settled;
  }

  private beginGathering(turnId: string): Gathered {
    const { promise: settled, resolve: settle } = Promise.withResolvers<void>();
    const timer = new AbortController();
    void this.clock.wait(gatherMs, timer.signal).then(() => timer.signal.aborted || this.closeGathered());
    return { turnId, events: [], settled, settle, timer };
  }

  private push(record: ChatRecord, durable: boolean, settle: () => void): void {
    this.number += 1;
    const stamp = { writer: this.writer, number: this.number, at: this.clock.wallNow() };
    this.queue.push({ stamp, record, durable, settle });
    this.onReady(durable);
  }

  /** The end of an answer holds all of it. Pieces the disk has not taken until now need not be kept any longer. */
  private takeDeltas(turnId: string): readonly PendingRecord[] {
    const isDelta = ({ record }: PendingRecord) => record.kind === 'delta' && record.turnId === turnId;
    const deltas = this.queue.filter(isDelta);
    if (deltas.length > 0) this.queue = this.queue.filter((pending) => !isDelta(pending));
    return deltas;
  }
}
