import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommandId } from '../../src/manifest';
import type { Product } from '../host/product';
import { until } from '../launch/until';
import type { Benchmark, Figure } from './benchmark';
import { firstKeyAt, keyTimes, markSeenAt, noteKeys, noteMark } from './editorMoments';
import { now } from './panelMoments';
import { isSmoke, scaled } from './scale';
import { settleMs, withProduct } from './windows';

const lines = scaled(10_000, 500);
const usualLines = 500;
const rounds = scaled(15, 1);
const keys = scaled(60, 3);
/** As often as a proposal is drawn. */
const frameMs = scaled(240, 60);
const selected = { anchor: { line: 100, character: 0 }, active: { line: 140, character: 0 } };

export const proposal: Benchmark = {
  name: 'proposal',
  title: `A proposal for a file of ${lines.toLocaleString('en')} lines, in a real VS Code`,
  run: () => withProduct({}, measure),
};

async function measure(product: Product): Promise<readonly Figure[]> {
  const text = Array.from({ length: lines }, (_, at) => `call(${at % 97}, value${at});\n`).join('');
  const { workspace } = product.session;
  for (const name of ['big.txt', 'typed.txt']) await writeFile(join(workspace, name), text);
  const usualText = text.split('\n').slice(0, usualLines).join('\n');
  await writeFile(join(workspace, 'usual.txt'), usualText);
  const request: number[] = [];
  const drawn: number[] = [];
  const usual: number[] = [];
  // The first one loads what is asked with.
  for (let round = isSmoke ? 0 : -1; round < rounds; round += 1) {
    const mark = `mark${round + 1}`;
    const moments = await firstFrame(product, mark);
    if (round < 0) continue;
    request.push(moments.request);
    drawn.push(moments.drawn);
    usual.push((await firstFrame(product, `usual${mark}`, 'usual.txt')).drawn);
  }
  const atRest = await typed(product, async () => {});
  const meanwhile = await typed(product, () => stream(product));
  const rest: Figure = { what: 'key to its letter, in a window at rest', unit: 'ms', samples: atRest };
  return [
    { what: 'Enter behind the instruction to the request at the server', unit: 'ms', goal: 30, samples: request },
    { what: 'first line at the server to that line in the comparison', unit: 'ms', goal: 50, samples: drawn },
    { what: `the same in a file of ${usualLines} lines`, unit: 'ms', goal: 50, samples: usual },
    {
      what: 'key to its letter, while a proposal streams beside',
      unit: 'ms',
      goal: 16,
      samples: meanwhile,
      against: rest,
    },
    rest,
  ];
}

const created = frame({ event_type: 'interaction.created', interaction: { id: 'v1_bench', status: 'in_progress' } });
const delta = (text: string) => frame({ event_type: 'step.delta', index: 0, delta: { type: 'text', text } });

async function firstFrame(
  product: Product,
  mark: string,
  file = 'big.txt',
): Promise<{ request: number; drawn: number }> {
  const { page, server, session } = product;
  const before = product.createRequests.length;
  server.answerNext({ sse: [created, delta(`<edit-1>\n${mark}\nsecond\n`), delta('third\n')].join('') });
  server.holdAfter(0);
  await session.vscode.openFile(join(session.workspace, file), selected);
  await session.runCommand('Gemini: Refactor…');
  await page.locator('.quick-input-title').getByText('Refactor with Gemini', { exact: true }).waitFor();
  await page.keyboard.type('Do it');
  await noteMark(page, mark);
  await page.keyboard.press('Enter');
  // The server is in this process: asking without a rest would take one of two cores from what is measured.
  const { receivedAt: askedAt } = await until('the request', () => product.createRequests[before]);
  // The comparison is there, and at rest, before anything comes.
  await page.locator('.monaco-diff-editor .editor.modified .view-line').first().waitFor();
  await pause(settleMs);
  const writtenAt = now();
  server.release();
  // The stream goes on, as it does while a person watches.
  server.holdAfter(1);
  const drawnAt = await markSeenAt(page);
  server.release();
  const result = { request: askedAt - (await firstKeyAt(page)), drawn: drawnAt - writtenAt };
  await page.getByRole('button', { name: /^Reject All Changes/ }).click();
  await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' });
  return result;
}

/** Begins a proposal that goes on for as long as is typed, in a group of editors on the right. */
async function stream(product: Product): Promise<void> {
  const { server, session } = product;
  const frames = Array.from({ length: keys * 2 }, (_, at) => delta(`line ${at} of the proposal\n`));
  server.answerNext({ sse: [created, delta('<edit-1>\n'), ...frames].join(''), frameMs });
  await session.vscode.executeCommand('workbench.action.newGroupRight');
  await session.vscode.openFile(join(session.workspace, 'big.txt'), selected);
  await session.runCommand('Gemini: Refactor…');
  await product.enter('Refactor with Gemini', 'Do it');
  await until('the proposal to grow', async () => {
    const editors = await session.vscode.visibleEditors();
    return editors.some(({ uri, text }) => uri.includes('/proposal/') && text.includes('line 1 of the proposal'));
  });
  await session.vscode.executeCommand('workbench.action.focusFirstEditorGroup');
}

/** How long each key takes from being pressed to its letter being in the page, while something goes on. */
async function typed(product: Product, begin: () => Promise<void>): Promise<readonly number[]> {
  const { page, session } = product;
  await session.vscode.openFile(join(session.workspace, 'typed.txt'), {
    anchor: { line: 50, character: 0 },
    active: { line: 50, character: 0 },
  });
  await begin();
  await page.locator('.monaco-editor.focused').waitFor();
  await noteKeys(page);
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('x');
    await pause(scaled(150, 10));
  }
  const times = await until('all letters', async () => {
    const found = await keyTimes(page);
    return found.length >= keys ? found : undefined;
  });
  await session.vscode.executeCommand('geminiInteractions.stop' satisfies CommandId);
  while ((await session.vscode.tabs()).length > 0) {
    await session.vscode.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  return times;
}

function frame(event: object): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
