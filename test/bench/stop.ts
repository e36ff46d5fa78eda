import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from '../host/product';
import type { Benchmark, Figure } from './benchmark';
import { noteStop, now, stopMoments } from './panelMoments';
import { scaled } from './scale';
import { withProduct } from './windows';

const stops = scaled(25, 1);
/** Slow enough for the answer to be still on its way, and in the middle of a stream as a person stops it. */
const paceMs = 20;
const lookAfterMs = scaled(200, 0);

export const stop: Benchmark = {
  name: 'stop',
  title: 'From the key Escape in the middle of an answer',
  run: () => withProduct({ paceMs }, measure),
};

async function measure(product: Product): Promise<readonly Figure[]> {
  await product.session.runCommand('Gemini: Focus Chat Input');
  await product.composer.waitFor();
  const shown: number[] = [];
  const closed: number[] = [];
  for (let round = 0; round < stops; round += 1) {
    await product.composer.focus();
    await product.page.keyboard.type('Write a long essay');
    await product.page.keyboard.press('Enter');
    await product.stopButton.waitFor();
    await product.firstWords.waitFor();
    const request = product.createRequests.at(-1);
    if (request === undefined) throw new Error('No question has reached the server');
    const closedAt = request.ended.then((ending) => {
      if (ending !== 'closedByClient') throw new Error('The answer ended before it was stopped');
      return now();
    });
    await noteStop(product.panel);
    await product.page.keyboard.press('Escape');
    const closedByThen = await closedAt;
    // Looking for the button from outside would slow it down.
    await pause(lookAfterMs);
    const { escapeAt, sendAt } = await stopMoments(product.panel);
    shown.push(sendAt - escapeAt);
    closed.push(closedByThen - escapeAt);
    await product.answered();
  }
  return [
    { what: 'to the button Send being back', unit: 'ms', goal: 100, samples: shown },
    { what: 'to the socket closed at the server', unit: 'ms', goal: 250, samples: closed },
  ];
}
