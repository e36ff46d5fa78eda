import { GoogleGenAI } from '@google/genai/web';
import { systemClock } from '../../src/core/base/clock';
import { interactionsOver } from '../../src/gemini/client';
import { type LocalServer, startLocalServer } from '../server/localServer';
import type { ScriptedAnswer } from '../server/scriptedAnswer';
import { chatUnderTest } from '../unit/core/chat/chatUnderTest';
import type { Benchmark, Figure } from './benchmark';
import { isSmoke } from './scale';

/** What goes wrong, as often as it is asked for. */
const faults: readonly (readonly [string, ScriptedAnswer])[] = [
  ['503 for ever', { status: 503, body: { error: { code: 'service_unavailable', message: '' } } }],
  ['500 for ever', { status: 500, body: { error: { code: 'api_error', message: '' } } }],
  ['connection dropped after the question was taken', { drop: true }],
  [
    'daily quota',
    { status: 429, body: { error: { code: 429, message: '', details: [{ quotaId: 'RequestsPerDay' }] } } },
  ],
  ['wrong key', { status: 400, body: { error: { code: 400, message: '', details: [{ reason: 'API_KEY_INVALID' }] } } }],
  ['error in the middle of the answer', { sse: 'data: {"event_type":"error","error":{"code":"api_error"}}\n\n' }],
  ['answer cut after its first event', { text: 'Half of it', cutAfterEvents: 1, cutBy: 'reset' }],
];

/** More than either side ever asks for. */
const often = 12;
const question = 'Hello';

export const faultCounts: Benchmark = {
  name: 'faults',
  title: 'How often a question is sent, each time billable, when something goes wrong',
  run: async () => {
    const figures: Figure[] = [];
    for (const [what, answer] of isSmoke ? faults.slice(-2) : faults) {
      const ours = await measured(answer, askAsWeDo);
      const theirs = await measured(answer, askAsTheSdkDoes);
      const sdk: Figure = { what: `${what}: the SDK by itself`, unit: 'requests', samples: [theirs.requests] };
      figures.push(sdk, { what: `${what}: this extension`, unit: 'requests', samples: [ours.requests], against: sdk });
      figures.push({ what: `${what}: until it is said`, unit: 'ms', samples: [ours.ms] });
    }
    return figures;
  },
};

async function measured(
  answer: ScriptedAnswer,
  ask: (server: LocalServer) => Promise<unknown>,
): Promise<{ requests: number; ms: number }> {
  const server = await startLocalServer();
  try {
    for (let index = 0; index < often; index += 1) server.answerNext(answer);
    const began = performance.now();
    await ask(server);
    const ms = performance.now() - began;
    return { requests: server.requests.filter(({ method }) => method === 'POST').length, ms };
  } finally {
    await server.close();
  }
}

async function askAsWeDo(server: LocalServer): Promise<void> {
  const interactions = interactionsOver(() => Promise.resolve({ origin: server.url, key: 'test-key' }));
  await chatUnderTest(interactions, { clock: systemClock }).chat.send(question);
}

async function askAsTheSdkDoes(server: LocalServer): Promise<void> {
  const sdk = new GoogleGenAI({ apiKey: 'test-key', vertexai: false, httpOptions: { baseUrl: server.url } });
  try {
    const stream = await sdk.interactions.create({ model: 'gemini-3.8-flash', input: question, stream: true });
    for await (const _event of stream);
  } catch {
    // That it fails is what is measured here; how often it asked before is the figure.
  }
}
