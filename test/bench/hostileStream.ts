import { setTimeout as pause } from 'node:timers/promises';
import { interactionsOver } from '../../src/gemini/client';
import { startLocalServer } from '../server/localServer';
import { chatUnderTest } from '../unit/core/chat/chatUnderTest';
import type { Benchmark, Figure } from './benchmark';
import { scaled } from './scale';

const rounds = scaled(5, 1);
/** More than the 32 that the product reads of one event. */
const megabytes = scaled(64, 33);
const tinyEvents = scaled(200_000, 2_000);
/** Until what the server held of a connection is let go. Milliseconds. */
const settleMs = scaled(300, 0);

export const hostileStream: Benchmark = {
  name: 'hostile',
  title: 'A stream that means no good, and a service that is not there',
  run: async () => {
    const refused: number[] = [];
    const memory: number[] = [];
    const perSecond: number[] = [];
    const offline: number[] = [];
    // Made again for each server, since a string that is kept here would count as kept there.
    const huge = () => `data: {"x":"${'y'.repeat(megabytes * 1024 * 1024)}"}\n\n`;
    const tiny = 'data: {"event_type":"step.delta","index":0,"delta":{"type":"text","text":"x"}}\n\n';
    const end = 'data: {"event_type":"interaction.completed","interaction":{"id":"","status":"completed"}}\n\n';
    const many = () => tiny.repeat(tinyEvents) + end;
    for (let round = 0; round < rounds; round += 1) {
      globalThis.gc?.();
      const before = process.memoryUsage().heapUsed;
      refused.push(await timed(huge));
      await pause(settleMs);
      globalThis.gc?.();
      memory.push((process.memoryUsage().heapUsed - before) / 1024 / 1024);
      perSecond.push(tinyEvents / ((await timed(many)) / 1000));
      offline.push(await timed(undefined));
    }
    const figures: Figure[] = [
      { what: `one event of ${megabytes} MB: until it is refused`, unit: 'ms', samples: refused },
      { what: `one event of ${megabytes} MB: heap kept afterwards`, unit: 'MiB', samples: memory },
      { what: `${tinyEvents} tiny events: applied`, unit: 'events/s', samples: perSecond },
      { what: 'offline: until it is said', unit: 'ms', goal: 1000, samples: offline },
    ];
    return figures;
  },
};

/** Milliseconds until a question is over, whose answer is this stream; without one, nobody is there to answer. */
async function timed(makeStream: (() => string) | undefined): Promise<number> {
  const server = await startLocalServer();
  if (makeStream === undefined) await server.close();
  else server.answerNext({ sse: makeStream() });
  const interactions = interactionsOver(() => Promise.resolve({ origin: server.url, key: 'test-key' }));
  const began = performance.now();
  await chatUnderTest(interactions).chat.send('Hello');
  const ms = performance.now() - began;
  if (makeStream !== undefined) await server.close();
  return ms;
}
