import { setImmediate } from 'node:timers/promises';
import { systemClock } from '../../src/core/base/clock';
import { interactionsOver } from '../../src/gemini/client';
import { type LocalServer, startLocalServer } from '../server/localServer';
import { type ChatUnderTest, chatUnderTest } from '../unit/core/chat/chatUnderTest';
import type { Benchmark, Figure } from './benchmark';
import { scaled } from './scale';

const rounds = scaled(20, 1);

interface Phase {
  readonly name: string;
  /** Brings the server to where the chat will be stopped. */
  readonly prepare: (server: LocalServer) => void;
  /** Resolves when it is there. */
  readonly reached: (server: LocalServer, under: ChatUnderTest) => Promise<void>;
  readonly hasSocket: boolean;
}

const asked = async (server: LocalServer) => {
  while (!server.requests[0]?.bytes) await setImmediate();
};

const phases: readonly Phase[] = [
  {
    name: 'waiting for the headers',
    prepare: (server) => server.answerNext({ silence: 'beforeHeaders' }),
    reached: asked,
    hasSocket: true,
  },
  {
    name: 'connected and silent',
    prepare: (server) => server.answerNext({ silence: 'afterHeaders' }),
    reached: asked,
    hasSocket: true,
  },
  {
    name: 'in the middle of the text',
    prepare: (server) => server.holdAfter(3),
    reached: (server) => server.held(),
    hasSocket: true,
  },
  {
    name: 'waiting to ask again',
    prepare: (server) => server.answerNext({ status: 503, body: '' }),
    reached: async (_server, { chat }) => {
      while (!chat.turns()[0]?.wait) await setImmediate();
    },
    hasSocket: false,
  },
];

export const stopPhases: Benchmark = {
  name: 'phases',
  title: 'From Stop, after a garbage collection, in each phase of a question',
  run: async () => {
    const figures: Figure[] = [];
    for (const phase of phases) {
      const ended: number[] = [];
      const closed: number[] = [];
      for (let round = 0; round < rounds; round += 1) await stopIn(phase, ended, closed);
      figures.push({ what: `${phase.name}: until the turn is over`, unit: 'ms', goal: 100, samples: ended });
      if (phase.hasSocket) {
        figures.push({ what: `${phase.name}: until the socket is closed`, unit: 'ms', goal: 250, samples: closed });
      }
    }
    return figures;
  },
};

async function stopIn(phase: Phase, ended: number[], closed: number[]): Promise<void> {
  const server = await startLocalServer();
  try {
    phase.prepare(server);
    const interactions = interactionsOver(() => Promise.resolve({ origin: server.url, key: 'test-key' }));
    const under = chatUnderTest(interactions, { clock: systemClock });
    const sent = under.chat.send('Write a long essay');
    await phase.reached(server, under);
    globalThis.gc?.();
    const began = performance.now();
    under.chat.stop();
    ended.push(performance.now() - began);
    await server.requests[0]?.ended;
    closed.push(performance.now() - began);
    await sent;
  } finally {
    await server.close();
  }
}
