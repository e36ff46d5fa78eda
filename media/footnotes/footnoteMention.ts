import { element } from '../base/element';

/** The number of a footnote in the text, which leads to it. */
export function footnoteMention(number: number): HTMLElement {
  const mention = element('sup', 'footnote-mention', String(number));
  mention.role = 'link';
  mention.tabIndex = 0;
  return mention;
}
