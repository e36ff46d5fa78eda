import assert from 'node:assert/strict';
import { readRemoteServers } from '../../../../src/core/chat/remoteServers';
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

  it('have the remote MCP servers that are on and can be used, where the model takes them', async () => {
    const remote = readRemoteServers([
      { name: 'tickets', url: 'https://mcp.example/v1', allowedTools: ['search', 7] },
      { name: 'wiki', url: 'http://wiki.example' },
      { name: 'other', url: 'https://other.example' },
    ]);
    const { chat, store } = chatUnderTest(under.client, { answering: () => ({ ...usualAnswering, remote }) });
    chat.setModel('gemini-2.5-flash-lite');
    chat.choose({ servers: ['wiki', 'tickets', 'gone'] });
    await chat.send('Which tickets are open?');
    chat.choose({ thinking: 'low' });
    chat.setModel('gemini-3.8-flash');
    await chat.send('And now?');

    assert.deepEqual(bodies()[0]?.tools, [
      {
        type: 'mcp_server',
        name: 'tickets',
        url: 'https://mcp.example/v1',
        allowed_tools: [{ mode: 'auto', tools: ['search'] }],
      },
    ]);
    assert.equal(bodies()[1]?.tools, undefined);
    assert.deepEqual(chat.answering.servers, ['wiki', 'tickets', 'gone']);
    assert.ok(store.kinds().includes('choices'));
    const [first] = chat.turns();
    assert.deepEqual(
      first?.parts.flatMap((part) => (part.kind === 'toolCall' ? [part.step, part.name, part.other] : [])),
      ['mcp_server_tool_call', 'search', { server_name: 'tickets' }],
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
