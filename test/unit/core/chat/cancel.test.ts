import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { type Clock, systemClock } from '../../../../src/core/base/clock';
import type { ChatSession } from '../../../../src/core/chat/chatSession';
import { interactionsOver } from '../../../../src/gemini/client';
import type { ScriptedAnswer } from '../../../server/scriptedAnswer';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest, textArrived } from './chatUnderTest';

const background = { isWanted: () => true, refused: () => {} };

/** The waits between two tries take no time. `callsMs`: how long the answer to a try is waited for. */
function clockOfTries(callsMs?: number): Clock {
  const tries = [250, 1_000, 2_000, 5_000, 10_000, 20_000, 40_000];
  let waited = 0;
  return {
    ...systemClock,
    now: () => waited,
    wait: (ms, signal) => {
      if (ms !== tries[0]) return systemClock.wait(ms < 60_000 ? (callsMs ?? ms) : ms, signal);
      tries.shift();
      waited += ms;
      return setImmediate();
    },
  };
}

const body = (id: string, status: string) => ({ id, status, object: 'interaction', steps: [] });
const error = (code: string) => ({ error: { code, message: 'No' } });
const times = (count: number, answer: ScriptedAnswer) => Array.from({ length: count }, () => answer);

interface Case {
  readonly name: string;
  /** What the service answers to the cancel and to the looks after it. Then it does as it usually does. */
  readonly answers: (id: string) => readonly ScriptedAnswer[];
  readonly isConfirmed: boolean;
  /** How often it is asked to cancel, at least. */
  readonly cancels: number;
  readonly isSilent?: boolean;
}

const cases: readonly Case[] = [
  {
    name: 'confirms it at once',
    answers: (id) => [{ for: 'cancel', status: 200, body: body(id, 'cancelled') }],
    isConfirmed: true,
    cancels: 1,
  },
  {
    name: 'takes it and stops only after a while',
    answers: (id) => [
      ...times(3, { for: 'cancel', status: 200, body: body(id, 'in_progress') }),
      ...times(3, { for: 'get', status: 200, body: body(id, 'in_progress') }),
      { for: 'cancel', status: 200, body: body(id, 'cancelled') },
    ],
    isConfirmed: true,
    cancels: 4,
  },
  {
    name: 'no longer knows it, time after time',
    answers: () => [
      ...times(20, { for: 'cancel', status: 404, body: error('not_found') }),
      ...times(20, { for: 'get', status: 404, body: error('not_found') }),
    ],
    isConfirmed: true,
    cancels: 8,
  },
  {
    name: 'once does not find it, and then stops',
    answers: () => [
      { for: 'cancel', status: 404, body: error('not_found') },
      { for: 'get', status: 404, body: error('not_found') },
    ],
    isConfirmed: true,
    cancels: 2,
  },
  {
    name: 'says that it has ended already',
    answers: (id) => [
      { for: 'cancel', status: 409, body: error('conflict') },
      { for: 'get', status: 200, body: body(id, 'completed') },
    ],
    isConfirmed: true,
    cancels: 1,
  },
  {
    name: 'refuses and writes on',
    answers: (id) => [
      ...times(8, { for: 'cancel', status: 409, body: error('conflict') }),
      ...times(8, { for: 'get', status: 200, body: body(id, 'in_progress') }),
    ],
    isConfirmed: false,
    cancels: 8,
  },
  {
    name: 'has a fault each time',
    answers: () => [
      ...times(8, { for: 'cancel', status: 500, body: error('api_error') }),
      ...times(8, { for: 'get', status: 503, body: error('service_unavailable') }),
    ],
    isConfirmed: false,
    cancels: 8,
  },
  {
    name: 'never says a word',
    answers: () => [
      ...times(8, { for: 'cancel', silence: 'beforeHeaders' }),
      ...times(8, { for: 'get', silence: 'beforeHeaders' }),
    ],
    isConfirmed: false,
    cancels: 1,
    isSilent: true,
  },
];

describe('Stop of an answer that runs in the background', () => {
  const under = serverUnderTest();
  const cancels = () => under.server.requests.filter(({ path }) => path.endsWith('/cancel'));
  const questions = () =>
    under.server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/interactions'));

  for (const { name, answers, isConfirmed, cancels: least, isSilent = false } of cases) {
    it(`is seen at once and ${isConfirmed ? 'confirmed' : 'said to be unconfirmed'} when the service ${name}`, async () => {
      under.server.holdAfter(3);
      const clock = clockOfTries(isSilent ? 20 : undefined);
      const { chat, store, errors } = chatUnderTest(under.client, { background, clock });
      const sent = chat.send('Write a long essay');
      await under.server.held();
      await textArrived(chat);
      const [id = ''] = under.server.interactions().keys();
      for (const answer of answers(id)) under.server.answerNext(answer);

      chat.stop();

      assert.equal(chat.isStreaming, false);
      assert.equal(chat.turns()[0]?.status, 'stopped');
      assert.equal(chat.turns()[0]?.isCancelling, true);
      await sent;
      await settled(chat);
      const [turn] = chat.turns();
      assert.equal(turn?.status, 'stopped');
      assert.equal(turn.endedAs, isConfirmed ? undefined : 'cancelUnconfirmed');
      assert.ok(cancels().length >= least, `${cancels().length} cancels`);
      assert.ok(cancels().every(({ path }) => path.includes(id)));
      assert.equal(questions().length, 1);
      const [kept] = (await store.load(chat.chatId))?.turns ?? [];
      assert.equal(kept?.status, 'stopped');
      assert.equal(kept.endedAs, turn.endedAs);
      assert.deepEqual(errors, []);
    });
  }

  it('is carried out as soon as its id comes, when it is pressed before that', async () => {
    const sse = 'data: {"event_type":"interaction.created","interaction":{"id":"v1_late","status":"in_progress"}}\n\n';
    under.server.holdAfter(0);
    under.server.answerNext({ sse, cutAfterEvents: 1, cutBy: 'stall' });
    const { chat } = chatUnderTest(under.client, { background, clock: systemClock });
    const sent = chat.send('Hello');
    await under.server.held();

    chat.stop();
    await sent;
    assert.equal(chat.turns()[0]?.status, 'stopped');
    assert.deepEqual(cancels(), []);
    under.server.release();

    while (cancels().length === 0) await setImmediate();
    assert.deepEqual(
      cancels().map(({ path }) => path),
      ['/v1/interactions/v1_late/cancel'],
    );
    assert.equal(await questions()[0]?.ended, 'closedByClient');
    assert.equal(chat.turns()[0]?.status, 'stopped');
  });

  it('sends nothing at all when it is pressed before the question has left', async () => {
    let connecting = () => {};
    const client = interactionsOver(() => {
      connecting();
      return Promise.resolve({ origin: under.server.url, key: 'test-key' });
    });
    const { chat, store } = chatUnderTest(client, { background, clock: systemClock });

    const first = chat.send('Stopped while it is written down');
    while (!chat.isStreaming) await Promise.resolve();
    chat.stop();
    await first;
    connecting = () => chat.stop();
    await chat.send('Stopped while the key is read');

    assert.deepEqual(
      chat.turns().map(({ status, isCancelling }) => [status, isCancelling]),
      [
        ['stopped', undefined],
        ['stopped', undefined],
      ],
    );
    assert.equal(store.kinds().filter((kind) => kind === 'end').length, 2);
    // What was sent before would have arrived before.
    await client.listModels(new AbortController().signal);
    assert.deepEqual(questions(), []);
    assert.deepEqual(cancels(), []);
  });
});

/** Resolves once the service has confirmed the stop, or is not waited for any more. */
function settled(chat: ChatSession): Promise<void> {
  if (!chat.turns()[0]?.isCancelling) return Promise.resolve();
  return new Promise((resolve) => {
    const listening = chat.onDidPublish(() => {
      if (chat.turns()[0]?.isCancelling) return;
      listening.dispose();
      resolve();
    });
  });
}
