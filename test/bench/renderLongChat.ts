import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { firstPiece, nextPiece, pieceStart } from '../../src/host/panel/turnPieces';
import type { TurnView } from '../../src/protocol/chat';
import { type Fact, PanelPage } from '../panel/panelPage';
import { ready, stateOf } from '../panel/turns';
import type { Benchmark, Figure } from './benchmark';
import { withBrowser } from './render/browser';
import { longChat as chatOf, streamingId, streamingTurn } from './render/chats';
import { inChunks, longAnswer } from './render/corpus/answers';
import { MainThread } from './render/mainThread';
import { answerFetches, endPainted, keysPainted, noteEndPainted, noteKeys, streamInto } from './render/panelProbe';
import { scaled } from './scale';

const viewport = { width: 400, height: 700 };
const theme = 'dark';
const rounds = scaled(5, 1);
const keys = scaled(60, 3);
const turnsOpened = scaled(500, 20);
const turnsTypedInto = scaled(1000, 5);
/** Not a multiple of a frame, so that the keys come at any time in one. Milliseconds. */
const betweenKeys = 77;

export const longChat: Benchmark = {
  name: 'longChat',
  title: 'A long chat in the panel: opened, and typed into while an answer comes in',
  run: () => withBrowser([], async (browser) => [...(await opened(browser)), ...(await typedInto(browser))]),
};

async function opened(browser: Browser): Promise<readonly Figure[]> {
  const turns = chatOf(turnsOpened);
  const painted: number[] = [];
  const cpu: number[] = [];
  const heap: number[] = [];
  const elements: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport });
    const panel = await PanelPage.open(context, theme);
    const mainThread = await MainThread.of(panel.page);
    await noteEndPainted(panel.page);
    const [snapshot, ...pieces] = inPieces(turns);
    // The snapshot is the first fact.
    const numbered = pieces.map((piece, index) => ({ ...piece, revision: index + 2 }));
    await answerFetches(panel.page, numbered);
    const tell = await panel.prepare(snapshot);
    const work = async () => {
      await tell();
      await mainThread.idle();
    };
    cpu.push(await mainThread.cpuOf(work));
    painted.push(await endPainted(panel.page));
    heap.push(await mainThread.keptHeap());
    elements.push(await panel.page.evaluate<number>(`document.querySelectorAll('*').length`));
    await context.close();
  }
  const what = `${turns.length * 2} messages, ${(JSON.stringify(turns).length / 1e6).toFixed(1)} MB`;
  return [
    { what: `${what}: to the end of it painted`, unit: 'ms', goal: 250, samples: painted },
    { what: `${what}: CPU until nothing is left to do`, unit: 'ms', samples: cpu },
    { what: `${what}: heap`, unit: 'MiB', samples: heap },
    { what: `${what}: in the page`, unit: 'elements', samples: elements },
  ];
}

/** A chat as the host gives it to the panel. */
function inPieces(turns: readonly TurnView[]): readonly [Fact, ...Fact[]] {
  const earlier = pieceStart(turns, turns.length, firstPiece);
  const pieces: Fact[] = [];
  for (let end = earlier; end > 0; ) {
    const start = pieceStart(turns, end, nextPiece);
    pieces.push({ type: 'earlierTurns', before: turns[end]?.id ?? '', turns: turns.slice(start, end) });
    end = start;
  }
  return [{ type: 'snapshot', chatId: 'chat', turns: turns.slice(earlier), earlier, state: stateOf(ready) }, ...pieces];
}

/** From the key to the frame with its letter in it. Half a frame of that is waiting for the screen. */
async function typedInto(browser: Browser): Promise<readonly Figure[]> {
  const alone: Figure = { what: 'key, in a chat of one message', unit: 'ms', samples: await typed(browser, 0) };
  const samples = await typed(browser, turnsTypedInto);
  const what = `key, in one of ${2 * turnsTypedInto}, with text coming in`;
  return [{ what, unit: 'ms', goal: 16, samples, against: alone }, alone];
}

async function typed(browser: Browser, questions: number): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport });
  const panel = await PanelPage.open(context, theme);
  const mainThread = await MainThread.of(panel.page);
  await panel.snapshot([...chatOf(questions), streamingTurn('The answer begins.')]);
  await mainThread.idle();
  await noteKeys(panel.page);
  // The snapshot was the first fact.
  if (questions > 0) await streamInto(panel.page, streamingId, inChunks(longAnswer(100_000)), 1);
  await panel.composer.focus();
  for (let key = 0; key < keys; key += 1) {
    await panel.page.keyboard.press('x');
    await pause(betweenKeys);
  }
  const samples = await keysPainted(panel.page, keys);
  await context.close();
  return samples;
}
