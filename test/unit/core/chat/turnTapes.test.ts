import assert from 'node:assert/strict';
import { TurnTapes } from '../../../../src/core/chat/turnTapes';
import { question, serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest } from './chatUnderTest';

const clock = { now: () => 5, wallNow: () => 7 };
const event = { type: 'connected' } as const;

describe('the tapes of turns', () => {
  const under = serverUnderTest();

  it('hold what a chat has sent for a turn, and each event that came of it', async () => {
    const tapes = new TurnTapes({ now: () => 0, wallNow: () => 1_000 });
    const { chat } = chatUnderTest(under.client, { tapes });
    await chat.send('Hello');

    const tape = tapes.of(chat.turns()[0]?.id ?? '');
    assert.deepEqual(
      tape?.requests.map(({ at, ms, request }) => [at, ms, request.model, request.store]),
      [[1_000, 0, 'gemini-3.8-flash', true]],
    );
    const types = tape?.events.map((taped) => taped.event.type) ?? [];
    assert.deepEqual([types[0], types[1], types.at(-1)], ['connected', 'created', 'completed']);
    assert.equal(tape?.lost, 0);
  });

  it('hold each request of a turn that was asked in several forms', async () => {
    const tapes = new TurnTapes(clock);
    const background = { isWanted: () => true, refused: () => {} };
    const { chat } = chatUnderTest(under.client, { tapes, background });
    under.server.answerNext({
      status: 400,
      body: { error: { message: 'background is not supported', code: 'invalid_request' } },
    });
    await chat.send('Hello');

    const sent = tapes.of(chat.turns()[0]?.id ?? '')?.requests.map(({ request }) => request.background);
    assert.deepEqual(sent, [true, false]);
  });

  it('give up the oldest turns first, and then the newest events of a turn that is too long', () => {
    const tapes = new TurnTapes(clock);
    for (const id of ['old', 'long']) tapes.asked(id, question('Hello'));
    tapes.came('old', event);
    for (let count = 0; count < 20_001; count += 1) tapes.came('long', event);

    assert.equal(tapes.of('old'), undefined);
    assert.equal(tapes.of('long')?.events.length, 20_000);
    assert.equal(tapes.of('long')?.lost, 1);
  });

  it('give up as many of the oldest turns as there is need for', () => {
    const tapes = new TurnTapes(clock);
    for (const id of ['empty', 'long', 'new']) tapes.asked(id, question('Hello'));
    for (let count = 0; count < 20_000; count += 1) tapes.came('long', event);
    tapes.came('new', event);

    assert.deepEqual([tapes.of('empty') === undefined, tapes.of('long') === undefined], [true, true]);
    assert.deepEqual([tapes.of('new')?.events.length, tapes.of('new')?.lost], [1, 0]);
  });

  it('are those of 50 turns', () => {
    const tapes = new TurnTapes(clock);
    for (let turn = 0; turn <= 50; turn += 1) tapes.asked(`${turn}`, question('Hello'));
    assert.deepEqual([tapes.of('0'), tapes.of('1')?.requests.length], [undefined, 1]);
  });
});
