import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import { Failure } from '../../../../src/core/base/failure';
import { type LostChat, recoverChats } from '../../../../src/core/chat/recoverChats';
import { never, serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest } from './chatUnderTest';

describe('chats whose files are lost', () => {
  const under = serverUnderTest();
  const kept: string[] = [];
  beforeEach(() => kept.splice(0));

  async function lostChat(title: string): Promise<LostChat> {
    const { chat } = chatUnderTest(under.client, { clock: systemClock });
    await chat.send(`Hello ${title}`);
    await chat.send('And then?');
    return { chatId: chat.chatId, title, interactionId: chat.idsAtGoogle.at(-1) ?? '' };
  }

  const recover = (lost: readonly LostChat[], signal = never(), onDone?: (count: number) => void) => {
    const ids = { newId: () => crypto.randomUUID(), now: () => 7 };
    const keep = async ({ title }: LostChat) => void kept.push(title);
    return recoverChats({ interactions: under.client, ...ids, keep }, lost, signal, onDone);
  };

  it('are recovered one after another, and those that Google no longer has are told apart', async () => {
    const [whole, cut, gone] = [await lostChat('whole'), await lostChat('cut'), await lostChat('gone')];
    const [first = ''] = [...under.server.interactions().keys()].slice(2);
    under.server.forget(first);
    under.server.forget(gone.interactionId);
    const counts: number[] = [];

    const result = await recover([whole, cut, gone], never(), (count) => counts.push(count));

    assert.deepEqual(result, { recovered: [whole, cut], cut: 1, gone: [gone], failed: new Map() });
    assert.deepEqual(kept, ['whole', 'cut']);
    assert.deepEqual(counts, [1, 2, 3]);
  });

  it('are passed over where one cannot be fetched, and left alone where none can', async () => {
    const lost = [await lostChat('a'), await lostChat('b'), await lostChat('c')];
    under.server.answerNext({ for: 'get', status: 503, body: '' });
    const passed = await recover(lost);
    assert.deepEqual(passed.failed, new Map([['serviceBusy', 1]]));
    assert.deepEqual(kept, ['b', 'c']);

    const before = under.server.requests.length;
    under.server.answerNext({ for: 'get', status: 429, body: { error: { code: 'rate_limit_exceeded', message: '' } } });
    const stopped = await recover(lost);
    assert.deepEqual(stopped.failed, new Map([['rateLimited', 3]]));
    assert.equal(under.server.requests.length, before + 1);
  });

  it('are left alone when the disk takes nothing, and when it is cancelled', async () => {
    const lost = [await lostChat('a'), await lostChat('b')];
    const parts = { interactions: under.client, newId: () => crypto.randomUUID(), now: () => 7 };
    const keep = () => Promise.reject(new Failure('storageUnavailable'));
    const full = await recoverChats({ ...parts, keep }, lost, never());
    assert.deepEqual(full.failed, new Map([['storageUnavailable', 2]]));

    const stop = new AbortController();
    const cancelled = await recover(lost, stop.signal, () => stop.abort());
    assert.deepEqual(cancelled, { recovered: [lost[0]], cut: 0, gone: [], failed: new Map() });
  });
  it('are not asked for after a cancel, and a fault of ours is told as it is', async () => {
    const lost = { chatId: 'a', title: 'a', interactionId: 'v1_a' };
    const before = under.server.requests.length;
    const none = { recovered: [], cut: 0, gone: [], failed: new Map() };
    assert.deepEqual(await recover([lost], AbortSignal.abort()), none);
    assert.equal(under.server.requests.length, before);

    const fault = new TypeError('fault');
    const parts = { interactions: under.client, newId: () => 'n', now: () => 7, keep: () => Promise.reject(fault) };
    await assert.rejects(recoverChats(parts, [await lostChat('b')], never()), (error) => error === fault);
  });
});
