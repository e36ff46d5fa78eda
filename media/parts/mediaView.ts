import * as l10n from '@vscode/l10n';
import type { MediaPart } from '../../src/parts/mediaPart';
import { element } from '../base/element';
import { imageAddress } from '../base/imageData';
import type { PartView } from './partView';

/** A picture; of anything else, a line that says what it is. Nothing is loaded from elsewhere. */
export function mediaView({ mimeType, data }: MediaPart): PartView {
  const address = data === undefined ? undefined : imageAddress(mimeType, data);
  if (!address) {
    const sentence =
      data === undefined
        ? l10n.t('Gemini made a file ({0}) that is not loaded: it lies elsewhere.', mimeType)
        : l10n.t('Gemini made a file ({0}) that cannot be shown here.', mimeType);
    return { element: element('p', 'media-line', sentence) };
  }
  const image = element('img', 'image');
  image.alt = l10n.t('Picture made by Gemini');
  image.src = address;
  return { element: image };
}
