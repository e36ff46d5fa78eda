import type { MediaAttachment } from '../../../src/core/conversation/turn';

/** A small picture that goes along with a question. */
export const pictureAttachment: MediaAttachment = {
  kind: 'media',
  id: 'p',
  name: 'p.png',
  media: 'image',
  mimeType: 'image/png',
  data: 'QUJD',
};
