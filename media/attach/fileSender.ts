import { pieceBytes } from '../../src/protocol/attach';
import type { MessageOf } from '../../src/protocol/messages';
import type { PanelContext } from '../panelContext';

/** Sends files that were pasted or dropped to the host, a piece at a time, so that keys are never kept waiting. */
export class FileSender {
  private readonly waiting = new Map<string, (isWanted: boolean) => void>();

  constructor(private readonly post: PanelContext['post']) {}

  async send(files: readonly File[]): Promise<void> {
    for (const file of files) await this.sendOne(file);
  }

  pieceTaken({ uploadId, isWanted }: MessageOf<'pieceTaken'>): void {
    this.waiting.get(uploadId)?.(isWanted);
    this.waiting.delete(uploadId);
  }

  private async sendOne(file: File): Promise<void> {
    const { name, size } = file;
    // Another page may send a file at the same time.
    const uploadId = `${Date.now()}-${Math.random()}`;
    for (let at = 0; at === 0 || at < size; at += pieceBytes) {
      const bytes = await read(file.slice(at, at + pieceBytes));
      const taken = new Promise<boolean>((resolve) => this.waiting.set(uploadId, resolve));
      this.post({ type: 'attachPiece', uploadId, name, size, at, bytes });
      if (!(await taken)) return;
    }
  }
}

/** Nothing where it cannot be read, as of a folder: the host says so. */
async function read(piece: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await piece.arrayBuffer());
  } catch {
    return new Uint8Array();
  }
}
