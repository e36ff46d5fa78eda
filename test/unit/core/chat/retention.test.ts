import assert from 'node:assert/strict';
import { type RetainedChat, retentionOf } from '../../../../src/core/chat/retention';
import { ManualClock } from '../../fakes/manualClock';

const dayMs = 24 * 3_600_000;

describe('how long Google keeps a chat', () => {
  let clock: ManualClock;
  let began: number;
  beforeEach(() => {
    clock = new ManualClock();
    began = clock.wallNow();
  });

  const chat = (more: Partial<RetainedChat> = {}): RetainedChat => ({
    isPrivate: false,
    idsAtGoogle: ['first', 'second'],
    turns: () => [
      { interactionId: 'first', createdAt: began - 3 * dayMs },
      { interactionId: 'second', createdAt: began },
      { interactionId: undefined, createdAt: began + 1 },
    ],
    ...more,
  });

  it('is told by its newest answer there: 55 days with a paid key, one with a free one', () => {
    assert.deepEqual(retentionOf(chat(), clock.wallNow()), {
      kind: 'kept',
      paidUntil: began + 55 * dayMs,
      freeUntil: began + dayMs,
    });
  });

  it('runs out first for free keys and then for paid ones', () => {
    clock.advance(dayMs);
    assert.deepEqual(retentionOf(chat(), clock.wallNow()), {
      kind: 'kept',
      paidUntil: began + 55 * dayMs,
      freeUntil: undefined,
    });
    clock.advance(54 * dayMs - 1);
    assert.equal(retentionOf(chat(), clock.wallNow())?.kind, 'kept');
    clock.advance(1);
    assert.equal(retentionOf(chat(), clock.wallNow()), undefined);
  });

  it('does not count what was deleted there', () => {
    const retention = retentionOf(chat({ idsAtGoogle: ['first'] }), clock.wallNow());
    assert.deepEqual(retention, { kind: 'kept', paidUntil: began + 52 * dayMs, freeUntil: undefined });
    assert.equal(retentionOf(chat({ idsAtGoogle: [] }), clock.wallNow()), undefined);
  });

  it('is nothing for a chat without answers, and for a private one a matter of principle', () => {
    assert.equal(retentionOf(chat({ turns: () => [] }), clock.wallNow()), undefined);
    assert.deepEqual(retentionOf(chat({ isPrivate: true, turns: () => [] }), clock.wallNow()), { kind: 'private' });
  });
});
