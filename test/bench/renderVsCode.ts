import { setTimeout as pause } from 'node:timers/promises';
import { Product } from '../host/product';
import type { Benchmark } from './benchmark';
import { productionVsix } from './productionBuild';
import { lastWords, longAnswer } from './render/corpus/answers';
import { MainThread } from './render/mainThread';

const kilobytes = 100;
/** A piece of about 26 characters each time: far faster than a model writes. */
const paceMs = 4;
const rounds = 2;
/** How long a window is left alone before something is measured in it, in milliseconds. */
const settleMs = 1_500;
/** How long a window with nothing to do is looked at. */
const restMs = 5_000;
const answerTimeoutMs = 180_000;

export const renderVsCode: Benchmark = {
  name: 'renderVsCode',
  title: `An answer of ${kilobytes} kB from the local server, in a real VS Code`,
  run: async () => {
    const product = await Product.openWithKey({ paceMs }, { extension: { vsix: await productionVsix() } });
    const cpu = { answer: [] as number[], rest: [] as number[] };
    const longest = { answer: [] as number[], rest: [] as number[] };
    try {
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
    } finally {
      await product.close();
    }
    const cpuAtRest = { what: 'CPU of a window at rest for as long', unit: 'ms', samples: cpu.rest } as const;
    const longestAtRest = { what: 'longest task of a window at rest', unit: 'ms', samples: longest.rest } as const;
    return [
      { what: 'CPU, from the question to its whole answer', unit: 'ms', samples: cpu.answer, against: cpuAtRest },
      cpuAtRest,
      { what: 'longest task meanwhile', unit: 'ms', goal: 33, samples: longest.answer, against: longestAtRest },
      longestAtRest,
    ];
  },
};

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
  product.server.answerNext({ text: longAnswer(kilobytes * 1000) });
  await product.ask('Question');
  await product.panel.getByRole('button', { name: 'Send' }).waitFor({ timeout: answerTimeoutMs });
  await product.lastAnswer.getByText(lastWords).waitFor();
}
