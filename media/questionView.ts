import type { AttachmentView, TurnView } from '../src/protocol';
import { button, element, icon } from './element';
import { longText } from './longText';
import { fill, type PanelContext } from './words';

/** The person's half of a turn: what was asked, and what went along. */
export function createQuestion(turn: TurnView, context: PanelContext): HTMLElement {
  const texts = longText(turn.prompt);
  const prompt = element('div', texts.length > 1 ? 'prompt is-long' : 'prompt', ...texts);
  prompt.dir = 'auto';
  const question = element('article', 'message question', prompt);
  if (turn.attachments.length > 0) {
    const chips = turn.attachments.map((attachment) => chip(turn.id, attachment, context));
    question.append(element('div', 'chips', ...chips));
  }
  return question;
}

function chip(turnId: string, { id, label }: AttachmentView, { words, post }: PanelContext): HTMLButtonElement {
  const text = element('span', 'chip-label', label);
  const open = () => post({ type: 'openAttachment', turnId, attachmentId: id });
  const made = button('chip', open, icon('file'), text);
  const name = fill(words.attachment, label);
  // Whoever speaks to the computer says what is to be read on the button.
  made.setAttribute('aria-label', name.includes(label) ? name : `${name} ${label}`);
  made.title = label;
  return made;
}
