import { setTimeout as pause } from 'node:timers/promises';
import { NodeFiles } from '../../src/host/nodeFiles';
import { Product } from '../host/product';
import type { Figure } from './benchmark';
import { noteDrawnChats, now, type OpenMoments, openMoments } from './panelMoments';
import { productionVsix } from './productionBuild';
import { writeSampleChats } from './sampleChats';

const turns = 1_000;
const rounds = 9;
/** Looking for it from outside would slow it down. Milliseconds. */
const lookAfterMs = 2_500;

/** From choosing a long chat in the history of a real VS Code to its last words being on the screen. */
export async function openInPanel(): Promise<readonly Figure[]> {
  const product = await Product.openWithKey({}, { extension: { vsix: await productionVsix() } });
  try {
    await writeSampleChats(new NodeFiles(product.session.storageDir), 1, { turns: [turns, turns] });
    await product.newChat();
    await noteDrawnChats(product.panel, turns);
    const seen: (OpenMoments & { readonly chosenAt: number })[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await product.newChat();
      await product.session.runCommand('Gemini: Show Chat History…');
      await product.page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
      await pause(500);
      const chosenAt = now();
      await product.page.keyboard.press('Enter');
      await pause(lookAfterMs);
      seen.push({ ...(await openMoments(product.panel, round)), chosenAt });
    }
    const figure = (what: string, pick: (moments: (typeof seen)[number]) => number): Figure => {
      return { what, unit: 'ms', samples: seen.map(pick) };
    };
    return [
      {
        ...figure(
          `${turns} turns, chosen in the history until painted`,
          ({ chosenAt, paintedAt }) => paintedAt - chosenAt,
        ),
        goal: 150,
      },
      figure('  until the panel has it', ({ chosenAt, arrivedAt }) => arrivedAt - chosenAt),
      figure('  from there until its end is painted', ({ arrivedAt, paintedAt }) => paintedAt - arrivedAt),
    ];
  } finally {
    await product.close();
  }
}
