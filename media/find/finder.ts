import type { Piece } from './chatText';
import { countIn, matchesIn } from './pattern';

/** How long is searched before the browser gets its turn, in milliseconds. */
const sliceMs = 6;

/** A match: which piece, and its index within the piece, from 0. */
export interface Match {
  readonly piece: Piece;
  readonly nth: number;
}

/** Where the user is in the chat: what is looked for next is looked for from here. */
export interface Anchor {
  readonly piece: number;
  readonly offset: number;
}

export interface FinderEvents {
  /** Runs the task soon, after whatever else the page has to do. */
  readonly later: (task: () => void) => void;
  readonly now: () => number;
  /** What is found has changed. */
  readonly onChange: () => void;
  /** Whether there is nothing to search but what it was given. */
  readonly isWhole: () => boolean;
}

/**
 * Searches the pieces of a chat, in slices. Only how many matches each piece has is kept, so that one letter in a thousand
 * messages costs no memory.
 */
export class Finder {
  private pieces: readonly Piece[] = [];
  private pattern: RegExp | undefined;
  private readonly counts = new Map<Piece, number>();
  private unread: Piece[] = [];
  private isWaiting = false;
  private current: Match | undefined;
  private anchor: Anchor = { piece: 0, offset: 0 };
  /** Whether the first match from the anchor on becomes the current one. */
  private isSeeking = false;

  constructor(private readonly events: FinderEvents) {}

  /** All matches are counted. */
  get isDone(): boolean {
    return this.unread.length === 0 && this.events.isWhole();
  }

  get match(): Match | undefined {
    return this.current;
  }

  get total(): number {
    let total = 0;
    for (const count of this.counts.values()) total += count;
    return total;
  }

  /** Which of all matches the current one is, counted from 1; 0 if there is none. */
  get index(): number {
    if (!this.current) return 0;
    let index = this.current.nth + 1;
    for (const piece of this.pieces) {
      if (piece === this.current.piece) return index;
      index += this.counts.get(piece) ?? 0;
    }
    return 0;
  }

  /** Looks for something else, from the anchor on. */
  search(pieces: readonly Piece[], pattern: RegExp | undefined, anchor: Anchor): void {
    this.pieces = pieces;
    this.pattern = pattern;
    this.anchor = anchor;
    this.counts.clear();
    this.current = undefined;
    this.isSeeking = pattern !== undefined;
    this.unread = pattern ? this.nearestFirst() : [];
    this.readSlice();
  }

  /** The same in other pieces: what was counted in those that stay still holds. */
  update(pieces: readonly Piece[], changed?: Piece): void {
    const anchored = this.pieces[this.anchor.piece];
    const at = anchored ? pieces.indexOf(anchored) : -1;
    if (at >= 0) this.anchor = { ...this.anchor, piece: at };
    this.pieces = pieces;
    if (!this.pattern) return;
    if (changed) this.counts.delete(changed);
    const known = new Set(pieces);
    for (const piece of this.counts.keys()) if (!known.has(piece)) this.counts.delete(piece);
    if (this.current && !known.has(this.current.piece)) this.current = undefined;
    this.unread = this.nearestFirst().filter((piece) => !this.counts.has(piece));
    this.readSlice();
  }

  /** Goes to the next match, or the one before; from the last on to the first. */
  step(step: -1 | 1): void {
    const { pieces, current } = this;
    const at = current ? pieces.indexOf(current.piece) : this.anchor.piece;
    if (current && this.isIn(current.piece, current.nth + step)) {
      this.choose({ piece: current.piece, nth: current.nth + step });
      return;
    }
    const start = current ? step : 0;
    for (let walked = start; Math.abs(walked) <= pieces.length; walked += step) {
      const piece = pieces[(at + walked + pieces.length * 2) % pieces.length];
      const count = piece ? (this.counts.get(piece) ?? 0) : 0;
      if (!piece || count === 0) continue;
      this.choose({ piece, nth: step > 0 ? 0 : count - 1 });
      return;
    }
  }

  /** Where the current match begins, or what was searched from. */
  get place(): Anchor {
    const { current, pattern } = this;
    if (!current || !pattern) return this.anchor;
    let nth = 0;
    for (const { start } of matchesIn(current.piece.text, pattern)) {
      if (nth === current.nth) return { piece: this.pieces.indexOf(current.piece), offset: start };
      nth += 1;
    }
    return this.anchor;
  }

  /** From the anchor on and around, so that the first match shows before the last piece was read. */
  private nearestFirst(): Piece[] {
    const { pieces, anchor } = this;
    return [...pieces.slice(anchor.piece), ...pieces.slice(0, anchor.piece)];
  }

  private isIn(piece: Piece, nth: number): boolean {
    return nth >= 0 && nth < (this.counts.get(piece) ?? 0);
  }

  private choose(match: Match): void {
    this.isSeeking = false;
    this.current = match;
    this.events.onChange();
  }

  private readSlice(): void {
    const end = this.events.now() + sliceMs;
    const { pattern } = this;
    let piece = pattern && this.unread.shift();
    while (pattern && piece) {
      const count = countIn(piece.text, pattern);
      this.counts.set(piece, count);
      if (this.current?.piece === piece && this.current.nth >= count) this.current = undefined;
      if (this.isSeeking && count > 0 && this.isInReach(piece)) this.seek(piece, count, pattern);
      if (this.events.now() >= end) break;
      piece = this.unread.shift();
    }
    // Around once and back before the anchor: only what is there can be meant.
    if (this.isDone && this.isSeeking) this.seekAnywhere();
    this.events.onChange();
    if (this.unread.length === 0 || this.isWaiting) return;
    this.isWaiting = true;
    this.events.later(() => {
      this.isWaiting = false;
      this.readSlice();
    });
  }

  /** Before the anchor the first match counts, which is not known before all pieces are there. */
  private isInReach(piece: Piece): boolean {
    return this.events.isWhole() || this.pieces.indexOf(piece) >= this.anchor.piece;
  }

  /** Takes the first match of the piece, of the anchor's own only one behind the anchor. */
  private seek(piece: Piece, count: number, pattern: RegExp): void {
    let nth = 0;
    if (piece === this.pieces[this.anchor.piece]) {
      for (const { start } of matchesIn(piece.text, pattern)) {
        if (start >= this.anchor.offset) break;
        nth += 1;
      }
    }
    if (nth >= count) return;
    this.isSeeking = false;
    this.current = { piece, nth };
  }

  private seekAnywhere(): void {
    const piece = this.pieces.find((one) => (this.counts.get(one) ?? 0) > 0);
    this.isSeeking = false;
    if (piece) this.current = { piece, nth: 0 };
  }
}
