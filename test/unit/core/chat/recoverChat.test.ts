import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import { Failure } from '../../../../src/core/base/failure';
import { recoverChat, recoveredLog } from '../../../../src/core/chat/recoverChat';
import { answererOf, type Turn } from '../../../../src/core/conversation/turn';
import type { RememberedInteraction } from '../../../../src/core/interactions/events';
import { never, serverUnderTest } from '../../gemini/serverUnderTest';
import { libraryUnderTest } from '../storage/library/libraryUnderTest';
import { chatUnderTest } from './chatUnderTest';
import { interaction, ScriptedService } from './scriptedService';

/** Has an answer for each number, which goes on from the one before it. */
class LongChain extends ScriptedService {
  override readonly getWithInput = (id: string): Promise<RememberedInteraction> => {
    const input = [{ type: 'user_input', content: [{ type: 'text', text: 'More' }] }];
    const before = Number(id) > 1 && { previousInteractionId: `${Number(id) - 1}` };
    return Promise.resolve({ ...interaction(id, 'completed'), model: 'gemini-3.8-flash', input, ...before });
  };
}

describe('a chat of which only Google has something', () => {
  const under = serverUnderTest();
  const recover = (id: string, signal = never()) =>
    recoverChat({ interactions: under.client, newId: () => crypto.randomUUID(), now: () => 7 }, id, signal);
  /** What must be the same in a chat that came back. */
  const told = (turns: readonly Turn[]) =>
    turns.map(({ prompt, parts, steps, status, interactionId, usage, model }) =>
      JSON.parse(JSON.stringify({ prompt, parts, steps, status, interactionId, usage, model })),
    );

  for (const isInBackground of [false, true]) {
    it(`comes back turn for turn, ${isInBackground ? 'in the background' : 'in the foreground'}`, async () => {
      const background = { isWanted: () => isInBackground, refused: () => {} };
      const { chat } = chatUnderTest(under.client, { clock: systemClock, background });
      for (const question of ['My name is Ada.', 'Write a code example', 'What is my name?']) await chat.send(question);

      const found = await recover(chat.turns()[2]?.interactionId ?? '');

      assert.equal(found?.isWhole, true);
      assert.deepEqual(told(found.turns), told(chat.turns()));
      assert.deepEqual(
        found.turns.map(({ parentId }) => parentId),
        [undefined, found.turns[0]?.id, found.turns[1]?.id],
      );
      assert.ok(found.turns.every(({ createdAt }) => Math.abs(createdAt - Date.now()) < 60_000));
    });
  }

  it('comes back with the turns that a request brought along, such as a stopped one', async () => {
    const { chat } = chatUnderTest(under.client, { clock: systemClock });
    chat.setPrivate(true);
    await chat.send('My name is Ada.');
    chat.setPrivate(false);
    await chat.send('Hello');
    await chat.send('What is my name?');

    const found = await recover(chat.turns()[2]?.interactionId ?? '');

    const without = ({ usage: _usage, ...turn }: { usage?: unknown }) => turn;
    assert.deepEqual(told(found?.turns ?? []).map(without), told(chat.turns()).map(without));
  });

  it('is not whole where there is more than 10,000 answers of it', async () => {
    const chain = async (length: number) => {
      const parts = { interactions: new LongChain(), newId: () => '', now: () => 7 };
      const found = await recoverChat(parts, `${length}`, never());
      return [found?.turns.length, found?.isWhole];
    };

    assert.deepEqual(await chain(10_000), [10_000, true]);
    assert.deepEqual(await chain(10_001), [10_000, false]);
  });

  it('comes back with the agent that answered in it', async () => {
    const { chat } = chatUnderTest(under.client, { clock: systemClock });
    await chat.send('Hello');
    const first = chat.turns()[0]?.interactionId;
    const agent = 'deep-research-preview-04-2026';
    const body = { id: 'v1_agent', status: 'completed', agent, input: 'Heat pumps', previous_interaction_id: first };
    under.server.answerNext({ for: 'get', status: 200, body: { ...body, steps: [] } });

    const found = await recover('v1_agent');

    assert.deepEqual(found?.turns.map(answererOf), ['gemini-3.8-flash', agent]);
    assert.deepEqual(
      found.turns.map((turn) => turn.agent),
      [undefined, agent],
    );
  });

  it('comes back as far as Google has it', async () => {
    const { chat } = chatUnderTest(under.client, { clock: systemClock });
    for (const question of ['First', 'Second', 'Third']) await chat.send(question);
    under.server.forget(chat.turns()[0]?.interactionId ?? '');

    const found = await recover(chat.turns()[2]?.interactionId ?? '');

    assert.equal(found?.isWhole, false);
    assert.deepEqual(told(found.turns), told(chat.turns().slice(1)));
  });

  it('is gone when Google has forgotten its last answer', async () => {
    assert.equal(await recover('v1_unknown'), undefined);
  });

  it('is not given up when Google cannot be asked', async () => {
    under.server.answerNext({ for: 'get', status: 503, body: '' });

    await assert.rejects(recover('v1_any'), (error) => error instanceof Failure && error.reason === 'serviceBusy');
  });

  it('ends where a chain runs into itself, and when it is cancelled', async () => {
    const of = (id: string, previous: string) => {
      const body = { id, status: 'completed', input: id, steps: [], previous_interaction_id: previous };
      under.server.answerNext({ for: 'get', status: 200, body });
    };
    of('v1_a', 'v1_b');
    of('v1_b', 'v1_a');
    under.server.answerNext({ for: 'get', silence: 'beforeHeaders' });
    assert.deepEqual(
      (await recover('v1_a'))?.turns.map(({ prompt, createdAt }) => [prompt, createdAt]),
      [
        ['v1_b', 7],
        ['v1_a', 7],
      ],
    );

    const stop = new AbortController();
    const recovering = recover('v1_a', stop.signal);
    while (under.server.requests.length < 3) await new Promise(setImmediate);
    stop.abort();
    await assert.rejects(recovering, { name: 'AbortError' });
  });

  it('is a chat on disk again, which goes on where it was', async () => {
    const { chat } = chatUnderTest(under.client, { clock: systemClock });
    await chat.send('My name is Ada.');
    await chat.send('Hello');
    const found = await recover(chat.turns()[1]?.interactionId ?? '');
    assert.ok(found);
    const { library } = libraryUnderTest();

    const imported = await library.importLog(recoveredLog(found, 'About me', 'writer'));

    assert.ok(typeof imported === 'object' && imported.condition === 'whole');
    const saved = await library.load(imported.chatId);
    assert.equal(saved?.title, 'About me');
    assert.deepEqual(told(saved.turns), told(chat.turns()));
    assert.deepEqual(saved.interactionIds, chat.idsAtGoogle);
    assert.deepEqual(await library.recoverable(chat.idsAtGoogle), []);
  });

  it('is given no name that its first words give it anyway', async () => {
    const { chat } = chatUnderTest(under.client, { clock: systemClock });
    await chat.send('My name is Ada.');
    const found = await recover(chat.idsAtGoogle[0] ?? '');
    assert.ok(found);

    for (const [title, isWritten] of [
      ['My name is Ada.', false],
      ['', false],
      ['About me', true],
    ] as const) {
      const text = new TextDecoder().decode(recoveredLog(found, title, 'writer'));
      assert.equal(/"title"/.test(text), isWritten, title);
    }
  });
});
