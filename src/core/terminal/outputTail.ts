import { plainOutput } from './plainOutput';

/** What is kept of each command. Characters. */
export const tailLength = 16_384;

/** The end of what a command wrote. It stays in memory and goes with the terminal. */
export class OutputTail {
  private pieces: string[] = [];
  private length = 0;
  private isCut = false;

  push(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
    // Joined only now and then, so that a program that writes without end costs what it writes.
    if (this.length <= 2 * tailLength) return;
    this.pieces = [this.pieces.join('').slice(-tailLength)];
    this.length = tailLength;
    this.isCut = true;
  }

  /** As the user saw it, from the start of a line. Empty: nothing came, which does not mean that nothing was shown. */
  get text(): string {
    const raw = this.pieces.join('');
    const isCut = this.isCut || raw.length > tailLength;
    const tail = raw.slice(-tailLength);
    // The first line may begin in the middle of a sequence.
    return plainOutput(isCut ? tail.slice(tail.indexOf('\n') + 1) : tail);
  }
}
