import type { Clock } from '../base/clock';
import type { InteractionEvent } from '../interactions/events';
import type { InteractionRequest } from '../interactions/port';

/** A request as it was sent. */
interface TapedRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds since the first request of the turn, here and below. */
  readonly ms: number;
  readonly request: InteractionRequest;
}

export interface TapedEvent {
  readonly ms: number;
  readonly event: InteractionEvent;
}

/** What was sent for a turn, and what came of it. */
export interface TurnTape {
  readonly requests: readonly TapedRequest[];
  readonly events: readonly TapedEvent[];
  /** Events that came when the tape was full. */
  readonly lost: number;
}

interface OpenTape {
  readonly startedAt: number;
  readonly requests: TapedRequest[];
  readonly events: TapedEvent[];
  lost: number;
}

/** The tapes of all turns hold no more events than these together. One is as large as the piece of text that it brings. */
const mostEvents = 20_000;
/** A tape holds the history that its request sent. */
const mostTapes = 50;

/** Keeps the requests and events of this window's latest turns for who inspects them. Nothing of it is written to the disk. */
export class TurnTapes {
  private readonly tapes = new Map<string, OpenTape>();
  private count = 0;

  constructor(private readonly clock: Pick<Clock, 'now' | 'wallNow'>) {}

  /** Undefined: the turn was asked in another window, or long ago. */
  of(turnId: string): TurnTape | undefined {
    return this.tapes.get(turnId);
  }

  asked(turnId: string, request: InteractionRequest): void {
    const now = this.clock.now();
    const known = this.tapes.get(turnId);
    const tape = known ?? { startedAt: now, requests: [], events: [], lost: 0 };
    if (!known) this.tapes.set(turnId, tape);
    tape.requests.push({ at: this.clock.wallNow(), ms: now - tape.startedAt, request });
    if (this.tapes.size > mostTapes) this.dropOldest(turnId);
  }

  came(turnId: string, event: InteractionEvent): void {
    const tape = this.tapes.get(turnId);
    if (!tape) return;
    while (this.count >= mostEvents && this.dropOldest(turnId));
    if (this.count >= mostEvents) {
      tape.lost += 1;
      return;
    }
    tape.events.push({ ms: this.clock.now() - tape.startedAt, event });
    this.count += 1;
  }

  /** False: there is none but the one to keep. */
  private dropOldest(keptId: string): boolean {
    for (const [id, { events }] of this.tapes) {
      if (id === keptId) continue;
      this.tapes.delete(id);
      this.count -= events.length;
      return true;
    }
    return false;
  }
}
