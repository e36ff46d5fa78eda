import assert from 'node:assert/strict';
import { chatCopy } from '../../../../src/core/chat/chatCopy';
import { readChat } from '../../../../src/core/storage/log/readChat';
import { chatUnderTest } from './chatUnderTest';
import { ScriptedService } from './scriptedService';

const schema = { name: 'Rows', sent: { type: 'array' }, whole: { type: 'array' } };
const read = (bytes: Uint8Array) => readChat('copy', bytes, () => Promise.resolve(undefined)).then(({ chat }) => chat);
const kindsIn = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(bytes)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).k);

describe('a copy of a chat', () => {
  it('has no more than there is to say', async () => {
    const { chat } = chatUnderTest(new ScriptedService(), { now: () => 5 });
    assert.equal((await read(chatCopy(chat, 'w', 9))).createdAt, 9);
    await chat.send('one');
    const bytes = chatCopy(chat, 'w', 9);
    const copy = await read(bytes);
    assert.deepEqual([copy.createdAt, copy.title, copy.isPrivate, copy.forgotten.size], [5, undefined, false, 0]);
    assert.deepEqual(kindsIn(bytes), ['chat', 'turn', 'accepted', 'end']);
  });

  it('has its name, its privacy, and what was chosen for it', async () => {
    const { chat } = chatUnderTest(new ScriptedService());
    await chat.send('one');
    await chat.rename('Pumps');
    chat.setPrivate(true);
    chat.setExtras({ instruction: 'Be brief', schema });
    const copy = await read(chatCopy(chat, 'w', 9));
    assert.deepEqual([copy.title, copy.titledBy, copy.isPrivate], ['Pumps', 'user', true]);
    assert.deepEqual([copy.instruction, copy.schema, copy.interactionIds], ['Be brief', schema, ['v1_x']]);
  });

  it('names what Google no longer has', async () => {
    const { chat } = chatUnderTest(new ScriptedService());
    await chat.send('one');
    await chat.forget(['v1_x']);
    const copy = await read(chatCopy(chat, 'w', 9));
    assert.deepEqual([...copy.forgotten], ['v1_x']);
  });
});
