import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runSeed } from '../../../budget';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest, textOf } from './chatUnderTest';

describe('many chats and many hands', () => {
  const under = serverUnderTest();

  it('lets five chats stream at once without mixing a word', async () => {
    const chats = ['ant', 'bee', 'cat', 'dog', 'elk'].map((name) => ({ name, ...chatUnderTest(under.client) }));
    // Asked one after the other, so that each takes its own scripted answer; they stream side by side.
    under.server.holdAfter(2);
    const sent: Promise<unknown>[] = [];
    for (const { name, chat } of chats) {
      under.server.answerNext({ text: `${name} `.repeat(200) });
      sent.push(chat.send(`Say ${name}`));
      await under.server.held();
    }
    under.server.release();
    await Promise.all(sent);

    for (const { name, chat } of chats) assert.equal(textOf(chat.turns()[0]), `${name} `.repeat(200));
  });

  it('has at most one running turn and no orphan, whatever is pressed in whatever order', async function () {
    this.timeout(60_000);
    const press = fc.constantFrom('send', 'stop', 'retry', 'new', 'continue', 'pause');
    const seed = runSeed;
    await fc.assert(
      fc.asyncProperty(fc.array(press, { minLength: 5, maxLength: 40 }), async (presses) => {
        const { chats, errors } = chatsUnderTest(under.client);
        const work: Promise<unknown>[] = [];
        for (const [index, key] of presses.entries()) {
          const chat = chats.current;
          const last = chat.turns().at(-1)?.id ?? '';
          if (key === 'send') work.push(chat.send(`Question ${index}`));
          else if (key === 'stop') chat.stop();
          else if (key === 'retry') work.push(chat.retry(last));
          else if (key === 'continue') work.push(chat.continue(last));
          else if (key === 'new') chats.newChat();
          else await Promise.race([Promise.all(work), new Promise((resolve) => setImmediate(resolve))]);
          const shown = chats.current;
          const running = shown.turns().filter(({ status }) => status === 'waiting' || status === 'streaming');
          assert.ok(running.length <= 1, `seed ${seed}`);
          assert.equal(running.length === 1, shown.isStreaming, `seed ${seed}`);
        }
        await Promise.all(work);
        assert.deepEqual(chats.running, [], `seed ${seed}`);
        for (const turn of chats.current.turns()) assert.match(turn.status, /done|stopped|failed/, `seed ${seed}`);
        assert.deepEqual(errors, [], `seed ${seed}`);
      }),
      { numRuns: 60 },
    );
  });
});
