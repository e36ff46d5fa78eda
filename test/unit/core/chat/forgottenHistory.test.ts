import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import { ChatSession } from '../../../../src/core/chat/chatSession';
import { Chats } from '../../../../src/core/chat/chats';
import type { Turn } from '../../../../src/core/conversation/turn';
import { until } from '../../../launch/until';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { day, type LibraryUnderTest, libraryUnderTest } from '../storage/library/libraryUnderTest';
import type { MemoryFiles } from '../storage/memoryFiles';
import { partsUnderTest, textOf } from './chatUnderTest';

interface Body {
  readonly background?: boolean;
  readonly previous_interaction_id?: string;
  readonly input: unknown;
}

const expired = { status: 404, body: { error: { code: 'not_found', message: 'previous_interaction_id not found' } } };

for (const background of [false, true]) {
  describe(`a chat that Google has forgotten, ${background ? 'in the background' : 'in the foreground'}`, () => {
    const under = serverUnderTest();
    const errors: unknown[] = [];
    const open: Chats[] = [];
    let disk: LibraryUnderTest<MemoryFiles>;
    beforeEach(() => {
      disk = libraryUnderTest();
    });
    afterEach(() => {
      for (const chats of open.splice(0)) chats.dispose();
      assert.deepEqual([...errors.splice(0), ...disk.errors], []);
    });

    const bodies = () =>
      under.server.requests
        .filter(({ method, path }) => method === 'POST' && path === '/v1/interactions')
        .map(({ body }) => body as Body);

    /** A window over the chats on disk. */
    function window(): { chats: Chats; library: LibraryUnderTest<MemoryFiles>['library'] } {
      const { library } = disk.otherWindow();
      const choice = { isWanted: () => background, refused: () => {} };
      const own = { clock: systemClock, background: choice, records: library };
      const chats = new Chats(partsUnderTest(under.client, new MemoryChatRecords(), errors, own));
      open.push(chats);
      return { chats, library };
    }

    /** Another day: the earlier window is closed, and this one has the chat from disk. */
    async function reopened(chatId: string) {
      for (const chats of open.splice(0)) chats.dispose();
      disk.pass(2 * day);
      const next = window();
      assert.ok(await next.chats.open(chatId));
      return next;
    }

    /** The window before may take a moment to let the chat go. */
    async function ask({ current }: Chats, prompt: string): Promise<Turn> {
      await until('the chat to be this window’s', () => current.send(prompt), { timeoutMs: 5_000 });
      const turn = current.turns().at(-1);
      assert.equal(turn?.prompt, prompt);
      return turn;
    }

    /** A chat of two turns, of which nothing is at Google any more. Returns what Google had of it. */
    async function forgottenChat(): Promise<{ readonly chatId: string; readonly remembered: readonly unknown[] }> {
      const { current } = window().chats;
      await current.send('My name is Ada.');
      await current.send('Say something about rivers.');
      const stored = [...under.server.interactions()];
      for (const [id] of stored) under.server.forget(id);
      return { chatId: current.chatId, remembered: stored.flatMap(([, live]) => [...live.input, ...live.steps]) };
    }

    it('is given to it once more as a whole, byte for byte what a chat without memory would send', async () => {
      const { chatId, remembered } = await forgottenChat();
      const { chats, library } = await reopened(chatId);
      const saved = await library.load(chatId);
      const before = bodies().length;

      const turn = await ask(chats, 'What is my name?');

      assert.equal(bodies().length, before + 2);
      const [refused, rebuilt] = bodies().slice(before);
      assert.equal(refused?.previous_interaction_id, saved?.interactionIds.at(-1));
      assert.equal(rebuilt?.previous_interaction_id, undefined);
      assert.equal(rebuilt?.background, background || undefined);
      assert.equal(turn.status, 'done');
      assert.match(textOf(turn), /Ada/);

      const question = { type: 'user_input', content: [{ type: 'text', text: 'What is my name?' }] };
      const whole = JSON.parse(JSON.stringify([...remembered, question]));
      assert.match(JSON.stringify(whole), /"signature":"\w{20}/);
      assert.deepEqual(rebuilt?.input, whole);
      const stateless = new ChatSession(partsUnderTest(under.client, new MemoryChatRecords(), errors), 'copy', saved);
      stateless.setPrivate(true);
      await stateless.send('What is my name?');
      assert.equal(JSON.stringify(rebuilt?.input), JSON.stringify(bodies().at(-1)?.input));
    });

    it('says so in the turn, also on the next day, and goes on from there without all of it', async () => {
      const { chatId } = await forgottenChat();
      const rebuilt = await ask((await reopened(chatId)).chats, 'What is my name?');
      assert.equal(rebuilt.isRebuilt, true);

      const { chats } = await reopened(chatId);
      const before = bodies().length;
      const next = await ask(chats, 'And again?');

      assert.deepEqual(
        chats.current.turns().map(({ isRebuilt }) => isRebuilt),
        [undefined, undefined, true, undefined],
      );
      assert.equal(bodies().length, before + 1);
      assert.equal(bodies().at(-1)?.previous_interaction_id, rebuilt.interactionId);
      assert.equal(next.status, 'done');
    });

    it('is not sent a third time when that is refused as well', async () => {
      const { chatId } = await forgottenChat();
      const { chats } = await reopened(chatId);
      const before = bodies().length;
      // The second time it names no interaction, and is asked of the other version of the API as well.
      for (let time = 0; time < 3; time += 1) under.server.answerNext(expired);

      const turn = await ask(chats, 'What is my name?');

      assert.equal(bodies().length, before + 2);
      assert.equal(turn.status, 'failed');
      // A question that names no interaction lacks nothing but its model.
      assert.equal(turn.failure?.reason, 'modelUnavailable');
      assert.equal(chats.current.isStreaming, false);
    });
  });
}
