import assert from 'node:assert/strict';
import { chatCopy } from '../../../../src/core/chat/chatCopy';
import { readChat } from '../../../../src/core/storage/log/readChat';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest } from './chatUnderTest';

const own = 'Instructions for this chat:\nAnswer in Greek.';

describe('the instruction of a chat', () => {
  const under = serverUnderTest();
  const told = () =>
    under.server.requests.map(({ body }) => {
      const { system_instruction: text = '' } = body as { readonly system_instruction?: string };
      return text.endsWith(own);
    });

  it('goes along with every question from then on, also in a private chat, until it is removed', async () => {
    const { chat } = chatUnderTest(under.client);
    await chat.send('One');
    chat.setExtras({ instruction: 'Answer in Greek.' });
    await chat.send('Two');
    chat.setPrivate(true);
    await chat.send('Three');
    chat.setExtras({ instruction: '' });
    await chat.send('Four');

    assert.deepEqual(told(), [false, true, true, false]);
  });

  it('is there after a restart, written with the first question and not before, and once it was removed no more', async () => {
    const { chats, store } = chatsUnderTest(under.client);
    chats.current.setExtras({ instruction: 'Answer in Greek.' });
    assert.deepEqual(store.kinds(), []);
    await chats.current.send('Hello');
    assert.deepEqual(store.kinds().slice(0, 3), ['chat', 'instruction', 'turn']);

    const after = chatsUnderTest(under.client, store);
    await after.chats.restore();
    assert.equal(after.chats.current.extras.instruction, 'Answer in Greek.');
    after.chats.current.setExtras({ instruction: '' });
    await after.chats.current.send('And now?');

    const last = chatsUnderTest(under.client, store);
    await last.chats.restore();
    assert.equal(last.chats.current.extras.instruction, '');
    assert.deepEqual(told(), [true, false]);
  });

  it('goes over to a branch in a chat of its own, and into a copy of the chat', async () => {
    const { chats } = chatsUnderTest(under.client);
    const { current } = chats;
    current.setExtras({ instruction: 'Answer in Greek.' });
    await current.send('Hello');
    const other = chats.begin();
    assert.ok(other.forkFrom(current, current.turns()[0]?.id ?? ''));
    assert.equal(other.extras.instruction, 'Answer in Greek.');

    const { chat } = await readChat('copy', chatCopy(current, 'w', 1), () => Promise.resolve(undefined));
    assert.equal(chat.instruction, 'Answer in Greek.');
  });
});
