import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { UnfinishedAnswers } from '../../../../src/core/chat/unfinishedAnswers';
import type { JournalState } from '../../../../src/core/conversation/journal';
import type { UnfinishedAnswer } from '../../../../src/core/conversation/savedChat';
import { ManualClock } from '../../fakes/manualClock';

const answer = (turnId: string): UnfinishedAnswer => ({ turnId, interactionId: 'v1_x', background: true, events: [] });

/** A chat with one unfinished answer, which another window writes or does not. */
class Chat {
  readonly clock = new ManualClock();
  readonly gone = new AbortController();
  readonly said: string[] = [];
  isHeld = false;
  state: JournalState = 'saving';
  readonly unfinished = new UnfinishedAnswers(
    {
      ledger: {
        isHeldElsewhere: () => Promise.resolve(this.isHeld),
        claim: () => {
          this.said.push('claim');
          return Promise.resolve(this.state === 'saving');
        },
        state: 'saving',
      },
      clock: this.clock,
      signal: this.gone.signal,
      isBusy: () => false,
      finish: ({ turnId }) => {
        this.said.push(`finish ${turnId}`);
        return Promise.resolve();
      },
      reread: () => {
        this.said.push('reread');
        return Promise.resolve();
      },
      onFollow: () => this.said.push(this.unfinished.isFollowed ? 'followed' : 'not followed'),
      onGivenUp: (turnId) => this.said.push(`given up ${turnId}`),
    },
    [answer('a')],
  );

  async pass(ms: number): Promise<void> {
    for (let at = 0; at < ms; at += 500) {
      this.clock.advance(500);
      await setImmediate();
    }
  }
}

describe('unfinished answers', () => {
  it('are completed at once in the window that comes back to them', async () => {
    const chat = new Chat();
    await chat.unfinished.complete();

    assert.deepEqual(chat.said, ['claim', 'finish a']);
    assert.ok(chat.unfinished.isEmpty);
  });

  it('are followed and never claimed while another window writes them', async () => {
    const chat = new Chat();
    chat.isHeld = true;
    const watching = chat.unfinished.watch();
    await chat.pass(60_000);
    assert.deepEqual(chat.said, ['followed']);

    chat.unfinished.replace([]);
    await chat.pass(500);
    await watching;
    assert.deepEqual(chat.said, ['followed', 'not followed']);
  });

  it('are picked up, read once more, some seconds after the window that wrote them went away', async () => {
    const chat = new Chat();
    chat.isHeld = true;
    const watching = chat.unfinished.watch();
    await chat.pass(2_000);
    chat.isHeld = false;
    await chat.pass(4_000);
    assert.deepEqual(chat.said, ['followed']);
    await chat.pass(2_000);
    await watching;

    assert.deepEqual(chat.said, ['followed', 'not followed', 'reread', 'claim', 'finish a']);
  });

  it('are left to the window that wrote them if it comes back in time', async () => {
    const chat = new Chat();
    chat.isHeld = true;
    void chat.unfinished.watch();
    await chat.pass(2_000);
    for (let times = 0; times < 3; times += 1) {
      chat.isHeld = false;
      await chat.pass(4_000);
      chat.isHeld = true;
      await chat.pass(1_000);
    }
    assert.deepEqual(chat.said, ['followed']);
    chat.gone.abort();
  });

  it('are taken at once where the user takes over', async () => {
    const chat = new Chat();
    chat.isHeld = true;
    void chat.unfinished.watch();
    await chat.pass(1_000);
    chat.isHeld = false;
    const completing = chat.unfinished.complete();
    await chat.pass(500);
    await completing;

    assert.deepEqual(chat.said, ['followed', 'not followed', 'claim', 'finish a']);
  });

  it('are given up where the chat cannot be written', async () => {
    const chat = new Chat();
    chat.state = 'newer';
    await chat.unfinished.complete();

    assert.deepEqual(chat.said, ['claim', 'given up a']);
  });
});
