/** What scrolls by itself within an answer. */
const scrollers = '.table, .formula, .inline-formula.is-long, .diagram';

/** Less than this is a rounding of the browser, in pixels. */
const leastCut = 1;

/**
 * Marks what is cut at an edge, so that it fades out there and shows that it scrolls. An animation along the scroll would need
 * no script, and would cost in every frame for every table of the chat, seen or not. Here only what is laid out is looked
 * at, and only when its size or its place has changed.
 */
export function markCutEdges(page: HTMLElement): void {
  const sizes = new ResizeObserver((entries) => {
    for (const scroller of new Set(entries.map(({ target }) => target.closest(scrollers))))
      if (scroller) mark(scroller);
  });
  const each = (root: Element, work: (scroller: Element) => void) => {
    const outer = root.closest(scrollers);
    if (outer) work(outer);
    root.querySelectorAll(scrollers).forEach(work);
  };
  const watch = (scroller: Element) => {
    sizes.observe(scroller);
    // A table that grows, or a formula that is drawn, leaves the box around it as wide as it is.
    if (scroller.firstElementChild) sizes.observe(scroller.firstElementChild);
  };
  const leave = (scroller: Element) => {
    sizes.unobserve(scroller);
    if (scroller.firstElementChild) sizes.unobserve(scroller.firstElementChild);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) each(node, watch);
    }
  }).observe(page, { childList: true, subtree: true });
  // Comes for what the browser no longer lays out, and for what it lays out again.
  page.addEventListener(
    'contentvisibilityautostatechange',
    (event) => {
      if (!(event instanceof ContentVisibilityAutoStateChangeEvent) || !(event.target instanceof Element)) return;
      each(event.target, event.skipped ? leave : watch);
    },
    true,
  );
  page.addEventListener(
    'scroll',
    ({ target }) => {
      if (target instanceof Element && target.matches(scrollers)) mark(target);
    },
    { capture: true, passive: true },
  );
}

function mark(scroller: Element): void {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = scroller;
  // From right to left the place counts downwards from 0.
  const before = Math.abs(scrollLeft);
  const behind = scrollWidth - clientWidth - before;
  const below = scrollHeight - clientHeight - scrollTop;
  scroller.classList.toggle('is-cut-start', before > leastCut);
  scroller.classList.toggle('is-cut-end', behind > leastCut);
  scroller.classList.toggle('is-cut-top', scrollTop > leastCut);
  scroller.classList.toggle('is-cut-bottom', below > leastCut);
}
