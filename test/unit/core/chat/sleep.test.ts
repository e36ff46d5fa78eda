import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '../../fakes/manualClock';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest, textOf } from './chatUnderTest';

const hour = 3_600_000;
/** The silence after which a stream is given up, and what it is given after a sleep. Milliseconds. */
const idle = 60_000;
const grace = 5_000;

describe('a machine that sleeps in mid-answer', () => {
  const under = serverUnderTest();
  const questions = () =>
    under.server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/interactions'));

  /** A chat with half an answer, on a machine that has slept for an hour and has just woken up. */
  async function asleep(isInBackground: boolean) {
    under.server.holdAfter(4);
    const clock = new ManualClock();
    const background = { isWanted: () => isInBackground, refused: () => {} };
    const opened = chatUnderTest(under.client, { clock, background });
    const sent = opened.chat.send('Write a long essay');
    await under.server.held();
    const [live] = under.server.interactions().values();
    const written = live?.events.filter(({ event_type }) => event_type.startsWith('step.')).length;
    const { chat, store } = opened;
    const kept = () => store.recordsOf(chat.chatId).flatMap((record) => (record.kind === 'delta' ? record.events : []));
    while (kept().length !== written) await setImmediate();
    const shown = textOf(chat.turns()[0]);

    while (!clock.isWaiting(idle, idle)) await setImmediate();
    clock.advance(hour);
    while (!clock.isWaiting(grace, grace)) await setImmediate();
    assert.equal(chat.turns()[0]?.status, 'streaming');
    return { ...opened, clock, sent, shown };
  }

  it('has the stream go on that is still there after the sleep', async () => {
    const { chat, sent, failures } = await asleep(false);

    under.server.release();
    await sent;

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.deepEqual(failures, []);
    assert.equal(under.server.requests.length, 1);
  });

  it('resumes an answer by itself that runs in the background, and asks nothing twice', async () => {
    const { chat, clock, sent, shown, failures } = await asleep(true);

    clock.advance(grace);
    while (!chat.turns()[0]?.isResuming) await setImmediate();
    under.server.release();
    await sent;

    const [turn] = chat.turns();
    assert.equal(turn?.status, 'done');
    assert.ok(textOf(turn).startsWith(shown) && textOf(turn).length > shown.length);
    const [live] = under.server.interactions().values();
    assert.ok(JSON.stringify(live?.steps).includes(JSON.stringify(textOf(turn))));
    assert.deepEqual(failures, []);
    assert.equal(questions().length, 1);
  });

  it('says that it slept where the answer needed the connection, and keeps what came for Continue', async () => {
    const { chat, clock, sent, shown } = await asleep(false);

    clock.advance(grace);
    await sent;

    const [turn] = chat.turns();
    assert.equal(turn?.status, 'failed');
    assert.equal(turn.failure?.reason, 'slept');
    assert.equal(textOf(turn), shown);
    assert.equal(questions().length, 1);
    under.server.release();
    await chat.continue(turn.id);
    assert.equal(chat.turns()[1]?.status, 'done');
    assert.ok(JSON.stringify(questions()[1]?.body).includes(JSON.stringify(shown)));
  });
});
