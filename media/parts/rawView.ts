import { disclosure } from '../base/element';
import { GrowingText } from '../base/longText';

export interface RawView {
  readonly element: HTMLElement;
  append(text: string): void;
}

/** Text as it is, folded away under a title. */
export function rawView(className: string, title: string, text: string): RawView {
  const raw = new GrowingText('pre', text);
  raw.element.dir = 'ltr';
  return { element: disclosure(className, title, raw.element), append: (more) => raw.append(more) };
}
