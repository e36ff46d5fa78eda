import type { Product } from '../host/product';
import type { LoggedRequest } from '../server/requestLog';
import type { Benchmark, Figure } from './benchmark';
import { firstWordsAt, noteFirstWords } from './panelMoments';
import { scaled } from './scale';
import { withProduct } from './windows';

const answers = scaled(40, 1);
/** The first answers find code that never ran and a page that was never laid out. */
const warmUp = scaled(3, 1);
/** As a model writes: a piece of text now and then. */
const paceMs = 20;

export const latency: Benchmark = {
  name: 'latency',
  title: 'From the server writing the first text of an answer to that text being in the page',
  run: () => withProduct({ paceMs }, measure),
};

async function measure(product: Product): Promise<readonly Figure[]> {
  await product.session.runCommand('Gemini: Focus Chat Input');
  await product.composer.waitFor();
  await noteFirstWords(product.panel);
  const samples: number[] = [];
  for (let answer = 0; answer < answers + warmUp; answer += 1) {
    const asked = new Promise<LoggedRequest>((resolve) => {
      product.server.onText = (_, request) => resolve(request);
    });
    await product.composer.focus();
    await product.page.keyboard.type(`Question ${answer}`);
    await product.page.keyboard.press('Enter');
    const request = await asked;
    // Looking for it from outside, while it is on its way, would slow it down.
    await request.ended;
    samples.push((await firstWordsAt(product.panel, answer)) - (request.firstTextAt ?? Number.NaN));
    await product.answered();
  }
  return [
    { what: 'first text', unit: 'ms', goal: 12, samples: samples.slice(warmUp) },
    { what: `the first ${warmUp} answers of a window`, unit: 'ms', samples: samples.slice(0, warmUp) },
  ];
}
