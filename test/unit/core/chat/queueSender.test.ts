import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import type { ChatSessionParts } from '../../../../src/core/chat/chatParts';
import type { ChatSession } from '../../../../src/core/chat/chatSession';
import { QuestionQueue } from '../../../../src/core/chat/questionQueue';
import { QueueSender } from '../../../../src/core/chat/queueSender';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { chatsUnderTest } from './chatUnderTest';
import { created, interaction, type Script, ScriptedService, until, whole, wrote } from './scriptedService';

const page: Attachment = { kind: 'url', id: 'u', url: 'https://e.example' };
const question = (id: string, isHeld = false, attachments: readonly Attachment[] = []) => ({
  id,
  prompt: id,
  attachments,
  isHeld,
});
const running: Script = [created('v1_r'), wrote('So'), 'silence'];

function begin(...scripts: readonly Script[]) {
  return beginWith({}, ...scripts);
}

function beginWith(parts: Partial<ChatSessionParts>, ...scripts: readonly Script[]) {
  const service = new ScriptedService(...scripts);
  const { chats, errors } = chatsUnderTest(service, undefined, parts);
  const queue = new QuestionQueue();
  const refused: string[] = [];
  const answers: (readonly Attachment[] | undefined)[] = [];
  const sender = new QueueSender({
    chats,
    queue,
    isTaken: (_session, attachments) => attachments.length === 0,
    askAboutRefused: () => Promise.resolve(answers.shift()),
    onRefused: (_session, { id }) => refused.push(id),
    onError: (error) => errors.push(error),
  });
  const chat = chats.current;
  const asked = () => chat.turns().map(({ prompt }) => prompt);
  const waiting = () => queue.of(chat.chatId).map(({ id, isHeld }) => (isHeld ? `${id} held` : id));
  return { chats, chat, queue, sender, service, refused, answers, errors, asked, waiting };
}

async function idle(chat: ChatSession): Promise<void> {
  await setImmediate();
  await until(() => !chat.isBusy);
}

describe('QueueSender', () => {
  it('sends what waits after a whole answer, one by one, and leaves what is held', async () => {
    const { chat, queue, asked, waiting, errors } = begin();
    queue.add(chat.chatId, [question('a', true), question('b'), question('c')]);
    await chat.send('first');
    await idle(chat);
    assert.deepEqual([asked(), waiting(), errors], [['first', 'b', 'c'], ['a held'], []]);
  });

  it('holds what waits after an answer that failed or was cut short', async () => {
    const cut: Script = [
      created('v1_x'),
      wrote('So'),
      { type: 'completed', interaction: interaction('v1_x', 'incomplete') },
    ];
    for (const script of [[new Failure('badKey', { status: 400 })], cut]) {
      const { chat, queue, asked, waiting } = begin(script);
      queue.add(chat.chatId, [question('a')]);
      await chat.send('first');
      await idle(chat);
      assert.deepEqual([asked(), waiting()], [['first'], ['a held']]);
    }
  });

  it('sends what the user wants at once in place of the answer that runs, and then what waits', async () => {
    const { chat, queue, sender, asked, waiting } = begin(running);
    const sent = chat.send('first');
    await setImmediate();
    queue.add(chat.chatId, [question('a'), question('b')]);
    await sender.sendNow(chat, 'b');
    await sent;
    await idle(chat);
    assert.deepEqual([asked(), waiting()], [['first', 'b', 'a'], []]);
    await sender.sendNow(chat, 'gone');
    assert.equal(asked().length, 3);
  });

  it('sends a further question in place of the answer that runs, and holds nothing', async () => {
    const { chat, queue, sender, asked, waiting } = begin(running, running);
    const sent = chat.send('first');
    await setImmediate();
    queue.add(chat.chatId, [question('a')]);
    const other = sender.stopAndSend(chat, 'now', [page], {});
    await sent;
    await setImmediate();
    assert.deepEqual([asked(), waiting()], [['first', 'now'], ['a']]);
    assert.deepEqual(chat.turns()[1]?.attachments, [page]);
    chat.stop();
    assert.deepEqual(waiting(), ['a held']);
    assert.equal(await other, true);
  });

  it('asks the user about what the model does not take, and sends what is left', async () => {
    const { chat, queue, sender, refused, answers, waiting, asked } = begin();
    queue.add(chat.chatId, [question('a', false, [page]), question('b')]);
    await chat.send('first');
    await idle(chat);
    assert.deepEqual([refused, waiting()], [['a'], ['a held', 'b held']]);
    answers.push(undefined, []);
    await sender.sendNow(chat, 'a');
    assert.deepEqual(asked(), ['first']);
    await sender.sendNow(chat, 'a');
    assert.deepEqual([asked(), chat.turns()[1]?.attachments, waiting()], [['first', 'a'], [], ['b held']]);
  });

  it('does not send what was taken back while the user was asked', async () => {
    const { chat, queue, sender, answers, asked } = begin();
    queue.add(chat.chatId, [question('a', true, [page])]);
    answers.push([]);
    const sending = sender.sendNow(chat, 'a');
    queue.remove(chat.chatId, 'a');
    await sending;
    assert.deepEqual(asked(), []);
  });

  it('keeps a question that could not be asked, held', async () => {
    const { chat, queue, sender, waiting } = begin();
    queue.add(chat.chatId, [question('a')]);
    chat.dispose();
    await sender.sendNow(chat, 'a');
    assert.deepEqual(waiting(), ['a held']);
  });

  it('sends nothing after its end', async () => {
    const { chat, queue, sender, waiting } = begin();
    sender.dispose();
    queue.add(chat.chatId, [question('a')]);
    await chat.send('first');
    await idle(chat);
    assert.deepEqual(waiting(), ['a']);
  });

  it('keeps its chat open while it sends, and lets it go afterwards', async () => {
    const { chats, chat, queue } = begin(whole('v1_a', 'So'), whole('v1_b', 'So'));
    queue.add(chat.chatId, [question('a')]);
    const listening = chat.onDidPublish(({ type }) => {
      if (type !== 'turnAdded') return;
      listening.dispose();
      chats.newChat();
    });
    await chat.send('first');
    await until(() => chats.find(chat.chatId) === undefined);
    assert.equal(chat.turns()[1]?.status, 'done');
  });
});

describe('a question of the queue that is about to be asked', () => {
  it('leaves the queue when its turn is in the chat, and no sooner', async () => {
    const allowed: ((may: boolean) => void)[] = [];
    const { chats, chat, queue, sender, waiting } = beginWith({
      mayAsk: () => new Promise((may) => allowed.push(may)),
    });
    queue.add(chat.chatId, [question('a')]);
    const seen: string[] = [];
    chats.onDidChangeAnyChat(({ fact }) => seen.push(`${fact.type}: ${waiting().join()}`));
    const sent = sender.sendNow(chat, 'a');
    await chat.rename('Pumps');
    assert.deepEqual(seen, ['chatChanged: a']);
    allowed.shift()?.(true);
    await sent;
    assert.equal(seen[1], 'turnAdded: ');
  });

  it('stays in the queue, held, where it is not asked after all, and can be sent later', async () => {
    const answers = [false, true];
    const { chat, queue, sender, waiting, asked } = beginWith({
      mayAsk: () => Promise.resolve(answers.shift() === true),
    });
    queue.add(chat.chatId, [question('a')]);
    const sent = sender.sendNow(chat, 'a');
    await chat.rename('Pumps');
    await sent;
    assert.deepEqual([asked(), waiting()], [[], ['a held']]);
    await sender.sendNow(chat, 'a');
    assert.deepEqual([asked(), waiting()], [['a'], []]);
  });

  it('is asked once, and the next one after it, where the user wants both at once', async () => {
    const { chat, queue, sender, service, asked, waiting } = begin();
    queue.add(chat.chatId, [question('a', true), question('b')]);
    await Promise.all([sender.sendNow(chat, 'a'), sender.sendNow(chat, 'b')]);
    await idle(chat);
    assert.deepEqual([asked(), waiting(), service.asked.length], [['a', 'b'], [], 2]);
  });

  it('waits on where something else of an idle chat changes', async () => {
    const { chat, queue, waiting, asked } = begin();
    await chat.send('first');
    queue.add(chat.chatId, [question('a')]);
    await chat.rename('Pumps');
    await idle(chat);
    assert.deepEqual([asked(), waiting()], [['first'], ['a']]);
  });

  it('waits on where Google confirms the end of an earlier answer while the next one is on its way', async () => {
    const background = { isWanted: () => true, refused: () => {} };
    const { chat, queue, service, waiting } = beginWith({ background }, running, running);
    let confirm = () => {};
    service.cancel = (id) =>
      new Promise((resolve) => {
        confirm = () => resolve(interaction(id, 'cancelled'));
      });
    for (const [at, prompt] of ['first', 'second'].entries()) {
      if (at > 0) chat.stop();
      void chat.send(prompt);
      await until(() => chat.turns()[at]?.status === 'streaming');
    }
    queue.add(chat.chatId, [question('a')]);
    confirm();
    await until(() => chat.turns()[0]?.isCancelling === undefined);
    await setImmediate();
    assert.deepEqual([waiting(), chat.isStreaming], [['a'], true]);
    chat.stop();
  });
});
