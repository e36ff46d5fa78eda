import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { systemClock } from '../../../../src/core/base/clock';
import { Emitter } from '../../../../src/core/base/emitter';
import { interactionsOver } from '../../../../src/gemini/client';
import { ManualClock } from '../../fakes/manualClock';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest, textArrived } from './chatUnderTest';

/** What tells a chat that the key was changed may be in any window; here it is told of it by hand. */
describe('a key that is changed while an answer is written', () => {
  const under = serverUnderTest();
  let key: string;
  let changed: Emitter<void>;
  beforeEach(() => {
    key = 'first-key';
    changed = new Emitter();
  });

  const client = () => interactionsOver(() => Promise.resolve({ origin: under.server.url, key }));
  const background = { isWanted: () => true, refused: () => {} };
  const keysOf = (kind: 'POST' | 'GET') =>
    under.server.requests.filter(({ method }) => method === kind).map(({ headers }) => headers['x-goog-api-key']);
  const change = (to: string) => {
    key = to;
    changed.fire();
  };

  for (const isInBackground of [false, true]) {
    it(`leaves that answer alone, and counts for the next, ${isInBackground ? 'in the background' : 'in the foreground'}`, async () => {
      under.server.holdAfter(3);
      const parts = { clock: systemClock, onWake: changed.event };
      const { chat } = chatUnderTest(client(), { ...parts, ...(isInBackground && { background }) });
      const sent = chat.send('Write a long essay');
      await under.server.held();
      await textArrived(chat);

      change('second-key');
      under.server.release();
      await sent;
      await chat.send('Hello');

      assert.deepEqual(
        chat.turns().map(({ status }) => status),
        ['done', 'done'],
      );
      assert.deepEqual(keysOf('POST'), ['first-key', 'second-key']);
      assert.deepEqual(keysOf('GET'), []);
    });
  }

  it('has an answer looked for at once that waited for a key that works', async () => {
    under.server.holdAfter(3);
    const clock = new ManualClock();
    const { chat, failures } = chatUnderTest(client(), { clock, background, onWake: changed.event });
    const sent = chat.send('Write a long essay');
    await under.server.held();
    await textArrived(chat);
    key = 'bad-key';
    under.server.breakConnections();
    while (keysOf('GET').length === 0) await setImmediate();
    assert.equal(chat.turns()[0]?.isResuming, true);

    under.server.release();
    change('second-key');
    await sent;

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.deepEqual(failures, []);
    assert.deepEqual(keysOf('POST'), ['first-key']);
    assert.deepEqual([...new Set(keysOf('GET'))], ['bad-key', 'second-key']);
    assert.equal(clock.now(), 0);
  });
});
