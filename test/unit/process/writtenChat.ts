import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type ReadChat, readChat } from '../../../src/core/storage/log/readChat';
import { path } from '../core/storage/logUnderTest';

/** A file that the writers replace besides writing the chat. */
export const indexPath = 'v1/index.json';

export function pieceOf(turnId: string, piece: number): string {
  return `${turnId}.${piece} ✓ `;
}

export function textOf(turnId: string, pieces: number): string {
  return Array.from({ length: pieces }, (_, piece) => pieceOf(turnId, piece)).join('');
}

const running = new Set<ChildProcess>();

/** A folder for the processes of a test; it is gone with the test. */
export function folderFor(context: Mocha.Suite): () => string {
  let root = '';
  context.beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gemini-process-'));
  });
  context.afterEach(() => {
    // A test that was given up leaves nothing running.
    for (const child of running) child.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true, maxRetries: 10 });
  });
  return () => root;
}

/** When a process is killed: after so many lines of its own, and then so many milliseconds. */
export interface Kill {
  readonly lines: number;
  readonly ms: number;
}

/** Runs a program of this folder until it ends or is killed, and gives back the whole lines it said. */
export async function runProgram(program: string, args: readonly string[], kill?: Kill): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(__dirname, program), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  let said = '';
  let isDoomed = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (!kill || isDoomed || said.split('\n').length <= kill.lines) return;
    isDoomed = true;
    void setTimeout(kill.ms).then(() => child.kill('SIGKILL'));
  });
  child.once('close', () => running.delete(child));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (!kill) assert.equal(code, 0);
  return said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean);
}

/** The chat that processes have written below a folder. */
export function readWritten(root: string): Promise<ReadChat> {
  return readChat('chat', readFileSync(join(root, path)), () => Promise.resolve(undefined));
}

/** Everything that was acknowledged is there. */
export function assertHolds({ chat }: ReadChat, said: readonly string[], pieces: number): void {
  const turns = new Map(chat.turns.map((turn) => [turn.id, turn]));
  for (const line of said) {
    const [word, turnId = '', count = '0'] = line.split(' ');
    const turn = turns.get(turnId);
    assert.ok(turn, `${line}: the turn is missing`);
    const text = turn.parts[0]?.kind === 'text' ? turn.parts[0].text : '';
    if (word === 'end') assert.equal(turn.status, 'done', line);
    const atLeast = word === 'end' ? pieces : Number(count);
    assert.ok(text.startsWith(textOf(turnId, atLeast)), `${line}: text is missing`);
  }
}
