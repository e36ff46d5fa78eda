import type { MediaPart } from '../../src/parts/mediaPart';
import { element } from '../base/element';
import { imageAddress } from '../base/imageData';
import { fill } from '../base/words';
import type { PanelContext } from '../panelContext';
import type { PartView } from './partView';

/** A picture; of anything else, a line that says what it is. Nothing is loaded from elsewhere. */
export function mediaView({ mimeType, data }: MediaPart, { words }: PanelContext): PartView {
  const address = data === undefined ? undefined : imageAddress(mimeType, data);
  if (!address) {
    const sentence = data === undefined ? words.remoteMedia : words.media;
    return { element: element('p', 'media-line', fill(sentence, mimeType)) };
  }
  const image = element('img', 'image');
  image.alt = words.image;
  image.src = address;
  return { element: image };
}
