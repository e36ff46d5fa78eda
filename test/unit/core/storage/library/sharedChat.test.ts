import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../../../../src/core/base/clock';
import { Chats } from '../../../../../src/core/chat/chats';
import { ChatLibrary } from '../../../../../src/core/storage/library/chatLibrary';
import { NodeFiles } from '../../../../../src/host/platform/nodeFiles';
import { until } from '../../../../launch/until';
import { MemoryChatRecords } from '../../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../../gemini/serverUnderTest';
import { partsUnderTest, textOf } from '../../chat/chatUnderTest';

/** A window looks ten times as often what the other does. */
const clock: Clock = { ...systemClock, wait: (ms, signal) => systemClock.wait(ms / 10, signal) };

describe('a chat that is open in two windows', () => {
  const under = serverUnderTest();
  const root = mkdtempSync(join(tmpdir(), 'shared-chat-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  const errors: unknown[] = [];
  const open: Chats[] = [];
  afterEach(() => {
    for (const chats of open.splice(0)) chats.dispose();
    assert.deepEqual(errors.splice(0), []);
  });

  /** A window with the extension in it. The same state again: the window after a reload. */
  function window(windowId: string, state = new MemoryChatRecords()): { chats: Chats; state: MemoryChatRecords } {
    const newId = () => crypto.randomUUID();
    const onError = (error: unknown) => errors.push(error);
    const files = new NodeFiles(root);
    const library = new ChatLibrary({ files, clock, windowId, newId, now: Date.now, onError });
    const background = { isWanted: () => true, refused: () => {} };
    const parts = partsUnderTest(under.client, state, errors, { clock, background, records: library });
    const chats = new Chats(parts);
    open.push(chats);
    return { chats, state };
  }

  it('is shown in both as it grows, whoever writes', async function () {
    this.timeout(20_000);
    const first = window('first').chats;
    await first.current.send('My name is Ada.');
    const second = window('second').chats;
    assert.ok(await second.open(first.current.chatId));
    assert.equal(await second.current.send('Mine'), false);
    assert.equal(second.current.saving, 'heldElsewhere');

    await second.current.takeOver();
    assert.equal(await second.current.send('What is my name?'), true);

    await until('the first to show it', () => first.current.turns().length === 2, { timeoutMs: 15_000 });
    await until('its end', () => first.current.turns()[1]?.status === 'done', { timeoutMs: 5_000 });
    assert.equal(first.current.saving, 'heldElsewhere');
    assert.equal(textOf(first.current.turns()[1]), textOf(second.current.turns()[1]));
  });

  it('is shown as running, live and read-only, in the window that does not write', async function () {
    this.timeout(20_000);
    const first = window('first').chats;
    await first.current.send('My name is Ada.');
    const second = window('second').chats;
    assert.ok(await second.open(first.current.chatId));
    assert.equal(second.current.saving, 'saving');
    under.server.holdAfter(3);
    const sent = first.current.send('Write a long essay');
    await under.server.held();

    const facts: string[] = [];
    second.current.onDidPublish(({ type }) => facts.push(type));
    const shown = () => second.current.turns()[1];
    await until('the first words', () => textOf(shown()) !== '', { timeoutMs: 15_000 });
    assert.equal(shown()?.status, 'streaming');
    // Who writes stands in another file than what is written, and may be read after it.
    await until('it to be read-only', () => second.current.saving === 'heldElsewhere', { timeoutMs: 15_000 });
    assert.equal(await second.current.send('Mine'), false);
    const before = textOf(shown());
    facts.length = 0;
    under.server.holdAfter(8);
    under.server.release();
    await until('more words', () => textOf(shown()).length > before.length, { timeoutMs: 15_000 });
    await sent;
    await until('the end', () => shown()?.status === 'done', { timeoutMs: 15_000 });
    await until('the chat to be free to ask in', () => second.current.saving === 'saving');
    assert.equal(textOf(shown()), textOf(first.current.turns()[1]));
    assert.equal(under.server.requests.filter(({ method }) => method === 'POST').length, 2);
  });

  it('goes on in the next window when the one before went away in mid-answer', async () => {
    under.server.holdAfter(4);
    const before = window('before');
    void before.chats.current.send('Write a long essay');
    await under.server.held();
    const { chatId } = before.chats.current;
    await until('the first words', () => textOf(before.chats.current.turns()[0]) !== '');

    before.chats.dispose();
    before.state.setUnfinished(chatId, true);
    const after = window('after', before.state).chats;
    await after.restore();
    assert.equal(after.current.turns()[0]?.prompt, 'Write a long essay');
    under.server.release();

    await until('the end', () => after.current.turns()[0]?.status === 'done');
    assert.equal(under.server.requests.filter(({ method }) => method === 'POST').length, 1);
  });
});
