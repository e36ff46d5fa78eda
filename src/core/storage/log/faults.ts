import type { Stretch } from './scanLines';
import { looksCut } from './tornLine';

/** Bytes of a file that can't be read, or whose meaning is lost. */
export interface Fault {
  readonly start: number;
  readonly end: number;
}

/** Collects what cannot be read of a file, and tells damage from lines whose writer was cut off. */
export class Faults {
  private readonly found: Fault[] = [];
  /** The file ends within a line: its writer was cut off. Nothing that was acknowledged is missing. */
  hasTornTail = false;

  constructor(private readonly bytes: Uint8Array) {}

  get all(): readonly Fault[] {
    return this.found;
  }

  /** Takes note of bytes that are no line. */
  passOver(stretch: Stretch): void {
    if (stretch.end === this.bytes.length && looksCut(this.bytes, stretch)) this.hasTornTail = true;
    else this.add(stretch);
  }

  add({ start, end }: Fault): void {
    this.found.push({ start, end });
  }

  /** A line that begins at `start` says that the `length` bytes before it are a line whose writer was cut off. */
  excuse(start: number, length: number): void {
    const from = start - 1 - length;
    for (let last = this.found.at(-1); last && last.start >= from; last = this.found.at(-1)) this.found.pop();
  }
}
