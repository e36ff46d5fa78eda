import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { PendingAttachments } from '../../../../src/core/chat/pendingAttachments';
import { PreparedQuestions } from '../../../../src/core/chat/preparedQuestions';
import { QuestionQueue } from '../../../../src/core/chat/questionQueue';
import type { MediaAttachment } from '../../../../src/core/conversation/turn';
import { pictureAttachment } from '../../fakes/attachments';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { MemoryFiles } from '../storage/memoryFiles';
import { chatsUnderTest } from './chatUnderTest';

const picture: MediaAttachment = {
  ...pictureAttachment,
  data: 'QUJDREVG'.repeat(100),
  uri: 'file:///p.png',
  tokens: 1_120,
  thumbnail: '/9j/',
};
const note: MediaAttachment = { ...picture, id: 'n', name: 'n.png', data: 'AAAA' };
const blobs = 'v1/blobs/prepared';

describe('files that are attached and were not sent yet', () => {
  const under = serverUnderTest();

  function begin(files: MemoryFiles) {
    const { chats, errors } = chatsUnderTest(under.client, new MemoryChatRecords());
    const queue = new QuestionQueue();
    const pending = new PendingAttachments();
    const prepared = new PreparedQuestions({ files, chats, pending, queue, onError: (error) => errors.push(error) });
    return { chats, queue, pending, prepared, errors, chatId: chats.current.chatId };
  }
  async function listed(files: MemoryFiles, wanted: RegExp): Promise<string> {
    for (;;) {
      const text = new TextDecoder().decode(await files.read('v1/prepared.json'));
      if (wanted.test(text)) return text;
      await setImmediate();
    }
  }
  const kept = async (files: MemoryFiles) => (await files.list(blobs)).length;

  it('are on the disk with their bytes beside the list, and back after a reload', async () => {
    const files = new MemoryFiles();
    const { pending, queue, chatId, errors } = begin(files);
    pending.add(chatId, [picture]);
    queue.add(chatId, [{ id: 'q', prompt: 'And this?', attachments: [note], isHeld: true }]);
    const list = await listed(files, /"n\.png"/);
    assert.doesNotMatch(list, /QUJD/);
    assert.equal(await kept(files), 2);

    const second = begin(files);
    await second.prepared.restore();
    assert.deepEqual(second.pending.of(second.chatId), [picture]);
    assert.deepEqual(second.queue.of(second.chatId)[0]?.attachments, [note]);
    assert.deepEqual([...errors, ...second.errors], []);
  });

  it('leave no bytes behind once they are removed', async () => {
    const files = new MemoryFiles();
    const { pending, chatId } = begin(files);
    pending.add(chatId, [picture, note]);
    await listed(files, /"n\.png"/);
    pending.remove(chatId, ['p']);
    assert.doesNotMatch(await listed(files, /^(?!.*"p\.png")/), /"p\.png"/);
    assert.equal(await kept(files), 1);
  });

  it('come back without the ones whose bytes are lost', async () => {
    const files = new MemoryFiles();
    const { pending, chatId } = begin(files);
    pending.add(chatId, [picture, note]);
    await listed(files, /"n\.png"/);
    const [first] = await files.list(blobs);
    await files.remove(`${blobs}/${first?.name}`);

    const second = begin(files);
    await second.prepared.restore();
    assert.equal(second.pending.of(second.chatId).length, 1);
  });
});
