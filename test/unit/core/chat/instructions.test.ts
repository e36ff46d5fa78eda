import assert from 'node:assert/strict';
import { instructionsOf, withInstructionOfChat } from '../../../../src/core/chat/instructions';
import { chatInstruction } from '../../../../src/core/chat/prompts';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest } from './chatUnderTest';

const golden = `${chatInstruction}

Instructions of the developer:
Answer in German.

Rules of the project, from AGENTS.md:
Use tabs.

Rules of the project, from web/GEMINI.md:
No classes.`;

const rules = [
  { path: 'AGENTS.md', text: 'Use tabs.\n' },
  { path: 'web/GEMINI.md', text: 'No classes.\n\n' },
];

describe('instructions of a chat', () => {
  const under = serverUnderTest();
  const bodies = () => under.server.requests.map(({ body }) => body as Readonly<Record<string, unknown>>);
  const instructions = () => Promise.resolve(instructionsOf(' Answer in German.\n', rules));

  it('make one text, with where each rule comes from', () => {
    assert.deepEqual(instructionsOf(' Answer in German.\n', rules), {
      text: golden,
      files: ['AGENTS.md', 'web/GEMINI.md'],
    });
    assert.deepEqual(instructionsOf(' \n', []), { text: chatInstruction, files: [] });
  });

  it('end with that of the chat, where it has one', () => {
    assert.equal(
      withInstructionOfChat('Be kind.', ' Be brief.\n'),
      'Be kind.\n\nInstructions for this chat:\nBe brief.',
    );
    for (const none of ['', ' \n']) assert.equal(withInstructionOfChat('Be kind.', none), 'Be kind.');
  });

  it('go along with every question, since the service forgets them', async () => {
    const { chat } = chatUnderTest(under.client, { instructions });
    await chat.send('Hello');
    await chat.send('Again');

    assert.deepEqual(bodies()[0], {
      model: 'gemini-3.8-flash',
      stream: true,
      store: true,
      system_instruction: golden,
      generation_config: { thinking_summaries: 'auto' },
      input: [{ type: 'user_input', content: [{ type: 'text', text: 'Hello' }] }],
    });
    assert.equal(bodies()[1]?.system_instruction, golden);
    assert.ok(bodies()[1]?.previous_interaction_id);
  });

  it('go along with a private question and with one that is asked again', async () => {
    const { chat } = chatUnderTest(under.client, { instructions });
    chat.setPrivate(true);
    await chat.send('Hello');
    await chat.retry(chat.turns()[0]?.id ?? '');

    assert.deepEqual(
      bodies().map(({ system_instruction }) => system_instruction),
      [golden, golden],
    );
  });

  it('are read for each question, and the answer keeps the names of the files it had', async () => {
    let files = rules;
    const read = () => Promise.resolve(instructionsOf('', files));
    const { chats, store } = chatsUnderTest(under.client, undefined, { instructions: read });
    await chats.current.send('Hello');
    files = [];
    await chats.current.send('Again');

    const after = chatsUnderTest(under.client, store, { instructions: read });
    await after.chats.restore();
    assert.deepEqual(
      after.chats.current.turns().map(({ rulesFiles }) => rulesFiles),
      [['AGENTS.md', 'web/GEMINI.md'], undefined],
    );
    assert.equal(bodies()[1]?.system_instruction, chatInstruction);
  });
});
