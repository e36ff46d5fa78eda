import assert from 'node:assert/strict';
import { chatCopy } from '../../../../src/core/chat/chatCopy';
import { reviewPrompt } from '../../../../src/core/chat/prompts';
import { requestFor } from '../../../../src/core/chat/turnRequest';
import type { ChatSchema } from '../../../../src/core/conversation/chatSchema';
import { readChat } from '../../../../src/core/storage/log/readChat';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest, usualAnswering } from './chatUnderTest';

const sent = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
const schema: ChatSchema = { name: 'plant.schema.json', sent, whole: { ...sent, not: { required: ['age'] } } };
const format = { type: 'text', mime_type: 'application/json', schema: sent };
const answer = '{"name":"Rose"}';
const shown = '```json\n{"name":"Rose"}\n```\n';

describe('the schema of a chat', () => {
  const under = serverUnderTest();
  const formats = () =>
    under.server.requests.map(({ body }) => (body as { readonly response_format?: unknown }).response_format);

  it('goes along with every question from then on, also in a private chat, until it is removed', async () => {
    const { chat } = chatUnderTest(under.client);
    await chat.send('One');
    chat.setExtras({ schema });
    await chat.send('Two');
    chat.setPrivate(true);
    await chat.send('Three');
    chat.setExtras({ schema: undefined });
    await chat.send('Four');

    assert.deepEqual(formats(), [undefined, format, format, undefined]);
    assert.deepEqual(
      chat.turns().map((turn) => turn.schema),
      [undefined, schema.name, schema.name, undefined],
    );
  });

  it('gives way to the form of a review, and a model that makes pictures is not told of it', async () => {
    const { chat } = chatUnderTest(under.client);
    chat.setExtras({ schema });
    await chat.send(reviewPrompt);
    await chat.send('A rose', [], { model: 'gemini-3.1-flash-image' });

    assert.deepEqual(
      chat.turns().map((turn) => turn.schema),
      [undefined, undefined],
    );
    assert.doesNotMatch(JSON.stringify(formats()), /"name"/);
  });

  it('makes the answer a block of JSON, which it still is after a restart and in a copy of the chat', async () => {
    const { chats, store } = chatsUnderTest(under.client);
    chats.current.setExtras({ schema });
    under.server.answerNext({ text: answer });
    await chats.current.send('Which plant?');
    const texts = (session = chats.current) =>
      session.turns().flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' ? part.text : [])));
    assert.deepEqual(texts(), [shown]);
    assert.deepEqual(store.kinds().slice(0, 3), ['chat', 'schema', 'turn']);

    const after = chatsUnderTest(under.client, store);
    await after.chats.restore();
    assert.deepEqual(after.chats.current.extras.schema, schema);
    assert.deepEqual(texts(after.chats.current), [shown]);

    const { chat } = await readChat('copy', chatCopy(chats.current, 'w', 1), () => Promise.resolve(undefined));
    assert.deepEqual(chat.schema, schema);
    assert.deepEqual(
      chat.turns.map(({ schema: name, parts }) => [name, parts]),
      [[schema.name, [{ kind: 'text', text: shown }]]],
    );
  });

  it('is not sent again with a turn that was asked with another one', async () => {
    const { chat } = chatUnderTest(under.client);
    chat.setExtras({ schema });
    await chat.send('One');
    const [turn] = chat.turns();
    assert.ok(turn);
    const made = (name: string) =>
      requestFor(turn, [], {
        isPrivate: false,
        background: false,
        instruction: '',
        answering: usualAnswering,
        schema: { ...schema, name },
        agentLimits: { maxTotalTokens: 0, network: ['*'] },
        forgotten: new Set(),
      }).request.responseFormat;
    assert.deepEqual(made(schema.name), format);
    assert.equal(made('other.schema.json'), undefined);
  });
});
