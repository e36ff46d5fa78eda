import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { type Purpose, purposes } from '../../../../src/core/interactions/purpose';
import { type EndedInteraction, MeteredInteractions } from '../../../../src/core/usage/meteredInteractions';
import { collect, never, question, serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest, textArrived } from '../chat/chatUnderTest';

describe('the metered port', () => {
  const under = serverUnderTest({ researchMs: 1 });
  const metered = (refused: readonly Purpose[] = []) => {
    const ended: EndedInteraction[] = [];
    const port = new MeteredInteractions(under.client, {
      admit: (purpose) =>
        refused.includes(purpose) ? Promise.reject(new Failure('dayBudgetReached')) : Promise.resolve(),
      ended: (interaction) => ended.push(interaction),
    });
    return { port, ended };
  };

  it('tells of each answer once, with what it took, what it was for and who answered', async () => {
    under.server.answersAs = { 'gemini-2.5-flash': 'gemini-3.5-flash-lite' };
    const { port, ended } = metered();
    await collect(port.ask(question('Hello'), never()));
    await collect(port.ask(question('Hello', { model: 'gemini-2.5-flash', purpose: 'commit', store: false }), never()));

    assert.deepEqual(
      ended.map(({ model, askedModel, purpose, id }) => [model, askedModel, purpose, id === '']),
      [
        ['gemini-3.8-flash', undefined, 'chat', false],
        ['gemini-3.5-flash-lite', 'gemini-2.5-flash', 'commit', true],
      ],
    );
    assert.ok(ended.every(({ usage }) => (usage?.total ?? 0) > 0));
  });

  it('counts an answer that broke off in the background once with what it took, however often it is met', async () => {
    under.server.answerNext({ text: 'Later.', cutAfterEvents: 3 });
    const { port, ended } = metered();
    const { chat } = chatUnderTest(port, { background: { isWanted: () => true, refused: () => {} } });
    await chat.send('Hello');

    const [turn] = chat.turns();
    assert.equal(turn?.status, 'done');
    const said = ended.filter(({ usage }) => usage);
    assert.equal(said.length, 1);
    assert.equal(said[0]?.id, turn.interactionId);
    assert.equal(said[0]?.usage?.total, turn.usage?.total);
    await port.get(turn.interactionId ?? '', never());
    assert.equal(ended.filter(({ usage }) => usage).length, 1);
  });

  it('tells of what was stopped that nothing is known of it, and of what was refused nothing', async () => {
    const { port, ended } = metered();
    under.server.holdAfter(2);
    const { chat } = chatUnderTest(port);
    const sent = chat.send('Hello');
    await under.server.held();
    await textArrived(chat);
    chat.stop();
    await sent;
    assert.deepEqual(
      ended.map(({ usage, purpose }) => [usage, purpose]),
      [[undefined, 'chat']],
    );

    under.server.answerNext({ status: 400, body: { error: { code: 'invalid_request', message: '' } } });
    await chat.send('And now?');
    assert.equal(ended.length, 1);
  });

  it('counts what so far is known of a stream that breaks off', async () => {
    const { port, ended } = metered();
    under.server.answerNext({ text: 'Half.', cutAfterEvents: 4, cutBy: 'end', totalUsage: usage(7) });
    const stop = new AbortController();
    await collect(port.ask(question('Hello', { store: false }), stop.signal));
    assert.deepEqual(
      ended.map((one) => one.usage?.total),
      [7],
    );
  });

  it('counts a research when it is found to have ended, also in another window, and a plan as a plan', async () => {
    const { port, ended } = metered();
    const agent = {
      agent: 'deep-research-preview-04-2026',
      input: [{ type: 'text', text: 'Heat pumps' }],
      agentConfig: { type: 'deep-research', collaborative_planning: true },
    } as const;
    const { id } = await port.startAgent(agent, never());
    while ((await port.get(id, never())).status !== 'completed');
    const later = metered();
    await collect(later.port.follow(id, undefined, never()));

    for (const [one] of [ended, later.ended]) {
      assert.deepEqual([one?.id, one?.agent, one?.purpose], [id, agent.agent, 'research']);
      assert.ok((one?.usage?.total ?? 0) > 0);
    }
    assert.equal(ended[0]?.isPlan, true);
    assert.equal(ended.length, 1);
  });

  it('counts a request that was written by hand, once it is admitted', async () => {
    const { port, ended } = metered();
    const body = port.bodyOf(question('Hello', { store: false }));
    await collect(port.askBody(body, never()));
    assert.deepEqual(
      ended.map(({ model, purpose }) => [model, purpose]),
      [['gemini-3.8-flash', 'replay']],
    );
    await assert.rejects(collect(metered(['replay']).port.askBody(body, never())), { reason: 'dayBudgetReached' });
  });

  it('sends nothing that is not admitted, but leaves chats and the rest of an answer alone', async () => {
    const { port, ended } = metered(purposes);
    const ofChats: readonly (Purpose | undefined)[] = [undefined, 'chat', 'compare', 'review'];
    for (const purpose of ofChats) {
      await collect(port.ask(question('Hello', { ...(purpose && { purpose }) }), never()));
    }
    assert.equal(ended.length, ofChats.length);
    const before = under.server.requests.length;
    for (const purpose of purposes.filter((one) => !ofChats.includes(one))) {
      await assert.rejects(collect(port.ask(question('Hello', { purpose }), never())), { reason: 'dayBudgetReached' });
    }
    await assert.rejects(port.startAgent({ agent: 'x', input: [], agentConfig: { type: 'deep-research' } }, never()));
    assert.equal(under.server.requests.length, before);
  });
});

describe('a chat with a budget that is used up', () => {
  const under = serverUnderTest();

  it('asks nothing and writes nothing down, and the caller keeps the prompt', async () => {
    const { chats, store } = chatsUnderTest(under.client, undefined, { mayAsk: () => Promise.resolve(false) });
    assert.equal(await chats.current.send('Hello'), false);

    assert.deepEqual(chats.current.turns(), []);
    assert.equal(chats.current.isBusy, false);
    assert.deepEqual(store.recordsOf(chats.current.chatId), []);
    assert.deepEqual(under.server.requests, []);
  });

  it('keeps what an answer cost more than the 20 before it, and how long its first words took', async () => {
    const { chats, store } = chatsUnderTest(under.client, undefined, { isCostly: (cost) => cost > 0 });
    await chats.current.send('Hello');

    const [kept] = (await store.load(chats.current.chatId))?.turns ?? [];
    assert.equal(kept?.isCostly, true);
    const { first = -1, total = -1 } = kept.times ?? {};
    assert.ok(first >= 0 && first <= total, `${first} of ${total}`);
  });
});

function usage(total: number) {
  return { total_tokens: total, total_input_tokens: total };
}
