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
  isBusy = false;
  state: JournalState = 'saving';
  /** What happens while the chat is read once more, and while it is claimed. */
  onReread = () => {};
  onClaim = () => {};
  private readonly ledger = {
    isHeldElsewhere: () => Promise.resolve(this.isHeld),
    claim: () => {
      this.said.push('claim');
      this.onClaim();
      return Promise.resolve(this.state === 'saving');
    },
    state: this.state,
  };
  readonly unfinished = new UnfinishedAnswers(
    {
      ledger: this.ledger,
      clock: this.clock,
      signal: this.gone.signal,
      isBusy: () => this.isBusy,
      finish: ({ turnId }) => {
        this.said.push(`finish ${turnId}`);
        return Promise.resolve();
      },
      reread: () => {
        this.said.push('reread');
        this.onReread();
        return Promise.resolve();
      },
      onFollow: () => this.said.push(this.unfinished.isFollowed ? 'followed' : 'not followed'),
      onGivenUp: (turnId) => this.said.push(`given up ${turnId}`),
    },
    [answer('a')],
  );

  setState(state: JournalState): void {
    this.state = state;
    this.ledger.state = state;
  }

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
    chat.setState('newer');
    await chat.unfinished.complete();

    assert.deepEqual(chat.said, ['claim', 'given up a']);
  });
  it('are left alone for five seconds, and then taken', async () => {
    const chat = new Chat();
    chat.isHeld = true;
    const watching = chat.unfinished.watch();
    await setImmediate();
    chat.isHeld = false;
    await chat.pass(4_500);
    assert.deepEqual(chat.said, ['followed']);
    await chat.pass(500);
    await watching;
    assert.deepEqual(chat.said.slice(1), ['not followed', 'reread', 'claim', 'finish a']);
  });

  it('are taken at once where the user took over, also if the other window writes once more', async () => {
    const chat = new Chat();
    chat.isHeld = true;
    const completing = chat.unfinished.complete();
    await chat.pass(500);
    void chat.unfinished.watch();
    chat.isHeld = false;
    await chat.pass(500);
    await completing;
    assert.deepEqual(chat.said, ['followed', 'not followed', 'claim', 'finish a']);
  });

  it('are waited for where another window is quicker to take the chat, and taken once that one is gone', async () => {
    const chat = new Chat();
    chat.setState('heldElsewhere');
    const completing = chat.unfinished.complete();
    await setImmediate();
    await chat.pass(500);
    assert.deepEqual(chat.said, ['claim', 'claim']);
    chat.setState('saving');
    await chat.pass(500);
    await completing;
    assert.deepEqual(chat.said, ['claim', 'claim', 'claim', 'finish a']);
  });

  it('are not given up where the chat is closed', async () => {
    const chat = new Chat();
    chat.isHeld = true;
    const completing = chat.unfinished.complete();
    await chat.pass(500);
    chat.gone.abort();
    await completing;
    assert.deepEqual(chat.said, ['followed', 'not followed']);
  });

  it('are neither taken nor given up while a turn runs in this window', async () => {
    const chat = new Chat();
    chat.isBusy = true;
    await chat.unfinished.complete();
    assert.deepEqual(chat.said, []);

    chat.isBusy = false;
    chat.onClaim = () => {
      chat.isBusy = true;
    };
    await chat.unfinished.complete();
    assert.deepEqual([chat.said, chat.unfinished.isEmpty], [['claim'], false]);
  });

  it('are done where the other window has ended them before it went away', async () => {
    const chat = new Chat();
    chat.isHeld = true;
    const watching = chat.unfinished.watch();
    chat.onReread = () => chat.unfinished.replace([]);
    await setImmediate();
    chat.isHeld = false;
    await chat.pass(5_000);
    await watching;
    assert.deepEqual(chat.said, ['followed', 'not followed', 'reread', 'claim']);
  });
});
