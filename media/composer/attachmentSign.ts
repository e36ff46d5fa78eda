import type { AttachmentView } from '../../src/protocol/attachment';
import { element, type IconName, icon } from '../base/element';
import { imageAddress } from '../base/imageData';

const signs: Readonly<Record<NonNullable<AttachmentView['sort']>, IconName>> = {
  image: 'file-media',
  audio: 'unmute',
  video: 'device-camera-video',
  document: 'file-pdf',
  page: 'globe',
};

/** What stands before the name on a chip: the picture itself made small, or a sign for its kind. */
export function attachmentSign({ sort, thumbnail }: AttachmentView): HTMLElement {
  const address = thumbnail === undefined ? undefined : imageAddress('image/jpeg', thumbnail);
  if (address === undefined) return icon(sort === undefined ? 'file' : signs[sort]);
  const image = element('img', 'thumbnail');
  // The name beside it says what it is.
  image.alt = '';
  image.src = address;
  return image;
}

/** The name and what is known of it besides, for a title. */
export function attachmentTitle({ label, details }: AttachmentView): string {
  return details === undefined ? label : `${label} (${details})`;
}
