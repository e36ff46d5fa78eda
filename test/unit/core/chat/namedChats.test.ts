import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { ModelTitles } from '../../../../src/core/chat/modelTitles';
import { hurriedClock } from '../../fakes/manualClock';
import { chatsUnderTest } from './chatUnderTest';
import { created, interaction, type Script, ScriptedService, until, whole, wrote } from './scriptedService';

/** Chats whose questions are answered with `So.`, and a service that names them with these scripts. */
function begin(...scripts: readonly Script[]) {
  const { chats, store } = chatsUnderTest(new ScriptedService(whole('v1_a', 'So.')));
  const namer = new ScriptedService(...scripts);
  const errors: unknown[] = [];
  const titles = new ModelTitles({
    chats,
    interactions: namer,
    clock: hurriedClock(),
    isWanted: () => true,
    onError: (error) => errors.push(error),
  });
  return { chats, chat: chats.current, store, namer, titles, errors };
}

async function quiet(): Promise<void> {
  for (let pass = 0; pass < 30; pass += 1) await setImmediate();
}

describe('the name that a model gives to a chat', () => {
  it('is asked for with the first question and its answer, and written as the model’s', async () => {
    const { chat, namer, store, errors } = begin(whole('', 'Reasons'));
    await chat.send('Why?');
    await until(() => chat.hasOwnTitle);
    const [content] = namer.asked[0]?.input ?? [];
    assert.deepEqual(content, { type: 'text', text: 'The question:\nWhy?\n\nThe answer:\nSo.' });
    assert.deepEqual(store.recordsOf(chat.chatId).at(-1), { kind: 'title', title: 'Reasons', by: 'model' });
    assert.deepEqual(errors, []);
  });

  it('names what is attached where the question has no words', async () => {
    const { chat, namer } = begin();
    await chat.send('', [{ kind: 'url', id: 'u', url: 'https://e.example' }]);
    await until(() => namer.asked.length > 0);
    assert.match(JSON.stringify(namer.asked[0]?.input), /question:\\nhttps:\/\/e\.example/);
  });

  it('does not take the place of one that the user gave meanwhile', async () => {
    const { chat, namer, titles } = begin([created(''), wrote('Reasons'), 'silence']);
    await chat.send('Why?');
    await until(() => namer.asked.length > 0);
    await chat.rename('Mine');
    titles.dispose();
    await quiet();
    assert.equal(chat.title, 'Mine');
  });

  it('is not asked for twice, nor for a later answer, nor after the end of all', async () => {
    const incomplete: Script = [created(''), { type: 'completed', interaction: interaction('', 'incomplete') }];
    const { chats, chat, namer, titles } = begin(incomplete);
    await chat.send('Why?');
    await until(() => namer.asked.length > 0);
    await chat.retry(chat.turns()[0]?.id ?? '');
    await chat.send('And?');
    await quiet();
    assert.deepEqual([namer.asked.length, chat.title], [1, 'Why?']);

    titles.dispose();
    chats.newChat();
    await chats.current.send('Other?');
    await quiet();
    assert.equal(namer.asked.length, 1);
  });

  it('is told of where a fault of ours stands in its way, and lets its chat go', async () => {
    const { chats, chat, errors } = begin([new TypeError('fault')]);
    await chat.send('Why?');
    chats.newChat();
    await until(() => errors.length > 0 && chats.find(chat.chatId) === undefined);
  });
});
