/**
 * Feeds a renderer one chunk for each frame, as a fast model does. The browser is started without a limit to its frames;
 * what a screen of 60 frames a second would wait is left out, but seen by whoever looks at the clock.
 */
const frameMs = 1000 / 60;
const realLookMs = 40;
const lookMs = 150;

/** @param {(host: HTMLElement) => { push(text: string): void, settle(): void }} createRenderer */
export function startHarness(createRenderer) {
  const clock = skippingClock();
  const scroller = document.querySelector('.conversation');
  const host = document.querySelector('.answer-body');
  let mutations = 0;
  new MutationObserver((records) => {
    mutations += records.length;
  }).observe(host, { subtree: true, childList: true, characterData: true, attributes: true });
  // All follow the end alike: after layout and before paint.
  new ResizeObserver(() => {
    scroller.scrollTop = scroller.scrollHeight;
  }).observe(host);

  const renderer = createRenderer(host);
  let chunks = [];

  const frame = async (text) => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (text !== '') renderer.push(text);
    // Behind all that the renderer has put off to a task of its own, and behind the painting of the frame.
    await scheduler.postTask(() => undefined, { priority: 'background' });
    clock.skipTo(frameMs);
  };

  window.bench = {
    /** The stream, of which `feed` and `jump` take the next part. */
    load: (stream) => {
      chunks = stream;
    },
    /** The chunks up to this one, one for each frame. */
    feed: async (count) => {
      for (const chunk of chunks.splice(0, count)) await frame(chunk);
    },
    /** The next chunks as one. */
    jump: (count) => frame(chunks.splice(0, count).join('')),
    /** Resolves when nothing has changed in the page for so many looks. On its clock they are further apart. */
    rest: async (quietLooks) => {
      for (let quiet = 0; quiet < quietLooks; ) {
        const before = mutations;
        await frame('');
        await new Promise((resolve) => setTimeout(resolve, realLookMs));
        clock.skipTo(lookMs);
        quiet = mutations === before ? quiet + 1 : 0;
      }
    },
    settle: () => renderer.settle(),
    text: () => host.textContent,
    elements: () => host.querySelectorAll('*').length,
  };
}

/** Makes the clock of the page one that can be put forward. */
function skippingClock() {
  const realNow = performance.now.bind(performance);
  let skipped = 0;
  let frameAt = realNow();
  performance.now = () => realNow() + skipped;
  return {
    /** Puts it forward to this long after the last time, unless it is later. */
    skipTo: (ms) => {
      skipped += Math.max(0, frameAt + ms - performance.now());
      frameAt = performance.now();
    },
  };
}
