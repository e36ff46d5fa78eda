import * as l10n from '@vscode/l10n';
import type { MediaPart } from '../../src/parts/mediaPart';
import type { MediaAction } from '../../src/protocol/media';
import { ActionButton } from '../base/actionButton';
import { element, type IconName } from '../base/element';
import { RovingStop } from '../base/rovingStop';
import type { ArrivedPicture } from '../pictures/pictures';
import type { PartView } from './partView';

export interface MediaEvents {
  /** Calls back with the picture once its view has come near to what is seen. */
  readonly load: (view: Element, arrived: (picture: ArrivedPicture) => void) => void;
  /** Resolves with false where it cannot be copied. */
  readonly copy: (image: HTMLImageElement) => Promise<boolean>;
  readonly onAction: (action: MediaAction) => void;
}

/** No picture is higher on the page. It can be opened, where it can be made larger. Pixels. */
const mostHeight = 480;

/** A picture; of anything else, a line that says what it is and buttons to open it. Nothing is loaded from elsewhere. */
export function mediaView(part: MediaPart, events: MediaEvents): PartView {
  const { kept, media, mimeType } = part;
  if (!kept)
    return { element: line(l10n.t('Gemini made a file ({0}) that is not loaded: it lies elsewhere.', mimeType)) };
  if (media === 'image') return pictureView(kept, mimeType, events);
  const sentence = sentenceOf(media, mimeType);
  return { element: element('div', 'media', line(sentence), toolbar(sentence, fileButtons(events))) };
}

function pictureView(kept: NonNullable<MediaPart['kept']>, mimeType: string, events: MediaEvents): PartView {
  const image = element('img', 'image is-coming');
  image.alt = l10n.t('Picture made by Gemini');
  image.decoding = 'async';
  reserve(image, kept);
  const copy = new ActionButton('copy', l10n.t('Copy Image'), async () => {
    if (await events.copy(image)) copy.showDone();
  });
  const [open, save] = fileButtons(events);
  const edit = new ActionButton('edit', l10n.t('Edit This Image…'), () => events.onAction('editPicture'));
  const frame = element('div', 'image-frame', image);
  const view = element('div', 'media', frame, toolbar(image.alt, [open, save, copy, edit]));
  image.addEventListener('click', () => events.onAction('openMedia'));
  const fail = (buttons: readonly ActionButton[]) => {
    const sentence = l10n.t('Gemini made a file ({0}) that cannot be shown here.', mimeType);
    view.replaceChildren(line(sentence), toolbar(sentence, buttons));
  };
  image.addEventListener('load', () => image.classList.remove('is-coming'));
  // Its beginning is that of a picture, and the rest is not.
  image.addEventListener('error', () => fail([save]));
  events.load(view, ({ address, isReal }) => {
    if (address !== undefined) image.src = address;
    else fail(isReal ? [open, save, edit] : [save]);
  });
  return { element: view };
}

/** The place that it takes once it is there, so that nothing jumps. */
function reserve(image: HTMLImageElement, { width = 0, height = 0 }: NonNullable<MediaPart['kept']>): void {
  if (width === 0 || height === 0) return;
  const scale = Math.min(1, mostHeight / height);
  image.width = Math.max(1, Math.round(width * scale));
  image.height = Math.max(1, Math.round(height * scale));
}

function fileButtons({ onAction }: MediaEvents): [open: ActionButton, save: ActionButton] {
  const button = (name: IconName, label: string, action: MediaAction) =>
    new ActionButton(name, label, () => onAction(action));
  return [
    button('zoom-in', l10n.t('Open in an Editor'), 'openMedia'),
    button('save', l10n.t('Save to Workspace…'), 'saveMedia'),
  ];
}

function toolbar(name: string, buttons: readonly ActionButton[]): HTMLElement {
  const made = element('div', 'media-toolbar');
  made.ariaLabel = name;
  const stop = new RovingStop(made);
  for (const { element: button } of buttons) stop.add(button);
  return made;
}

function line(sentence: string): HTMLElement {
  const made = element('p', 'media-line', sentence);
  made.dir = 'auto';
  return made;
}

function sentenceOf(media: Exclude<MediaPart['media'], 'image'>, mimeType: string): string {
  switch (media) {
    case 'audio':
      return l10n.t('Recording made by Gemini ({0})', mimeType);
    case 'video':
      return l10n.t('Video made by Gemini ({0})', mimeType);
    case 'document':
      return l10n.t('Document made by Gemini ({0})', mimeType);
  }
}
