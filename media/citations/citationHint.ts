import { element } from '../base/element';

/** Between the link and what is said of it. CSS pixels. */
const gap = 4;

/**
 * Says at a citation that has the keyboard what it leads to. Under the pointer the browser does. The place is a rule of a
 * sheet of our own: the policy of the page forbids styles in elements.
 */
export function hintAtCitations(root: HTMLElement): void {
  const hint = element('div', 'citation-hint');
  // Screen readers say the name of the link.
  hint.ariaHidden = 'true';
  hint.popover = 'manual';
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let link: HTMLElement | undefined;
  const place = () => {
    if (!link) return;
    const { left, top, bottom } = link.getBoundingClientRect();
    const { width, height } = hint.getBoundingClientRect();
    const x = Math.max(0, Math.min(left, innerWidth - width));
    const below = bottom + gap;
    const y = below + height > innerHeight ? Math.max(0, top - gap - height) : below;
    sheet.replaceSync(`.citation-hint { left: ${x}px; top: ${y}px; }`);
  };
  root.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches('.citation > :focus-visible')) return;
    link = target;
    if (!hint.isConnected) root.append(hint);
    hint.textContent = link.title;
    hint.showPopover();
    place();
  });
  root.addEventListener('focusout', () => {
    link = undefined;
    if (hint.isConnected) hint.hidePopover();
  });
  // What gets the focus may be scrolled into view.
  root.addEventListener('scroll', place, { capture: true, passive: true });
}
