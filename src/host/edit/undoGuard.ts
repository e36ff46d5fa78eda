export type ChangeCause = 'undo' | 'redo' | 'edit';

/**
 * Keeps undo from walking back into the stream: each piece that VS Code reads into an open document is one step of undo,
 * and nothing takes these steps away. Knows texts by their length and a hash.
 */
export class UndoGuard {
  private readonly frames = new Map<number, Set<number>>();
  private whole: string | undefined;

  /** The document held this while the proposal was being written. */
  frame(text: string): void {
    const hashes = this.frames.get(text.length) ?? new Set();
    this.frames.set(text.length, hashes.add(hashOf(text)));
  }

  /** The document holds all of the proposal. What it held before may not come back. */
  finish(text: string): void {
    this.whole = text;
    this.drop(text);
  }

  /** Whether the proposal stands as Gemini wrote it, so that there is nothing to undo. */
  isPristine(text: string): boolean {
    return text === this.whole;
  }

  /** After a change: whether it was an undo that led back into the stream, so that it has to be done again. */
  ledBack(text: string, cause: ChangeCause): boolean {
    if (!this.isInStream(text)) return false;
    // Where the user's own hand made the text what it once was, undo may lead there. Several undos lead several steps
    // back, and each redo of ours but the last one passes through the stream.
    if (cause === 'edit') this.drop(text);
    return cause === 'undo';
  }

  /** Whether this is a text of the stream, which is over. */
  isInStream(text: string): boolean {
    if (this.whole === undefined) return false;
    return this.frames.get(text.length)?.has(hashOf(text)) ?? false;
  }

  private drop(text: string): void {
    this.frames.get(text.length)?.delete(hashOf(text));
  }
}

/** FNV-1a of the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
