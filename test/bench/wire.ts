import { chatInstruction } from '../../src/core/chat/prompts';
import { historyOf } from '../../src/core/conversation/history';
import { inputOf } from '../../src/core/conversation/input';
import type { Attachment } from '../../src/core/conversation/turn';
import { interactionsOver } from '../../src/gemini/client';
import { startLocalServer } from '../server/localServer';
import { chatUnderTest } from '../unit/core/chat/chatUnderTest';
import type { Benchmark } from './benchmark';
import { scaled } from './scale';

const turns = scaled(50, 3);
const contextBytes = 100_000;
const model = 'gemini-3.8-flash';

export const wire: Benchmark = {
  name: 'wire',
  title: `Bytes sent for turn ${turns} of a chat that began with ${contextBytes / 1000} kB of code`,
  run: async () => {
    const server = await startLocalServer();
    try {
      const interactions = interactionsOver(() => Promise.resolve({ origin: server.url, key: 'test-key' }));
      const { chat: session } = chatUnderTest(interactions);
      await session.send('What does this file do?', [context()]);
      for (let turn = 2; turn <= turns; turn += 1) await session.send(`Question ${turn}: write some code, please.`);
      const chained = server.requests.at(-1)?.bytes ?? Number.NaN;

      // The same question by the same client, as a client asks that leaves nothing with the service.
      const path = session.turns();
      const last = path.at(-1);
      if (last?.status !== 'done' || path.length !== turns) throw new Error(`The chat ended with ${last?.status}`);
      const whole = interactions.ask(
        {
          model,
          input: inputOf(last),
          store: false,
          systemInstruction: chatInstruction,
          thinkingSummaries: true,
          history: historyOf(path.slice(0, -1)),
        },
        new AbortController().signal,
      );
      for await (const event of whole) if (event.type === 'failed') throw new Error('The whole history was refused');
      const stateless = server.requests.at(-1)?.bytes ?? Number.NaN;

      const all = { what: 'whole history', unit: 'bytes', samples: [stateless] } as const;
      return [all, { what: 'this turn only, as the chat does', unit: 'bytes', samples: [chained], against: all }];
    } finally {
      await server.close();
    }
  },
};

function context(): Attachment {
  const line = 'export const answer = (question: string): string => question.toUpperCase();\n';
  const text = line.repeat(Math.ceil(contextBytes / line.length)).slice(0, contextBytes);
  const path = 'src/answer.ts';
  const file = { uri: `file:///${path}`, path, languageId: 'typescript', text };
  return { kind: 'code', id: 'context', ...file, startLine: 1, endLine: 1300 };
}
