import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { ChatSession } from '../../../../src/core/chat/chatSession';
import type { Chats } from '../../../../src/core/chat/chats';
import { PendingAttachments } from '../../../../src/core/chat/pendingAttachments';
import { PreparedQuestions } from '../../../../src/core/chat/preparedQuestions';
import { QuestionQueue } from '../../../../src/core/chat/questionQueue';
import { QueueSender } from '../../../../src/core/chat/queueSender';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { MemoryFiles } from '../storage/memoryFiles';
import { chatsUnderTest } from './chatUnderTest';

const file: Attachment = { kind: 'file', id: 'f', uri: 'file:///a.ts', path: 'a.ts', languageId: 'ts', text: 'let a;' };

describe('the questions that wait for an answer', () => {
  const under = serverUnderTest();

  function begin(store = new MemoryChatRecords(), files = new MemoryFiles()) {
    const { chats, errors } = chatsUnderTest(under.client, store);
    const queue = new QuestionQueue();
    const pending = new PendingAttachments();
    const onError = (error: unknown) => errors.push(error);
    const refused: string[] = [];
    const answers: (readonly Attachment[] | undefined)[] = [];
    const sender = new QueueSender({
      chats,
      queue,
      isTaken: ({ model }, attachments) => model !== 'gemini-3.5-flash-lite' || attachments.length === 0,
      askAboutRefused: () => Promise.resolve(answers.shift()),
      onRefused: (_session, { id }) => refused.push(id),
      onError,
    });
    const prepared = new PreparedQuestions({ files, chats, pending, queue, onError });
    return { chats, queue, pending, sender, prepared, store, files, errors, refused, answers };
  }
  const wait = (queue: QuestionQueue, chat: ChatSession, ...prompts: readonly string[]) =>
    queue.add(
      chat.chatId,
      prompts.map((prompt) => ({ id: prompt, prompt, attachments: [], isHeld: false })),
    );
  const prompts = (chat: ChatSession) => chat.turns().map(({ prompt }) => prompt);
  async function settled(chat: ChatSession, count: number): Promise<void> {
    while (chat.isBusy || chat.turns().length < count) await setImmediate();
  }
  /** Asks a question, and stops in the middle of its answer. */
  async function inAnswer(chats: Chats): Promise<void> {
    under.server.holdAfter(3);
    void chats.current.send('first');
    await under.server.held();
  }

  it('are sent one after the other, each after the answer before it', async () => {
    const { chats, queue, errors } = begin();
    await inAnswer(chats);
    wait(queue, chats.current, 'second', 'third');
    assert.deepEqual(prompts(chats.current), ['first']);

    under.server.release();
    await settled(chats.current, 3);
    assert.deepEqual(prompts(chats.current), ['first', 'second', 'third']);
    assert.deepEqual(queue.of(chats.current.chatId), []);
    assert.deepEqual(errors, []);
  });

  it('are sent in their own chat, also when another one is shown by then', async () => {
    const { chats, queue } = begin();
    const { current } = chats;
    await inAnswer(chats);
    wait(queue, current, 'second');
    chats.newChat();

    under.server.release();
    await settled(current, 2);
    assert.deepEqual(prompts(current), ['first', 'second']);
    assert.equal(chats.current.isEmpty, true);
  });

  it('stay after Stop until the user sends them', async () => {
    const { chats, queue, sender } = begin();
    const { current } = chats;
    await inAnswer(chats);
    wait(queue, current, 'second', 'third');
    current.stop();
    under.server.release();
    await settled(current, 1);

    assert.deepEqual(
      queue.of(current.chatId).map(({ isHeld }) => isHeld),
      [true, true],
    );
    await sender.sendNow(current, 'third');
    await settled(current, 2);
    assert.deepEqual(prompts(current), ['first', 'third']);
    assert.deepEqual(
      queue.of(current.chatId).map(({ prompt }) => prompt),
      ['second'],
    );
  });

  it('stay where the model, which was changed, does not take what they have attached, until the user decides', async () => {
    const { chats, queue, sender, refused, answers } = begin();
    const { current } = chats;
    await inAnswer(chats);
    queue.add(current.chatId, [{ id: 'q', prompt: 'second', attachments: [file], isHeld: false }]);
    current.setModel('gemini-3.5-flash-lite');
    under.server.release();
    await settled(current, 1);
    while (refused.length === 0) await setImmediate();
    assert.deepEqual([refused, queue.of(current.chatId)[0]?.isHeld], [['q'], true]);

    answers.push(undefined, []);
    await sender.sendNow(current, 'q');
    assert.deepEqual([prompts(current), queue.of(current.chatId).length], [['first'], 1]);
    await sender.sendNow(current, 'q');
    await settled(current, 2);
    assert.deepEqual(
      current.turns().map(({ prompt, attachments }) => [prompt, attachments]),
      [
        ['first', []],
        ['second', []],
      ],
    );
    assert.deepEqual(queue.of(current.chatId), []);
  });

  for (const ends of ['failed', 'incomplete'] as const) {
    it(`stay after an answer that ends as ${ends}`, async () => {
      const { chats, queue } = begin();
      under.server.answerNext({ text: 'Half of', ends });
      const asked = chats.current.send('first');
      wait(queue, chats.current, 'second');
      await asked;

      assert.deepEqual(prompts(chats.current), ['first']);
      assert.equal(queue.of(chats.current.chatId)[0]?.isHeld, true);
    });
  }

  it('give way to a question that stops the answer, and go on after that one', async () => {
    const { chats, queue, sender } = begin();
    const { current } = chats;
    await inAnswer(chats);
    wait(queue, current, 'later');
    const sent = sender.stopAndSend(current, 'at once', [], {});
    under.server.release();

    assert.equal(await sent, true);
    await settled(current, 3);
    assert.deepEqual(prompts(current), ['first', 'at once', 'later']);
  });

  it('are there again after a crash, with what is attached, and wait for the user if no answer goes on', async () => {
    const first = begin();
    await first.chats.current.send('first');
    const { chatId } = first.chats.current;
    first.queue.add(chatId, [{ id: 'q', prompt: 'second', attachments: [file], isHeld: false }]);
    first.pending.add(chatId, [file]);
    while (!(await first.files.read('v1/prepared.json'))) await setImmediate();

    const again = begin(first.store, first.files);
    await again.prepared.restore();
    assert.deepEqual(again.queue.of(chatId), [{ id: 'q', prompt: 'second', attachments: [file], isHeld: true }]);
    assert.deepEqual(again.pending.of(chatId), [file]);
  });

  it('keeps what was taken to be asked with until the question has it, and no longer', async () => {
    const { store, files, pending, prepared } = begin();
    pending.add('c', [file]);
    const again = () => {
      const next = begin(store, files);
      return next.prepared.restore().then(() => next.pending.of('c'));
    };
    const taken = pending.take('c');
    assert.deepEqual([pending.of('c'), taken.attachments], [[], [file]]);
    await prepared.saved();
    assert.deepEqual(await again(), [file]);

    taken.release();
    taken.giveBack();
    await prepared.saved();
    assert.deepEqual([pending.of('c'), await again()], [[], []]);

    pending.add('c', [file]);
    pending.take('c').giveBack();
    assert.deepEqual(pending.of('c'), [file]);
  });

  it('are forgotten with their chat', async () => {
    const { pending, queue, prepared, files } = begin();
    pending.add('c', [file]);
    queue.add('c', [{ id: 'q', prompt: 'second', attachments: [], isHeld: false }]);
    prepared.forget('c');
    assert.deepEqual([pending.chatIds, queue.chatIds], [[], []]);
    const kept = async () => new TextDecoder().decode(await files.read('v1/prepared.json'));
    while (!(await kept()).endsWith('"chats":[]}')) await setImmediate();
  });

  it('are sent after an answer that a crash left unfinished and that is completed now', async () => {
    const first = begin();
    await inAnswer(first.chats);
    const { chatId } = first.chats.current;
    wait(first.queue, first.chats.current, 'second');
    first.queue.add(chatId, [{ id: 'held', prompt: 'third', attachments: [], isHeld: true }]);
    await first.prepared.saved();
    first.chats.dispose();

    const again = begin(first.store, first.files);
    await again.prepared.restore();
    assert.deepEqual(
      again.queue.of(chatId).map(({ isHeld }) => isHeld),
      [false, true],
    );
    under.server.release();
    const session = await again.chats.session(chatId);
    assert.ok(session);
    while (session.awaitsAnswer) await setImmediate();
    // The service goes on only with what runs in the background; else the answer is interrupted, and the user decides.
    const isWhole = session.turns()[0]?.status === 'done';
    assert.equal(again.queue.find(chatId, 'second')?.isHeld, isWhole ? undefined : true);
  });

  it('keeps what is attached to an empty chat, which has another id after a reload', async () => {
    const first = begin();
    first.pending.add(first.chats.current.chatId, [file]);
    while (!(await first.files.read('v1/prepared.json'))) await setImmediate();

    const again = begin(new MemoryChatRecords(), first.files);
    await again.prepared.restore();
    assert.deepEqual(again.pending.of(again.chats.current.chatId), [file]);
  });

  it('loses nothing that an earlier run left when something is added before it was read', async () => {
    const first = begin();
    await first.chats.current.send('first');
    first.pending.add(first.chats.current.chatId, [file]);
    while (!(await first.files.read('v1/prepared.json'))) await setImmediate();

    const again = begin(first.store, first.files);
    again.queue.add('other', [{ id: 'q', prompt: 'x', attachments: [], isHeld: false }]);
    await again.prepared.restore();
    assert.deepEqual(again.pending.of(first.chats.current.chatId), [file]);
    assert.equal(again.queue.of('other').length, 1);
  });

  it('reads over a file that something else wrote', async () => {
    const files = new MemoryFiles();
    for (const text of ['{', '[]', '{"chats":[{"chatId":1},{"chatId":"c","queued":[{"id":"q"}],"attached":[{}]}]}']) {
      await files.write('v1/prepared.json', new TextEncoder().encode(text));
      const { prepared, queue, pending } = begin(new MemoryChatRecords(), files);
      await prepared.restore();
      assert.deepEqual([queue.chatIds, pending.chatIds], [[], []], text);
    }
  });
});
