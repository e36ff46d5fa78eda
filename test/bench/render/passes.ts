import { scaled } from '../scale';
import type { Look } from './looks';
import type { RendererPage } from './rendererPage';

/** Runs something, and tells what it cost. */
type Measure = (work: () => Promise<unknown>) => Promise<number>;

/** A way through a whole stream, on which some or all of its frames are looked at. */
export type Pass = (page: RendererPage, measure: Measure) => Promise<readonly Look[]>;

/** A slow renderer would take hours for all frames. So the first are streamed, and some at each of these parts. */
const beginning = scaled(120, 20);
const sampledParts = scaled([0.08, 0.2, 0.4, 0.6, 0.8, 1], [0.5, 1]);
/** At each of them so many, and fewer if they take too long. */
const mostFrames = scaled(60, 10);
const leastFrames = 4;
const enoughMs = scaled(800, 0);

/** Frames that are looked at together in a stream that is shown from end to end. */
const framesAtOnce = scaled(100, 10);

/** Jumps through the stream, with a look at some frames between the jumps. */
export const bySamples: Pass = async (page, measure) => {
  const total = page.left;
  const looks = [await look(page, beginning, measure)];
  for (const part of sampledParts) {
    const jump = Math.round(total * part) - mostFrames - page.given;
    if (jump > 0) await page.jump(jump);
    looks.push(await enough(page, measure));
  }
  await page.jump(page.left);
  await page.settle();
  return looks;
};

/** Shows the stream as it comes. What is still to be done behind its end counts with its last frames. */
export const fromEndToEnd: Pass = async (page, measure) => {
  const looks: Look[] = [];
  while (page.left > framesAtOnce) looks.push(await look(page, framesAtOnce, measure));
  const [at, frames] = [page.given, page.left];
  return [...looks, { at, frames, sum: await measure(() => toTheEnd(page)) }];
};

/** The same in a single look, for what takes longer to begin and to end than a frame takes. */
export const inOneLook: Pass = async (page, measure) => {
  const frames = page.left;
  return [{ at: 0, frames, sum: await measure(() => toTheEnd(page)) }];
};

async function toTheEnd(page: RendererPage): Promise<void> {
  await page.feed(page.left);
  await page.settle();
}

/** Twice as many frames as before, until they were enough. */
async function enough(page: RendererPage, measure: Measure): Promise<Look> {
  const started = performance.now();
  let all = await look(page, leastFrames, measure);
  while (all.frames < mostFrames && performance.now() - started < enoughMs) {
    const next = await look(page, Math.min(all.frames, mostFrames - all.frames), measure);
    all = { at: all.at, frames: all.frames + next.frames, sum: all.sum + next.sum };
  }
  return all;
}

async function look(page: RendererPage, frames: number, measure: Measure): Promise<Look> {
  return { at: page.given, frames, sum: await measure(() => page.feed(frames)) };
}
