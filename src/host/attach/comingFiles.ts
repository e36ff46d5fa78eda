import { joinBytes } from '../../core/storage/files/bytes';
import type { RequestOf } from '../../protocol/messages';
import { mostInMemory } from './readFile';
import type { AttachRefusal } from './refusals';

interface ComingFile {
  readonly size: number;
  readonly pieces: Uint8Array[];
  length: number;
}

interface Taken {
  /** Whether the next piece is wanted. */
  readonly isWanted: boolean;
  /** The whole file, once it is there. */
  readonly bytes?: Uint8Array;
  readonly refusal?: AttachRefusal;
}

/** Files that pages send in pieces. */
export class ComingFiles {
  private readonly files = new Map<string, ComingFile>();

  /** `gone` aborts when the page is gone, and what it was sending with it. */
  take({ uploadId, size, at, bytes }: RequestOf<'attachPiece'>, gone: AbortSignal): Taken {
    if (at === 0) {
      if (size === 0) return { isWanted: false, refusal: 'empty' };
      if (size > mostInMemory) return { isWanted: false, refusal: 'tooFar' };
      this.files.set(uploadId, { size, pieces: [], length: 0 });
      gone.addEventListener('abort', () => this.files.delete(uploadId), { once: true });
    }
    const file = this.files.get(uploadId);
    const fits = file && at === file.length && at + bytes.length <= file.size && bytes.length > 0;
    if (!fits) {
      this.files.delete(uploadId);
      return { isWanted: false, refusal: 'unreadable' };
    }
    file.pieces.push(bytes);
    file.length += bytes.length;
    if (file.length < file.size) return { isWanted: true };
    this.files.delete(uploadId);
    return { isWanted: false, bytes: joinBytes(file.pieces) };
  }
}
