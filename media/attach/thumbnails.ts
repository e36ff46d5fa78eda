import type { AttachmentView } from '../../src/protocol/attachment';
import type { MessageOf } from '../../src/protocol/messages';
import { canShow } from '../base/imageData';
import type { PanelContext } from '../panelContext';

/** The height of a thumbnail, and its greatest width. Pixels of the picture: screens have two for each of ours. */
const height = 36;
const mostWidth = 72;

/** Makes the pictures that are attached small enough for their chips. The host keeps the result. */
export class Thumbnails {
  private readonly asked = new Set<string>();

  constructor(private readonly post: PanelContext['post']) {}

  /** Asks for what has no thumbnail yet, once. */
  wantFor(attached: readonly AttachmentView[]): void {
    for (const { id, sort, thumbnail } of attached) {
      if (sort !== 'image' || thumbnail !== undefined || this.asked.has(id)) continue;
      this.asked.add(id);
      this.post({ type: 'fetchPicture', attachmentId: id });
    }
  }

  async make({ attachmentId, mimeType, bytes }: MessageOf<'pictureArrived'>): Promise<void> {
    const thumbnail = canShow(mimeType)
      ? await small(new Blob([new Uint8Array(bytes)], { type: mimeType }))
      : undefined;
    if (thumbnail !== undefined) this.post({ type: 'keepThumbnail', attachmentId, thumbnail });
  }
}

/** A JPEG in base64. Undefined: the browser cannot read the picture. */
async function small(picture: Blob): Promise<string | undefined> {
  try {
    // Read and made small beside the page's own work.
    const bitmap = await createImageBitmap(picture, { resizeHeight: height, resizeQuality: 'medium' });
    const width = Math.min(bitmap.width, mostWidth);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    // What is transparent would be black.
    if (context) context.fillStyle = '#fff';
    context?.fillRect(0, 0, width, height);
    context?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1];
  } catch {
    return undefined;
  }
}
