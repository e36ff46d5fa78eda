import * as l10n from '@vscode/l10n';
import type { MessageOf, ToHost } from '../../src/protocol/messages';
import { canShow } from '../base/imageData';

/** What a picture turned out to be. `address`: absent where the browser cannot show it. `isReal`: its bytes are a picture. */
export interface ArrivedPicture {
  readonly address?: string;
  readonly isReal: boolean;
}

/** The pictures of answers: the host sends the bytes of those that the reader comes near to, once for each chat. */
export class Pictures {
  private readonly waiting = new Map<string, ((picture: ArrivedPicture) => void)[]>();
  private readonly there = new Map<string, ArrivedPicture>();
  private chatId = '';

  /** `tell`: says something to who hears the page. */
  constructor(
    private readonly post: (message: ToHost) => void,
    private readonly tell: (sentence: string) => void,
  ) {}

  /** All is drawn again. Pictures of another chat are let go. */
  begin(chatId: string): void {
    this.waiting.clear();
    if (chatId === this.chatId) return;
    this.chatId = chatId;
    for (const { address } of this.there.values()) if (address !== undefined) URL.revokeObjectURL(address);
    this.there.clear();
  }

  want(turnId: string, part: number, arrived: (picture: ArrivedPicture) => void): void {
    const key = keyOf(turnId, part);
    const picture = this.there.get(key);
    if (picture) {
      arrived(picture);
      return;
    }
    const others = this.waiting.get(key);
    this.waiting.set(key, [...(others ?? []), arrived]);
    if (!others) this.post({ type: 'fetchMedia', turnId, part });
  }

  arrived({ turnId, part, mimeType, bytes }: MessageOf<'mediaArrived'>): void {
    const key = keyOf(turnId, part);
    const waiting = this.waiting.get(key);
    // Of a chat that was left meanwhile.
    if (!waiting) return;
    this.waiting.delete(key);
    const isShown = mimeType !== undefined && canShow(mimeType);
    const picture: ArrivedPicture = {
      isReal: mimeType !== undefined,
      ...(isShown && { address: URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mimeType })) }),
    };
    this.there.set(key, picture);
    for (const show of waiting) show(picture);
  }

  /** Puts it on the clipboard as PNG, the one type that all programs take. False: it cannot be. */
  async copy(image: HTMLImageElement): Promise<boolean> {
    try {
      // The clipboard is asked for at once: the browser allows it only while the key or the button is pressed.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(image) })]);
      this.tell(l10n.t('Copied'));
      return true;
    } catch {
      this.tell(l10n.t('The image could not be copied.'));
      return false;
    }
  }
}

function keyOf(turnId: string, part: number): string {
  return `${part} ${turnId}`;
}

async function pngOf(image: HTMLImageElement): Promise<Blob> {
  const bitmap = await createImageBitmap(image);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
