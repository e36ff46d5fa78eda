import assert from 'node:assert/strict';
import { chatCopy } from '../../../../src/core/chat/chatCopy';
import { readChat } from '../../../../src/core/storage/log/readChat';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest } from './chatUnderTest';

describe('the copy of a chat that the disk does not take', () => {
  const under = serverUnderTest();
  const read = (bytes: Uint8Array) => readChat('copy', bytes, () => Promise.resolve(undefined));

  it('reads back as the chat that is shown, signatures and all', async () => {
    const { chat, store } = chatUnderTest(under.client);
    store.journals[0]?.set('failing');
    await chat.send('My name is Ada.');
    await chat.send('What is my name?');
    await chat.rename('About Ada');

    const { chat: copy } = await read(chatCopy(chat, 'writer', 0));

    assert.equal(copy.title, 'About Ada');
    assert.equal(copy.condition, 'whole');
    assert.deepEqual(JSON.parse(JSON.stringify(copy.turns)), JSON.parse(JSON.stringify(chat.turns())));
    assert.deepEqual(copy.unfinished, []);
    assert.equal(copy.turns.length, 2);
  });

  it('says that a chat is private, and what is no longer at Google', async () => {
    const { chat } = chatUnderTest(under.client);
    await chat.send('Hello');
    const [id = ''] = chat.idsAtGoogle;
    await chat.forget([id]);
    chat.setPrivate(true);
    await chat.send('And now?');

    const { chat: copy } = await read(chatCopy(chat, 'writer', 0));

    assert.equal(copy.isPrivate, true);
    assert.deepEqual([...copy.forgotten], [id]);
  });
});
