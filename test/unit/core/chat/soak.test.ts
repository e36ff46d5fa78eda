import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { queryObjects } from 'node:v8';
import { type Clock, systemClock } from '../../../../src/core/base/clock';
import { Emitter, type Event } from '../../../../src/core/base/emitter';
import { Answer } from '../../../../src/core/conversation/answer';
import { NodeFiles } from '../../../../src/host/platform/nodeFiles';
import { budget } from '../../../budget';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { libraryOver } from '../storage/library/libraryUnderTest';
import { chatUnderTest, textOf } from './chatUnderTest';

/** More than the ten that are compared with. */
const turns = Math.max(12, budget(150, 40));
/** Its timers are real ones, which a tenth of the time goes by for. */
const clock: Clock = { ...systemClock, wait: (ms, signal) => systemClock.wait(ms / 10, signal) };
/** So often the connection breaks in mid-answer. */
const cutEvery = 10;

describe('a chat of many turns', function () {
  this.timeout(60_000);
  const under = serverUnderTest();
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gemini-soak-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true, maxRetries: 10 }));

  it('holds after each turn what it held after the tenth, save the turns themselves', async function () {
    const { gc } = globalThis;
    if (!gc) this.skip();
    const warnings: string[] = [];
    const onWarning = ({ name }: Error) => name === 'MaxListenersExceededWarning' && warnings.push(name);
    process.on('warning', onWarning);
    let listeners = 0;
    const waking = new Emitter<void>();
    const onWake: Event<void> = (listener) => {
      listeners += 1;
      const registered = waking.event(listener);
      return {
        dispose: () => {
          listeners -= 1;
          registered.dispose();
        },
      };
    };
    const { library, errors } = libraryOver(new NodeFiles(root));
    const background = { isWanted: () => true, refused: () => {} };
    const { chat } = chatUnderTest(under.client, { clock, records: library, background, onWake });

    /** What there is besides the turns, once all that was begun has ended. */
    const atRest = async () => {
      await library.settled();
      await setImmediate();
      await gc({ execution: 'async', type: 'major' });
      const resources = process.getActiveResourcesInfo();
      const count = (wanted: string) => resources.filter((name) => name === wanted).length;
      return { listeners, timers: count('Timeout'), sockets: count('TCPSocketWrap') };
    };
    const askUpTo = async (last: number) => {
      for (let turn = chat.turns().length + 1; turn <= last; turn += 1) {
        const text = `Answer ${turn}. `.repeat(20);
        under.server.answerNext(turn % cutEvery === 0 ? { text, cutAfterEvents: 5, cutBy: 'reset' } : { text });
        await chat.send(`Question ${turn}`);
      }
    };
    try {
      await askUpTo(10);
      const few = await atRest();
      await askUpTo(turns);
      const many = await atRest();

      const saved = await library.load(chat.chatId);
      assert.equal(saved?.turns.length, turns);
      assert.deepEqual(
        saved.turns.filter(({ status }) => status !== 'done'),
        [],
      );
      assert.equal(textOf(saved.turns.at(-1)), `Answer ${turns}. `.repeat(20));
      assert.deepEqual([...errors, ...warnings], []);
      assert.equal(many.listeners, 0);
      // An answer that is still there holds the ids of all its events.
      assert.equal(queryObjects(Answer), 0);
      // A few belong to connections that are kept for the next question.
      assert.ok(many.timers <= few.timers + 3, `${few.timers} timers after 10 turns, ${many.timers} after ${turns}`);
      assert.ok(
        many.sockets <= few.sockets + 3,
        `${few.sockets} sockets after 10 turns, ${many.sockets} after ${turns}`,
      );
    } finally {
      process.off('warning', onWarning);
      chat.dispose();
    }
  });
});
