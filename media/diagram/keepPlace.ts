/**
 * Changes the height of a block without moving what is read. The browser sees to that by what is at the top of the view,
 * which is the very thing that goes if it is a part of the block: then what comes behind the block stays.
 */
export function keepPlace(viewport: Element | null, block: Element, change: () => void): void {
  const top = viewport?.getBoundingClientRect().top ?? 0;
  const before = block.getBoundingClientRect();
  change();
  if (!viewport || before.height === 0 || before.top >= top) return;
  viewport.scrollTop += block.getBoundingClientRect().bottom - before.bottom;
}
