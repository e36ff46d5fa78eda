import { element } from './element';

/** The level of the headings that name the authors of messages. Those in an answer are below it. */
export const authorLevel = 2;

/** Names the author of a message, for those who go from heading to heading. What is selected does not take it along. */
export function authorHeading(author: string): HTMLElement {
  return element('h2', 'visually-hidden author-heading', author);
}
