import { isYouTube } from '../conversation/input';
import type { Attachment } from '../conversation/turn';
import type { MediaType } from '../interactions/content';
import { takesMedia } from '../models/modelFacts';

/** What a model does not take of what is attached, as far as it is known. */
export function refusedBy(model: string, attachments: readonly Attachment[]): readonly Attachment[] {
  return attachments.filter((one) => {
    const media = mediaOf(one);
    return media !== undefined && !takesMedia(model, media);
  });
}

/** Undefined: it goes as text. */
function mediaOf(attachment: Attachment): MediaType | undefined {
  switch (attachment.kind) {
    case 'media':
    case 'upload':
      return attachment.media;
    case 'url':
      return isYouTube(attachment.url) ? 'video' : undefined;
    case 'code':
    case 'file':
      return undefined;
  }
}
