import { setTimeout as pause } from 'node:timers/promises';
import { NodeFiles } from '../../src/host/platform/nodeFiles';
import type { Product } from '../host/product';
import type { Figure } from './benchmark';
import { noteDrawnChats, now, type OpenMoments, openMoments } from './panelMoments';
import { writeSampleChats } from './sampleChats';
import { scaled } from './scale';
import { withProduct } from './windows';

const turns = scaled(1_000, 20);
const fewTurns = scaled(10, 2);
const rounds = scaled(9, 1);
/** Looking for it from outside would slow it down. Milliseconds. */
const lookAfterMs = scaled(2_500, 0);

interface Opened extends OpenMoments {
  readonly chosenAt: number;
}

/** From choosing a chat in the history of a real VS Code to its last words being on the screen: a long one, and a short. */
export function openInPanel(): Promise<readonly Figure[]> {
  return withProduct({}, measure);
}

async function measure(product: Product): Promise<readonly Figure[]> {
  const files = new NodeFiles(product.session.storageDir);
  await writeSampleChats(files, 1, { turns: [turns, turns] });
  await writeSampleChats(files, 1, { seed: 2, turns: [fewTurns, fewTurns] });
  await product.newChat();
  await noteDrawnChats(product.panel);
  const opened: Opened[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // One of the two lines is the long chat, and the other the short one.
    for (const line of [0, 1]) opened.push(await choose(product, line, opened.length));
  }
  const figure = (count: number, what: string, pick: (moments: Opened) => number): Figure => {
    const of = opened.filter((moments) => moments.turns === count);
    if (of.length !== rounds) throw new Error(`${of.length} chats of ${count} turns were opened`);
    return { what, unit: 'ms', samples: of.map(pick) };
  };
  const whole = ({ chosenAt, paintedAt }: Opened) => paintedAt - chosenAt;
  const few = figure(fewTurns, `${fewTurns} turns, chosen in the history until painted`, whole);
  return [
    { ...figure(turns, `${turns} turns, chosen in the history until painted`, whole), goal: 150, against: few },
    figure(turns, '  until the panel has its end', ({ chosenAt, arrivedAt }) => arrivedAt - chosenAt),
    figure(turns, '  from there until that is painted', ({ arrivedAt, paintedAt }) => paintedAt - arrivedAt),
    figure(turns, '  from there until the panel has all of it', ({ paintedAt, wholeAt }) => wholeAt - paintedAt),
    few,
    figure(fewTurns, '  until the panel has it', ({ chosenAt, arrivedAt }) => arrivedAt - chosenAt),
  ];
}

async function choose(product: Product, line: number, chat: number): Promise<Opened> {
  await product.newChat();
  // The focus comes to the text box a moment later, and would close the list of commands.
  await pause(500);
  await product.session.runCommand('Gemini: Show Chat History…');
  const row = (index: number) =>
    product.page.locator(`.quick-input-widget .monaco-list-row.focused[data-index="${index}"]`).waitFor();
  await row(0);
  await pause(500);
  for (let step = 0; step < line; step += 1) await product.page.keyboard.press('ArrowDown');
  await row(line);
  await pause(200);
  const chosenAt = now();
  await product.page.keyboard.press('Enter');
  await pause(lookAfterMs);
  return { ...(await openMoments(product.panel, chat)), chosenAt };
}
