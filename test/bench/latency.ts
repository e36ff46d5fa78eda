import { Product } from '../host/product';
import type { Benchmark } from './benchmark';
import { firstWordsAt, noteFirstWords } from './panelMoments';
import { productionVsix } from './productionBuild';

const answers = 40;
/** The first answers find code that never ran and a page that was never laid out. */
const warmUp = 3;
/** As a model writes: a piece of text now and then. */
const paceMs = 20;

export const latency: Benchmark = {
  name: 'latency',
  title: 'From the server writing the first text of an answer to that text being in the page',
  run: async () => {
    const product = await Product.openWithKey({ paceMs }, { extension: { vsix: await productionVsix() } });
    try {
      await product.session.runCommand('Gemini: Focus Chat Input');
      await product.composer.waitFor();
      await noteFirstWords(product.panel);
      const samples: number[] = [];
      for (let answer = 0; answer < answers + warmUp; answer += 1) {
        const writtenAt = new Promise<number>((resolve) => {
          product.server.onText = (at) => resolve(at);
        });
        await product.composer.focus();
        await product.page.keyboard.type(`Question ${answer}`);
        await product.page.keyboard.press('Enter');
        const shownAt = await firstWordsAt(product.panel, answer);
        samples.push(shownAt - (await writtenAt));
        await product.answered();
      }
      return [
        { what: 'first text', unit: 'ms', goal: 12, samples: samples.slice(warmUp) },
        { what: `the first ${warmUp} answers of a window`, unit: 'ms', samples: samples.slice(0, warmUp) },
      ];
    } finally {
      await product.close();
    }
  },
};
