/** How far down in the view a place is brought that was out of it: its surroundings are visible as well. */
const share = 0.4;

/** Scrolls a place into view unless it is there already, with this many pixels kept free at the top. */
export function revealRange(viewport: HTMLElement, range: Range, above: number): void {
  const around = range.startContainer.parentElement;
  // The part that has hidden it shows it, as the browser asks for with its own search.
  around?.closest('[hidden]')?.dispatchEvent(new Event('beforematch'));
  // What is out of sight has no true height. The browser gives it one before it scrolls there.
  if (!isInView(viewport, range, above)) around?.scrollIntoView({ block: 'center', inline: 'nearest' });
  centre(viewport, range, above);
  // The heights of what came into view on the way are known with the next frame.
  requestAnimationFrame(() => centre(viewport, range, above));
  scrollSideways(range);
}

function centre(viewport: HTMLElement, range: Range, above: number): void {
  if (isInView(viewport, range, above)) return;
  const { top } = viewport.getBoundingClientRect();
  viewport.scrollTop += range.getBoundingClientRect().top - top - above - (viewport.clientHeight - above) * share;
}

function isInView(viewport: HTMLElement, range: Range, above: number): boolean {
  const view = viewport.getBoundingClientRect();
  const { top, bottom, height } = range.getBoundingClientRect();
  return height > 0 && top >= view.top + above && bottom <= view.bottom;
}

/** In code, long lines scroll by themselves. */
function scrollSideways(range: Range): void {
  const box = range.startContainer.parentElement?.closest('pre, .table');
  if (!box) return;
  const { left, right } = box.getBoundingClientRect();
  const match = range.getBoundingClientRect();
  if (match.left < left || match.right > right) box.scrollLeft += match.left - left - box.clientWidth * share;
}
