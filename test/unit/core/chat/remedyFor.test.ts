import assert from 'node:assert/strict';
import { type RemedyKind, remedyFor } from '../../../../src/core/chat/remedies';
import type { TurnFailure } from '../../../../src/core/conversation/turn';
import type { InteractionRequest } from '../../../../src/core/interactions/port';

const [thought, output] = [{ type: 'thought' }, { type: 'model_output' }];
const fresh: InteractionRequest = { model: 'm', input: [], store: true };
const continued: InteractionRequest = { ...fresh, previousInteractionId: 'v1_x' };
const rebuilt: InteractionRequest = { ...fresh, history: [thought, output] };
const kindOf = (failure: TurnFailure, asked = continued, whole: InteractionRequest | undefined = rebuilt) =>
  remedyFor(failure, asked, whole, new Set())?.kind;

describe('a question that was refused', () => {
  it('is asked with its whole chat where the service lacks or cannot continue what came before', () => {
    const cases: readonly (readonly [TurnFailure, RemedyKind | undefined])[] = [
      [{ reason: 'historyExpired' }, 'rebuild'],
      [{ reason: 'notFound', status: 404 }, 'rebuild'],
      [{ reason: 'keyNotAllowed', status: 403 }, 'rebuild'],
      [{ reason: 'notOffered', status: 501 }, 'rebuild'],
      [{ reason: 'modelUnavailable', status: 404 }, undefined],
      [{ reason: 'environmentGone', status: 404 }, undefined],
      [{ reason: 'contentBlocked', status: 403 }, undefined],
      [{ reason: 'keyNotAllowed', status: 401 }, undefined],
      [{ reason: 'serviceBusy', status: 500 }, undefined],
      [{ reason: 'offline' }, undefined],
    ];
    for (const [failure, kind] of cases) assert.equal(kindOf(failure), kind, JSON.stringify(failure));
  });

  it('is not asked with its whole chat where it continued nothing, or was asked so before', () => {
    const gone: TurnFailure = { reason: 'historyExpired' };
    assert.equal(kindOf(gone, fresh), undefined);
    assert.equal(remedyFor(gone, continued, undefined, new Set()), undefined);
    assert.equal(remedyFor(gone, continued, rebuilt, new Set(['rebuild'])), undefined);
  });

  it('stays in the background or the foreground with its whole chat, whatever that was made for', () => {
    const gone: TurnFailure = { reason: 'historyExpired' };
    const whole = { ...rebuilt, background: true };
    assert.deepEqual(remedyFor(gone, continued, whole, new Set())?.request, whole);
    assert.deepEqual(remedyFor(gone, { ...continued, background: false }, whole, new Set())?.request, {
      ...whole,
      background: false,
    });
  });

  it('is asked without thoughts where a signature is refused, with the whole chat if only that has some', () => {
    const refused: TurnFailure = { reason: 'signatureRefused', status: 400 };
    const withOwn = { ...continued, history: [output, thought] };
    const remedy = (asked: InteractionRequest, whole?: InteractionRequest) =>
      remedyFor(refused, asked, whole, new Set());
    assert.deepEqual(remedy(withOwn, rebuilt), { kind: 'withoutThoughts', request: { ...withOwn, history: [output] } });
    assert.deepEqual(remedy({ ...continued, history: [output] }, rebuilt)?.request, { ...rebuilt, history: [output] });
    assert.equal(remedy(continued, { ...rebuilt, history: [output] }), undefined);
    assert.equal(remedy(continued), undefined);
    assert.equal(remedyFor(refused, withOwn, rebuilt, new Set(['withoutThoughts'])), undefined);
  });

  it('is asked in the foreground where the background is refused, or a permission', () => {
    const asked = { ...fresh, background: true };
    for (const reason of ['backgroundRefused', 'keyNotAllowed'] as const) {
      assert.deepEqual(remedyFor({ reason, status: 403 }, asked, undefined, new Set()), {
        kind: 'foreground',
        request: { ...asked, background: false },
      });
      assert.equal(kindOf({ reason }, asked), undefined);
      assert.equal(kindOf({ reason, status: 403 }, fresh), undefined);
    }
    assert.equal(kindOf({ reason: 'invalidRequest', status: 400 }, asked), undefined);
    assert.equal(
      remedyFor({ reason: 'backgroundRefused', status: 400 }, asked, undefined, new Set(['foreground'])),
      undefined,
    );
  });
});
