import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import type { ScriptedAnswer } from '../../../server/scriptedAnswer';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest, textOf } from './chatUnderTest';

/** The first ones are wide, so that a busy machine does not reach them before the silence that a case is about. */
const limits = { headersMs: 1_000, firstEventMs: 1_000, idleMs: 300 };
const half = 'data: {"event_type":"step.delta","index":0,"delta":{"type":"text","text":"half"}}\n\n';

/** Where the service falls silent, with what is shown of the text until then. */
const stalls: readonly (readonly [string, ScriptedAnswer, string])[] = [
  ['before its headers', { silence: 'beforeHeaders' }, ''],
  ['after its headers', { silence: 'afterHeaders' }, ''],
  ['in the middle of the text', { sse: `${half}\n`, cutAfterBytes: half.length, cutBy: 'stall' }, 'half'],
  ['but for comments', { sse: `${half}${': still here\n\n'.repeat(10)}`, frameMs: 60 }, 'half'],
];

describe('a service that falls silent', () => {
  const under = serverUnderTest();

  for (const [where, answer, shown] of stalls) {
    it(`${where} is given up at the limit: nothing is repeated, what came is kept, the socket is closed`, async () => {
      under.server.answerNext(answer);
      const { chat } = chatUnderTest(under.client, { clock: systemClock, limits });

      await chat.send('Hello');

      assert.equal(chat.turns()[0]?.failure?.reason, 'timedOut');
      assert.equal(textOf(chat.turns()[0]), shown);
      assert.equal(under.server.requests.length, 1);
      assert.equal(await under.server.requests[0]?.ended, 'closedByClient');
    });
  }

  it('is not given up as long as it is only slow', async () => {
    const pieces = Array.from({ length: 12 }, () => half).join('');
    const end = 'data: {"event_type":"interaction.completed","interaction":{"id":"","status":"completed"}}\n\n';
    under.server.answerNext({ sse: pieces + end, frameMs: 170 });
    // Longer than any piece takes on a busy machine, and shorter than all of them together.
    const patient = { headersMs: 10_000, firstEventMs: 10_000, idleMs: 1_800 };
    const { chat } = chatUnderTest(under.client, { clock: systemClock, limits: patient });

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.equal(textOf(chat.turns()[0]), 'half'.repeat(12));
  });
});
