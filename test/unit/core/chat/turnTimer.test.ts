import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import { ChatSession } from '../../../../src/core/chat/chatSession';
import { TurnTimer } from '../../../../src/core/chat/turnTimer';
import { Answer } from '../../../../src/core/conversation/answer';
import { readDelta } from '../../../../src/core/interactions/deltas';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readStep } from '../../../../src/core/interactions/steps';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { partsUnderTest } from './chatUnderTest';

/** A timer beside an answer that grows, with a clock that the test moves. */
function timed(isFromStart = true) {
  let now = 1_000;
  const answer = new Answer();
  const timer = new TurnTimer(() => now, isFromStart);
  const at = (ms: number, event: InteractionEvent) => {
    now = 1_000 + ms;
    timer.note(event, answer.apply(event));
  };
  const began = (index: number, type: string): InteractionEvent => ({
    type: 'stepStarted',
    index,
    step: readStep({ type }),
  });
  const thought = (index: number): InteractionEvent => ({
    type: 'stepGrew',
    index,
    delta: readDelta({ type: 'thought_summary', content: { type: 'text', text: 'Hm' } }),
  });
  const text = (index: number): InteractionEvent => ({
    type: 'stepGrew',
    index,
    delta: readDelta({ type: 'text', text: 'So' }),
  });
  return { timer, at, began, thought, text, wait: (ms: number) => (now = 1_000 + ms) };
}

describe('TurnTimer', () => {
  const under = serverUnderTest();

  it('measures the turn, and each stretch of thinking from the beginning of its step', () => {
    const { timer, at, began, thought, text, wait } = timed();
    at(100, began(0, 'thought'));
    at(900, thought(0));
    wait(1_500);
    assert.deepEqual(timer.soFar, { thoughts: [1_400] });
    at(2_000, began(1, 'thought'));
    at(2_100, thought(1));
    at(4_100, began(2, 'model_output'));
    at(4_200, text(2));
    at(5_000, began(3, 'thought'));
    at(5_100, thought(3));
    wait(6_000);

    assert.deepEqual(timer.end(), { total: 6_000, first: 900, thoughts: [4_100, 1_000] });
  });

  it('measures thinking from its own step, and not from what came before', () => {
    const { timer, at, began, thought, text } = timed();
    at(100, began(0, 'model_output'));
    at(200, text(0));
    at(300, text(0));
    at(400, began(1, 'model_output'));
    at(1_000, began(2, 'thought'));
    at(1_100, thought(2));
    at(2_000, began(3, 'model_output'));
    at(2_000, text(3));

    assert.deepEqual(timer.end(), { total: 2_000, first: 200, thoughts: [1_000] });
  });

  it('leaves out thinking of which nothing is shown', () => {
    const { timer, at, began, text } = timed();
    at(100, began(0, 'thought'));
    at(3_000, began(1, 'model_output'));
    at(3_100, text(1));

    assert.deepEqual(timer.end(), { total: 3_100, first: 3_100, thoughts: [] });
  });

  it('says nothing of thoughts that it did not see come, and of a turn whose beginning it did not see', () => {
    const replaced = timed();
    replaced.at(0, replaced.began(0, 'thought'));
    replaced.at(10, replaced.thought(0));
    replaced.timer.loseThoughts();
    replaced.wait(50);
    assert.deepEqual(replaced.timer.end(), { total: 50, first: 10, thoughts: [] });

    const resumed = timed(false);
    resumed.at(0, resumed.began(0, 'thought'));
    resumed.at(10, resumed.thought(0));
    assert.equal(resumed.timer.soFar, undefined);
    assert.equal(resumed.timer.end(), undefined);
  });

  it('gives its times to the answer, which has them after the chat was read again', async () => {
    const store = new MemoryChatRecords();
    const errors: unknown[] = [];
    const parts = partsUnderTest(under.client, store, errors, { clock: systemClock });
    const chat = new ChatSession(parts, 'chat');
    await chat.send('Hello');
    const [turn] = chat.turns();
    assert.ok((turn?.times?.total ?? -1) >= 0);

    const saved = await store.load('chat');
    assert.deepEqual(saved?.turns[0]?.times, turn?.times);
  });
});
