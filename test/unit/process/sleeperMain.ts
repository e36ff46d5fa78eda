/**
 * A process that asks one question and says on its standard output how the turn goes: `has` and how much of the
 * answer has come, in events of its steps, `lookingFor` when it looks for the answer at the service, and `end` with what became of it, as JSON. Arguments: the
 * address of the service, and `background` or `foreground`. An hour takes it ten seconds.
 */
import { writeSync } from 'node:fs';
import { type Clock, systemClock } from '../../../src/core/base/clock';
import { ChatSession } from '../../../src/core/chat/chatSession';
import { interactionsOver } from '../../../src/gemini/client';
import { partsUnderTest, textOf } from '../core/chat/chatUnderTest';
import { MemoryChatRecords } from '../fakes/memoryChatRecords';

const [origin = '', mode = ''] = process.argv.slice(2);
const speed = 360;
/** A silence of two seconds of the real clock, so that a busy machine is not taken for a silent service. */
const idleMs = 2_000 * speed;

const clock: Clock = {
  now: () => systemClock.now() * speed,
  wallNow: () => systemClock.wallNow() * speed,
  wait: (ms, signal) => systemClock.wait(ms / speed, signal),
};

async function main(): Promise<void> {
  const errors: unknown[] = [];
  const client = interactionsOver(() => Promise.resolve({ origin, key: 'test-key' }));
  const store = new MemoryChatRecords();
  const parts = partsUnderTest(client, store, errors, {
    clock,
    limits: { headersMs: 30_000 * speed, firstEventMs: 30_000 * speed, idleMs },
    background: { isWanted: () => mode === 'background', refused: () => {} },
  });
  const chat = new ChatSession(parts, 'chat');
  let said = '';
  const report = () => {
    const has = store.recordsOf('chat').flatMap((record) => (record.kind === 'delta' ? record.events : [])).length;
    const line = chat.turns()[0]?.isResuming ? 'lookingFor' : `has ${has}`;
    if (line !== said) say(line);
    said = line;
  };
  // What is shown is written down a moment later.
  chat.onDidPublish(() => queueMicrotask(() => report()));
  await chat.send('Write a long essay');
  const [turn] = chat.turns();
  say(`end ${JSON.stringify({ status: turn?.status, reason: turn?.failure?.reason, text: textOf(turn), errors })}`);
}

/** Written before anything else happens. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

void main();
