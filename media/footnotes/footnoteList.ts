import * as l10n from '@vscode/l10n';
import { element } from '../base/element';
import { Pieces } from '../base/pieces';

/** The footnotes of a text, behind it. There is nothing of it while there are none. */
export class FootnoteList {
  private readonly list = element('ol');
  private readonly section = element('section', 'footnotes', this.list);
  private readonly pieces = new Pieces(this.list);

  constructor(private readonly text: HTMLElement) {
    this.section.role = 'doc-endnotes';
    this.section.ariaLabel = l10n.t('Footnotes');
    text.addEventListener('click', ({ target }) => this.go(target));
    text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && this.go(event.target)) event.preventDefault();
    });
  }

  /** Puts an element of the text before the footnotes. */
  insertBefore(node: HTMLElement): void {
    if (this.section.isConnected) this.section.before(node);
    else this.text.append(node);
  }

  add(item: HTMLElement): void {
    this.pieces.append(item);
    if (this.section.parentNode !== this.text) this.text.append(this.section);
  }

  remove(item: HTMLElement): void {
    this.pieces.remove(item);
    if (!this.list.hasChildNodes()) this.section.remove();
  }

  /** From a number to its footnote, and from there back to where the text first names it. */
  private go(from: EventTarget | null): boolean {
    if (!(from instanceof HTMLElement)) return false;
    if (from.className === 'footnote-mention') return show(this.backOf(from.textContent));
    if (from.className === 'footnote-back') return show(this.mentionOf(from.closest('li')?.value));
    return false;
  }

  private backOf(number: string): HTMLElement | undefined {
    const items = Array.from(this.list.querySelectorAll('li'));
    const item = items.find((one) => one.matches('.footnote') && String(one.value) === number);
    return item?.querySelector<HTMLElement>(':scope > .footnote-back') ?? undefined;
  }

  private mentionOf(number: number | undefined): HTMLElement | undefined {
    const mentions = Array.from(this.text.querySelectorAll<HTMLElement>('.footnote-mention'));
    return mentions.find(({ textContent }) => textContent === String(number));
  }
}

function show(target: HTMLElement | undefined): boolean {
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
  return target !== undefined;
}
