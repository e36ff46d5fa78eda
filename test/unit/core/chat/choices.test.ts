import assert from 'node:assert/strict';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest, usualAnswering } from './chatUnderTest';

interface Body {
  readonly tools?: readonly { readonly type: string }[];
  readonly generation_config?: { readonly thinking_level?: string };
}

describe('tools and thinking of a chat', () => {
  const under = serverUnderTest();
  const bodies = () => under.server.requests.map(({ body }) => body as Body);

  it('follow the settings until something is chosen, and go along with every question', async () => {
    const { chat } = chatUnderTest(under.client, {
      answering: () => ({ ...usualAnswering, tools: ['urlContext'], thinking: 'low' }),
    });
    await chat.send('One');
    chat.choose({ tools: ['googleSearch', 'urlContext'] });
    await chat.send('Two');
    await chat.send('Three');

    assert.deepEqual(
      bodies().map(({ tools }) => tools?.map(({ type }) => type)),
      [['url_context'], ['google_search', 'url_context'], ['google_search', 'url_context']],
    );
    assert.deepEqual(
      bodies().map((body) => body.generation_config?.thinking_level),
      ['low', 'low', 'low'],
    );
  });

  it('are there after a restart, written with the first question and not before', async () => {
    const { chats, store } = chatsUnderTest(under.client);
    chats.current.choose({ thinking: 'high' });
    assert.deepEqual(store.kinds(), []);
    await chats.current.send('Hello');
    assert.deepEqual(store.kinds().slice(0, 3), ['chat', 'choices', 'turn']);

    const after = chatsUnderTest(under.client, store);
    await after.chats.restore();

    assert.equal(after.chats.current.answering.thinking, 'high');
    assert.deepEqual(after.chats.current.answering.tools, []);
  });
});
