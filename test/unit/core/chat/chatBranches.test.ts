import assert from 'node:assert/strict';
import type { ChatSession } from '../../../../src/core/chat/chatSession';
import { detach } from '../../../../src/core/interactions/port';
import { chatUnderTest } from './chatUnderTest';
import { created, type Script, ScriptedService, until, whole, wrote } from './scriptedService';

const running: Script = [created('v1_r'), wrote('So'), 'silence'];

/** A chat of these questions, with what it tells from then on. */
async function chatOf(...prompts: readonly string[]) {
  const service = new ScriptedService();
  const under = chatUnderTest(service);
  for (const prompt of prompts) await under.chat.send(prompt);
  const told: string[] = [];
  under.chat.onDidPublish(({ type }) => told.push(type));
  return { ...under, service, told, ids: under.chat.turns().map(({ id }) => id) };
}
const prompts = (chat: ChatSession) => chat.turns().map(({ prompt }) => prompt);

describe('the branches of a chat', () => {
  it('are shown to their end, which is written down', async () => {
    const { chat, store, told, ids } = await chatOf('one', 'two');
    const [first = '', second = ''] = ids;
    await chat.askInstead(first, 'other');
    assert.deepEqual([prompts(chat), told[0]], [['other'], 'opened']);
    const [other] = chat.turns();
    assert.ok(other);
    assert.deepEqual(chat.branches(other), { answers: [other.id], questions: [first, other.id] });
    told.length = 0;
    await chat.showBranch(first);
    assert.deepEqual([prompts(chat), told, chat.continuations(first)], [['one', 'two'], ['opened'], [second]]);
    assert.deepEqual(store.recordsOf(chat.chatId).at(-1), { kind: 'leaf', turnId: second });
  });

  it('begin after an answer that the user goes back to', async () => {
    const { chat, store, told, ids } = await chatOf('one', 'two');
    const [first = '', second] = ids;
    await chat.branchFrom(first);
    assert.deepEqual([prompts(chat), told], [['one'], ['opened']]);
    assert.deepEqual(store.recordsOf(chat.chatId).at(-1), { kind: 'leaf', turnId: first });
    await chat.send('three');
    assert.deepEqual([prompts(chat), told[1]], [['one', 'three'], 'turnAdded']);
    assert.deepEqual(chat.continuations(first), [second, chat.turns()[1]?.id]);
  });

  it('do not change for a turn that is not there, nor while an answer is on its way', async () => {
    const { chat, ids, told, store, service } = await chatOf('one', 'two');
    const before = store.lines.length;
    await chat.showBranch('unknown');
    await chat.branchFrom('unknown');
    await chat.retry('unknown');
    assert.equal(await chat.askInstead('unknown', 'other'), false);
    assert.deepEqual([told, store.lines.length], [[], before]);

    service.answerWith(running);
    const sent = chat.send('three');
    await until(() => chat.isStreaming);
    await chat.showBranch(ids[0] ?? '');
    await chat.branchFrom(ids[0] ?? '');
    await chat.retry(ids[0] ?? '');
    assert.deepEqual(prompts(chat), ['one', 'two', 'three']);
    chat.stop();
    await sent;
  });

  it('are for the same question with the same things attached, and its picture in the same form', async () => {
    const page = { kind: 'url', id: 'u', url: 'https://e.example' } as const;
    const { chat, service } = await chatOf();
    await chat.send('A cat', [page], { model: 'gemini-nano-banana-2.1', image: { ratio: '16:9' } });
    const [drawn] = chat.turns();
    assert.ok(drawn);
    await chat.retry(drawn.id);
    await chat.askInstead(drawn.id, 'A dog');
    for (const asked of chat.turns()) {
      const { prompt, attachments, model, image } = asked;
      assert.deepEqual([prompt, attachments, model, image], ['A dog', [page], drawn.model, { ratio: '16:9' }]);
    }
    assert.deepEqual(
      service.asked.map(({ model }) => model),
      [drawn.model, drawn.model, drawn.model],
    );
    await chat.retry(drawn.id, { model: 'gemini-3.8-flash' });
    assert.equal(chat.turns()[0]?.model, 'gemini-3.8-flash');
  });

  it('do not part where the rest of the last answer is asked for, and of no other', async () => {
    const { chat, ids, service } = await chatOf('one', 'two');
    await chat.continue(ids[0] ?? '');
    assert.deepEqual([prompts(chat), service.asked.length], [['one', 'two'], 2]);
    await chat.continue(ids[1] ?? '');
    assert.deepEqual(prompts(chat), ['one', 'two', 'Go on']);
  });

  it('begin a chat of its own up to a turn, where that chat is empty', async () => {
    const { chat, ids } = await chatOf('one', 'two');
    const other = await chatOf();
    assert.equal(other.chat.forkFrom(chat, 'unknown'), false);
    assert.equal(other.chat.forkFrom(chat, ids[1] ?? ''), true);
    assert.deepEqual([prompts(other.chat), other.told.includes('opened')], [['one'], true]);
    assert.equal(other.chat.forkFrom(chat, ids[1] ?? ''), false);
    const first = await chatOf();
    assert.equal(first.chat.forkFrom(chat, ids[0] ?? ''), true);
    assert.deepEqual([prompts(first.chat), first.chat.isEmpty], [[], true]);
  });
});

describe('a question of a chat', () => {
  it('is on disk before it is asked, which the caller is told', async () => {
    const { chat, store, service } = await chatOf();
    const kept: unknown[] = [];
    const onKept = () => kept.push(store.kinds().at(-1), service.asked.length);
    assert.equal(await chat.send('one', [], { onKept }), true);
    assert.deepEqual(kept, ['turn', 0]);
  });

  it('waits where the caller says so, and is for what the caller says', async () => {
    const { chat, service } = await chatOf();
    const waits: unknown[] = [];
    chat.onDidPublish((fact) => fact.type === 'turnChanged' && fact.turn.wait && waits.push(fact.turn.wait.reason));
    await chat.send('one', [], { firstWait: { reason: 'rateLimited', ms: 10 }, purpose: 'compare' });
    assert.deepEqual([waits, service.asked[0]?.purpose], [['rateLimited'], 'compare']);
  });

  it('is refused while another is asked, and where it is blank', async () => {
    const { chat } = await chatOf();
    assert.equal(await chat.send(' \n'), false);
    const sent = chat.send('one');
    assert.deepEqual([chat.isBusy, chat.isStreaming, chat.awaitsAnswer], [true, false, true]);
    assert.equal(await chat.send('two'), false);
    assert.equal(await sent, true);
    assert.deepEqual([chat.isBusy, chat.awaitsAnswer, chat.isEmpty, prompts(chat)], [false, false, false, ['one']]);
  });

  it('is not asked in a chat that was closed meanwhile', async () => {
    const { chat, service } = await chatOf();
    const sent = chat.send('one');
    chat.dispose();
    assert.deepEqual([await sent, service.asked], [false, []]);
  });

  it('is listened to no longer once its chat is closed, and goes on at the service', async () => {
    const { chat, service } = await chatOf();
    service.answerWith(running);
    const sent = chat.send('one');
    await until(() => chat.turns()[0]?.status === 'streaming');
    chat.dispose();
    await sent;
    assert.deepEqual([service.signals[0]?.reason, service.cancelled, chat.isStreaming], [detach, [], false]);
  });

  it('continues what the service has, with the settings of its chat', async () => {
    const { chat, service } = await chatOf('one');
    service.answerWith(whole('v1_z', 'So'));
    chat.setModel('gemini-3.7-flash');
    chat.choose({ thinking: 'low' });
    chat.choose({ tools: ['googleSearch'] });
    chat.setExtras({ instruction: 'Be brief' });
    assert.deepEqual(
      [chat.model, chat.answering.thinking, chat.answering.tools],
      ['gemini-3.8-flash', 'low', ['googleSearch']],
    );
    await chat.send('two');
    const [, asked] = service.asked;
    assert.deepEqual(
      [asked?.previousInteractionId, asked?.model, asked?.thinkingLevel, asked?.tools],
      ['v1_x', 'gemini-3.8-flash', 'low', [{ type: 'google_search' }]],
    );
    assert.match(asked?.systemInstruction ?? '', /Instructions for this chat:\nBe brief$/);
    assert.deepEqual(chat.extras, { instruction: 'Be brief', schema: undefined });
  });
});

describe('the name of a chat', () => {
  it('is what its first question begins with, until it is given one', async () => {
    const { chat, store, told } = await chatOf();
    assert.deepEqual([chat.title, chat.hasOwnTitle], ['', false]);
    await chat.send('How do heat pumps work?');
    assert.equal(chat.title, 'How do heat pumps work?');
    await chat.rename('Pumps');
    assert.deepEqual([chat.title, chat.hasOwnTitle, told.at(-1)], ['Pumps', true, 'chatChanged']);
    assert.deepEqual(store.recordsOf(chat.chatId).at(-1), { kind: 'title', title: 'Pumps', by: 'user' });
    await chat.rename('Heat', 'model');
    assert.deepEqual(store.recordsOf(chat.chatId).at(-1), { kind: 'title', title: 'Heat', by: 'model' });
  });
});
