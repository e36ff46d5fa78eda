import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { PendingAttachments } from '../../../../src/core/chat/pendingAttachments';
import { PreparedQuestions } from '../../../../src/core/chat/preparedQuestions';
import { QuestionQueue } from '../../../../src/core/chat/questionQueue';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { MemoryFiles } from '../storage/memoryFiles';
import { chatsUnderTest } from './chatUnderTest';
import { ScriptedService, until } from './scriptedService';

const path = 'v1/prepared.json';
const page: Attachment = { kind: 'url', id: 'u', url: 'https://e.example' };
const queued = { id: 'q', prompt: 'And then?', attachments: [page], isHeld: true };

function begin(files = new MemoryFiles()) {
  const { chats, errors } = chatsUnderTest(new ScriptedService());
  const [queue, pending] = [new QuestionQueue(), new PendingAttachments()];
  const prepared = new PreparedQuestions({ files, chats, pending, queue, onError: (error) => errors.push(error) });
  const onDisk = () => JSON.parse(new TextDecoder().decode(files.bytesOf(path) ?? new TextEncoder().encode('null')));
  return { chats, queue, pending, prepared, errors, files, onDisk };
}

async function readFrom(content: unknown) {
  const files = new MemoryFiles();
  files.put(path, new TextEncoder().encode(JSON.stringify(content)));
  const under = begin(files);
  await under.prepared.restore();
  return under;
}

describe('the file of what is prepared', () => {
  it('has each chat once, with what is attached and what waits, and the empty one', async () => {
    const { chats, queue, pending, prepared, onDisk } = begin();
    const { chatId } = chats.current;
    pending.add(chatId, [page]);
    queue.add(chatId, [queued]);
    queue.add('other', [queued]);
    await prepared.saved();
    assert.deepEqual(onDisk(), {
      emptyChat: chatId,
      chats: [
        { chatId, attachments: [page], queued: [queued] },
        { chatId: 'other', attachments: [], queued: [queued] },
      ],
    });
    await chats.current.send('one');
    await prepared.saved();
    assert.equal('emptyChat' in onDisk(), false);
  });

  it('is written by itself whenever something changes, until its end', async () => {
    const { queue, pending, prepared, onDisk, files } = begin();
    pending.add('c', [page]);
    await until(() => onDisk()?.chats.length === 1);
    queue.add('d', [queued]);
    await until(() => onDisk()?.chats.length === 2);
    prepared.dispose();
    const before = files.calls.length;
    pending.add('e', [page]);
    queue.remove('d', 'q');
    for (let pass = 0; pass < 10; pass += 1) await setImmediate();
    assert.equal(files.calls.length, before);
  });

  it('tells where the disk does not take it', async () => {
    const { pending, errors, files } = begin();
    files.faults = (operation) => (operation === 'write' ? { code: 'ENOSPC' } : undefined);
    pending.add('c', [page]);
    await until(() => errors.length > 0);
  });

  it('is read once, with what waits held where no answer comes', async () => {
    const { queue, pending, prepared } = await readFrom({
      chats: [{ chatId: 'c', attachments: [page], queued: [{ ...queued, isHeld: false }] }],
    });
    assert.deepEqual([pending.of('c'), queue.of('c')], [[page], [queued]]);
    await prepared.restore();
    assert.equal(queue.of('c').length, 1);
  });

  it('is read without what is not whole', async () => {
    const { queue, pending } = await readFrom({
      chats: [
        { attachments: [page], queued: [queued] },
        { chatId: 'c', attachments: [{ kind: 'url' }, page], queued: [{ prompt: 'x' }, { id: 'x' }, queued] },
      ],
    });
    assert.deepEqual([pending.chatIds, queue.chatIds], [['c'], ['c']]);
    assert.deepEqual([pending.of('c'), queue.of('c')], [[page], [queued]]);
    for (const content of [null, [], 'x', {}]) {
      const none = await readFrom(content);
      assert.deepEqual([none.pending.chatIds, none.queue.chatIds, none.errors], [[], [], []]);
    }
  });

  it('gives what an empty chat had to the empty chat of this run, and to none that has begun', async () => {
    const content = { emptyChat: 'old', chats: [{ chatId: 'old', attachments: [page], queued: [] }] };
    const { chats, pending } = await readFrom(content);
    assert.deepEqual([pending.of(chats.current.chatId), pending.of('old')], [[page], []]);

    const files = new MemoryFiles();
    files.put(path, new TextEncoder().encode(JSON.stringify(content)));
    const begun = begin(files);
    await begun.chats.current.send('one');
    await begun.prepared.restore();
    assert.deepEqual(begun.pending.chatIds, []);
  });

  it('loses all of a chat that is deleted, also what is on its way, and nothing of others', async () => {
    const { queue, pending, prepared } = begin();
    const cancelled: string[] = [];
    pending.add('c', [page]);
    pending.setComing('c', { id: 'v', name: 'v', media: 'video', percent: 0, cancel: () => cancelled.push('v') });
    for (const id of ['c', 'd']) queue.add(id, [queued, { ...queued, id: 'r' }]);
    prepared.forget('c');
    assert.deepEqual([pending.of('c'), cancelled, queue.chatIds], [[], ['v'], ['d']]);
  });
});
