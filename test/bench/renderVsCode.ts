import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from '../host/product';
import { until } from '../launch/until';
import type { Benchmark, Figure } from './benchmark';
import { lastWords, longAnswer } from './render/corpus/answers';
import { MainThread } from './render/mainThread';
import { scaled } from './scale';
import { settleMs, withProduct } from './windows';

const kilobytes = scaled(100, 1);
/** A piece of about 26 characters each time: far faster than a model writes. */
const paceMs = 4;
const rounds = scaled(2, 1);
/** How long a window with nothing to do is looked at. */
const restMs = scaled(5_000, 100);
const answerTimeoutMs = 180_000;

export const renderVsCode: Benchmark = {
  name: 'renderVsCode',
  title: `An answer of ${kilobytes} kB from the local server, in a real VS Code`,
  run: () => withProduct({ paceMs }, measure),
};

async function measure(product: Product): Promise<readonly Figure[]> {
  const cpu = { answer: [] as number[], rest: [] as number[] };
  const longest = { answer: [] as number[], rest: [] as number[] };
  await product.session.runCommand('Gemini: Focus Chat Input');
  await product.composer.waitFor();
  const thread = await threadOf(product);
  for (let round = 0; round < rounds; round += 1) {
    await newChat(product);
    const started = performance.now();
    cpu.answer.push(await thread.cpuOf(() => wholeAnswer(product)));
    const part = (performance.now() - started) / restMs;
    cpu.rest.push((await thread.cpuOf(() => pause(restMs))) * part);
    await newChat(product);
    longest.answer.push(longestOf(await thread.tasksOf(() => wholeAnswer(product))));
    longest.rest.push(longestOf(await thread.tasksOf(() => pause(restMs))));
  }
  const cpuAtRest = { what: 'CPU of a window at rest for as long', unit: 'ms', samples: cpu.rest } as const;
  const longestAtRest = { what: 'longest task of a window at rest', unit: 'ms', samples: longest.rest } as const;
  return [
    { what: 'CPU, from the question to its whole answer', unit: 'ms', samples: cpu.answer, against: cpuAtRest },
    cpuAtRest,
    { what: 'longest task meanwhile', unit: 'ms', goal: 33, samples: longest.answer, against: longestAtRest },
    longestAtRest,
  ];
}

function longestOf(tasks: readonly number[]): number {
  return tasks.reduce((longest, ms) => Math.max(longest, ms), 0);
}

async function newChat({ session }: Product): Promise<void> {
  await session.runCommand('Gemini: New Chat');
  await pause(settleMs);
}

/** The thread that draws the chat. It is that of the whole window where VS Code does not give its views a process. */
async function threadOf({ page }: Product): Promise<MainThread> {
  const panel = page.frames().find((frame) => frame.name() === 'active-frame') ?? page.mainFrame();
  return MainThread.of(page, panel);
}

async function wholeAnswer(product: Product): Promise<void> {
  const { server, createRequests } = product;
  const before = createRequests.length;
  server.answerNext({ text: longAnswer(kilobytes * 1000) });
  await product.ask('Question');
  const request = await until('the question at the server', async () => product.createRequests[before]);
  // The end is told by the server: looking for it in the page would cost what is measured here. Until then the button is
  // Stop, but for a moment at the beginning, in which it is still Send.
  await request.ended;
  await product.panel.getByRole('button', { name: 'Send', exact: true }).waitFor({ timeout: answerTimeoutMs });
  await product.lastAnswer.getByText(lastWords).waitFor();
}
