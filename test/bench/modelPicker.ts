import type { Page } from 'playwright-core';
import type { CommandId } from '../../src/manifest';
import type { Product } from '../host/product';
import { until } from '../launch/until';
import type { Benchmark, Figure } from './benchmark';
import { now } from './panelMoments';
import { scaled } from './scale';
import { withProduct } from './windows';

const rounds = scaled(12, 2);

export const modelPicker: Benchmark = {
  name: 'modelPicker',
  title: 'From the command "Gemini: Select Model…" to the list of models, which is known already',
  run: () => withProduct({}, measure),
};

async function measure(product: Product): Promise<readonly Figure[]> {
  // The first one asks the service.
  await open(product);
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push(await open(product));
  return [{ what: 'to the first row', unit: 'ms', goal: 100, samples }];
}

/** Milliseconds. The list is closed again. */
async function open({ page, session, quickInput }: Product): Promise<number> {
  await noteRows(page);
  const started = now();
  const closed = session.vscode.executeCommand('geminiInteractions.selectModel' satisfies CommandId);
  const shownAt = await until('the models', () => page.evaluate<number | undefined>('window.benchRowsAt'));
  await quickInput.getByText('4 Hydrogen').first().waitFor();
  await page.keyboard.press('Escape');
  await closed;
  await quickInput.waitFor({ state: 'hidden' });
  return shownAt - started;
}

/** Notes the frame in which the first row of a list of VS Code is to be seen next. */
async function noteRows(page: Page): Promise<void> {
  await page.evaluate(`{
    window.benchRowsAt = undefined;
    requestAnimationFrame(function look() {
      if (document.querySelector('.quick-input-widget .monaco-list-row')?.checkVisibility()) {
        window.benchRowsAt = performance.timeOrigin + performance.now();
      } else requestAnimationFrame(look);
    });
  }`);
}
