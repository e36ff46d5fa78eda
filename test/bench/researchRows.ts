import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { systemClock } from '../../src/core/base/clock';
import { newJob } from '../../src/core/research/job/job';
import { ResearchFiles } from '../../src/core/research/researchFiles';
import { interactionsOver } from '../../src/gemini/client';
import { NodeFiles } from '../../src/host/platform/nodeFiles';
import { canaryKey, type Product } from '../host/product';
import { until } from '../launch/until';
import type { Benchmark, Figure } from './benchmark';
import { scaled } from './scale';
import { withProduct } from './windows';

const jobs = scaled(50, 2);
const agent = 'deep-research-preview-04-2026';
/** More often than a row may be drawn. */
const thoughtsPerSecond = 10;
const seconds = scaled(30, 1);
const thoughts = Array.from(
  { length: thoughtsPerSecond * seconds },
  (_, at) => `***Step ${at}***\n\nI compare what two of the sources say.\n\n\n`,
);
/** How long the rows are watched while all of this comes, in milliseconds. */
const watchMs = scaled(20_000, 300);

/** Of a frame. A display that shows 60 a second leaves one out then. */
const goalMs = 33;

export const researchRows: Benchmark = {
  name: 'researchRows',
  title: `The list of ${jobs} running jobs, each with ${thoughtsPerSecond} thoughts a second, in a real VS Code`,
  run: () => withProduct({ researchMs: seconds * 1_000 }, measure),
};

async function measure(product: Product): Promise<readonly Figure[]> {
  const { page, server, session } = product;
  // All begin to think at once, when they are seen.
  server.holdAfter(1);
  await startJobs(product);
  await session.runCommand('Gemini: Show Research');
  // Folded, the chat leaves its room to the list.
  const chat = page.locator('.pane-header').filter({ hasText: 'Chat' }).first();
  await chat.click();
  await until('the rows', async () => (await rowsShown(page)) >= Math.min(jobs, 10));
  await noteRows(page);
  await pause(watchMs);
  const atRest = await takeNoted(page);
  server.release();
  await until('the first change of a row', () => page.evaluate('Object.keys(window.benchRows.rows).length > 0'));
  await pause(watchMs);
  const { rows, frames } = await takeNoted(page);
  await chat.click();
  // What a window does by itself, on this machine: nothing of ours is shorter.
  const rest: Figure = {
    what: 'longest frame, with no row changing',
    unit: 'ms',
    samples: [Math.max(...atRest.frames)],
  };
  const isLong = (ms: number) => ms > goalMs;
  return [
    {
      what: 'most changes of one row within a second',
      unit: 'calls',
      goal: 4,
      samples: Object.values(rows).map(mostInASecond),
    },
    { what: 'longest frame meanwhile', unit: 'ms', goal: goalMs, samples: [Math.max(...frames)], against: rest },
    { what: 'frames meanwhile that are longer than that', unit: 'frames', samples: [frames.filter(isLong).length] },
    { what: 'frame meanwhile', unit: 'ms', samples: frames },
    rest,
    { what: 'frames of it that are longer', unit: 'frames', samples: [atRest.frames.filter(isLong).length] },
  ];
}

/** As another window would have left them: at the service they run, and on disk they are known. */
async function startJobs({ server, session }: Product): Promise<void> {
  const client = interactionsOver(() => Promise.resolve({ origin: server.url, key: canaryKey }));
  const files = new ResearchFiles(new NodeFiles(session.storageDir), systemClock, 'bench');
  for (let number = 0; number < jobs; number += 1) {
    server.answerNext({ text: '# Done', thoughts });
    const question = `Job ${number}`;
    const started = await client.startAgent(
      {
        agent,
        input: [{ type: 'text', text: question }],
        agentConfig: { type: 'deep-research', thinking_summaries: 'auto' },
      },
      new AbortController().signal,
    );
    const job = newJob({ question, agent, planFirst: false }, [], crypto.randomUUID(), Date.now());
    await files.save({ ...job, state: 'running', interactionId: started.id });
  }
}

function mostInASecond(times: readonly number[]): number {
  return times.reduce((most, from, at) => {
    const within = times.slice(at).filter((time) => time < from + 1_000).length;
    return Math.max(most, within);
  }, 0);
}

// As in `panelMoments`: the scripts are text, and leave what they note in the window of VS Code.

const ofJob = /Job \d+/.source;

async function rowsShown(page: Page): Promise<number> {
  return page
    .locator('.pane-body .monaco-list-row')
    .filter({ hasText: new RegExp(ofJob) })
    .count();
}

/** From now on notes when each row changes, and how long each frame is. */
async function noteRows(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const noted = (window.benchRows = { rows: {}, frames: [] });
    let before;
    requestAnimationFrame(function frame(at) {
      if (before !== undefined) noted.frames.push(at - before);
      before = at;
      requestAnimationFrame(frame);
    });
    new MutationObserver((records) => {
      const changed = new Set();
      // A row changes, or another one comes in its place.
      for (const node of records.flatMap(({ target, addedNodes }) => [target, ...addedNodes])) {
        const element = node instanceof Element ? node : node.parentElement;
        const name = element?.closest('.pane-body .monaco-list-row')?.textContent.match(/${ofJob}/)?.[0];
        if (name) changed.add(name);
      }
      for (const name of changed) (noted.rows[name] ??= []).push(performance.now());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`);
}

interface Noted {
  readonly rows: Readonly<Record<string, readonly number[]>>;
  readonly frames: readonly number[];
}

/** What was noted since this was asked last. */
async function takeNoted(page: Page): Promise<Noted> {
  return page.evaluate(`(() => {
    const taken = { ...window.benchRows };
    Object.assign(window.benchRows, { rows: {}, frames: [] });
    return taken;
  })()`);
}
