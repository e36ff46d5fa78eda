import assert from 'node:assert/strict';
import type { TurnView } from '../../src/protocol/chat';
import type { PanelPage } from './panelPage';
import { answered, ready, stateOf } from './turns';

const paragraphs = Array.from({ length: 6 }, (_, line) => `Line ${line} of it.`).join('\n\n');
export const chat: readonly TurnView[] = Array.from({ length: 40 }, (_, at) =>
  answered(`t${at}`, `Question ${at}`, `Answer ${at}.\n\n${paragraphs}`),
);
/** This many turns come with the snapshot, and then in a piece. */
export const atFirst = 8;
const inPiece = 8;

export const scroller = `document.querySelector('.conversation')`;
export const gapToEnd = `(${scroller}.scrollHeight - ${scroller}.scrollTop - ${scroller}.clientHeight)`;
export const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** Shows the chat from the turn `first` on, before which the others are still to come. */
export async function begin(
  panel: PanelPage,
  turns = chat,
  chatId = 'chat',
  first = turns.length - atFirst,
): Promise<void> {
  await panel.tell({ type: 'snapshot', chatId, turns: turns.slice(first), earlier: first, state: stateOf(ready) });
}

/** Waits until the panel has asked for what comes before this turn. */
export async function asked(panel: PanelPage, before: string): Promise<void> {
  await panel.until(`hostSide.messages.some((one) => one.type === 'fetchEarlier' && one.before === '${before}')`);
}

/** Answers the panel as the host does. False: nothing is missing any more. */
export async function sendPiece(panel: PanelPage, turns = chat): Promise<boolean> {
  const onPage = await panel.articles.count();
  const end = turns.length - onPage / 2;
  const before = turns[end]?.id;
  if (end === 0 || before === undefined) return false;
  await asked(panel, before);
  await panel.tell({ type: 'earlierTurns', before, turns: turns.slice(Math.max(0, end - inPiece), end) });
  await panel.page.evaluate(twoFrames);
  return true;
}

export async function sendAll(panel: PanelPage, turns = chat): Promise<void> {
  while (await sendPiece(panel, turns));
}

export async function beginAtEnd(panel: PanelPage, turns = chat): Promise<void> {
  await begin(panel, turns);
  await panel.until(`${gapToEnd} < 2`);
}

/** Takes hold of the first heading or paragraph in view, to tell how far it has moved. */
export async function holdText(panel: PanelPage): Promise<void> {
  await panel.page.evaluate(`
    window.held = [...document.querySelectorAll('.segment > *, .prompt')].find((one) => one.getBoundingClientRect().top > 40);
    window.heldTop = held.getBoundingClientRect().top;`);
}

export async function assertHeld(panel: PanelPage): Promise<void> {
  const moved = await panel.page.evaluate<number>('held.getBoundingClientRect().top - heldTop');
  assert.ok(Math.abs(moved) < 2, `what was read has moved by ${moved} px`);
}
