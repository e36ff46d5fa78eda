import assert from 'node:assert/strict';
import { readErrorBody } from '../../../src/gemini/errorBody';
import { numberOf, timeOf } from '../../../src/gemini/fileFields';
import { readModel } from '../../../src/gemini/models';
import { wellFormedObject } from '../../../src/gemini/wellFormed';

describe('the fields of a file', () => {
  it('are numbers that may be written as texts', () => {
    assert.deepEqual(['2147483648', 7, '', undefined, 'many', 'Infinity'].map(numberOf), [2147483648, 7, 0, 0, 0, 0]);
  });

  it('are times in milliseconds, if there are any', () => {
    assert.deepEqual(['2026-11-20T10:00:00Z', '1970-01-01T00:00:00Z', 'soon', '', undefined].map(timeOf), [
      Date.UTC(2026, 10, 20, 10),
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a model of the listing', () => {
  const generating = ['generateContent'];

  it('has what the service says of it', () => {
    assert.deepEqual(
      readModel({
        name: 'models/gemini-3.8-flash',
        displayName: 'Flash',
        inputTokenLimit: 9,
        outputTokenLimit: 7,
        supportedActions: generating,
      }),
      { id: 'gemini-3.8-flash', displayName: 'Flash', inputTokenLimit: 9, outputTokenLimit: 7, chats: true },
    );
  });

  it('is called by its id where it has no other name, and has no limits that nobody told', () => {
    const nothing = { inputTokenLimit: 0, outputTokenLimit: 0, chats: false };
    assert.deepEqual(readModel({ name: 'a/models/b' }), { id: 'a/models/b', displayName: 'a/models/b', ...nothing });
    assert.deepEqual(readModel({}), { id: '', displayName: '', ...nothing });
  });

  const uses: readonly (readonly [id: string, actions: string[], chats: boolean, draws: true | undefined])[] = [
    ['gemini-4-hydrogen', generating, true, undefined],
    ['gemini-4-hydrogen', ['countTokens'], false, undefined],
    ['gemini-3-pro-image', generating, false, true],
    ['gemini-3-pro-image', [], false, undefined],
    ['gemini-embedding-2', generating, false, undefined],
    ['Gemini-3-TTS', generating, false, undefined],
    ['deep-research-preview', generating, false, undefined],
  ];
  for (const [id, supportedActions, chats, draws] of uses) {
    it(`${chats ? 'chats' : draws ? 'draws' : 'does neither'}: ${id} ${supportedActions.join()}`, () => {
      const read = readModel({ name: `models/${id}`, supportedActions });
      assert.deepEqual([read.chats, read.draws], [chats, draws]);
    });
  }
});

describe('a request without halves of characters', () => {
  it('is the same object where there was none', () => {
    const request = { a: ['x', 1, null, { b: '🚀' }], c: true };
    assert.equal(wellFormedObject(request), request);
  });

  it('has a sign in the place of each, in texts, lists and names, and keeps what is around', () => {
    const list = ['x'];
    const request = { a: [{ b: ['\ud83d'] }, list, null], c: { '\ude00': 1 }, d: 'e\ud83d', f: false };
    const made = wellFormedObject(request);
    assert.deepEqual(made, { a: [{ b: ['\ufffd'] }, ['x'], null], c: { '\ufffd': 1 }, d: 'e\ufffd', f: false });
    assert.ok(Array.isArray(made.a) && made.a[1] === list);
  });
});

describe('the body of an error', () => {
  const nothing = { code: '', message: '', reasons: [], retryDelayMs: undefined, perDay: false };
  const bodies: readonly (readonly [body: unknown, read: Partial<ReturnType<typeof readErrorBody>>])[] = [
    [{ error: { code: 'Not_Found', message: 'No.' } }, { code: 'not_found', message: 'No.' }],
    [
      { code: 'not_found', message: 'No.' },
      { code: 'not_found', message: 'No.' },
    ],
    [{ error: { code: 404, status: 'UNAVAILABLE' } }, { code: 'unavailable' }],
    [{ error: { code: 404 } }, {}],
    [{ error: { code: 'a sentence', status: 'ABORTED' } }, { code: 'aborted' }],
    [{ error: { status: 'ABORTED' } }, { code: 'aborted' }],
    [['odd', { error: { code: 'aborted' } }, { error: { code: 'internal' } }], { code: 'aborted' }],
    [[], {}],
    ['text', {}],
    [{ error: 'text', code: 'aborted' }, { code: 'aborted' }],
    [{ error: { details: [{ reason: 'A' }, 'odd', {}, { reason: 'B' }] } }, { reasons: ['A', 'B'] }],
    [
      { error: { details: [{ retryDelay: 'x' }, { retryDelay: '1.5s' }, { retryDelay: '9s' }] } },
      { retryDelayMs: 1_500 },
    ],
    [{ error: { details: [{ retryDelay: '34s' }] } }, { retryDelayMs: 34_000 }],
    [{ error: { details: [{ retryDelay: '34ms' }, { retryDelay: 'a34s' }, { retryDelay: 's' }] } }, {}],
    [{ error: { details: [{ retryDelay: '34s or so' }] } }, {}],
    [{ error: { details: [{ retryDelay: '1.25s' }] } }, { retryDelayMs: 1_250 }],
    [{ error: { details: [{ violations: [{ quotaId: 'RequestsPerDay' }] }] } }, { perDay: true }],
  ];
  for (const [body, read] of bodies) {
    it(`is read from ${JSON.stringify(body)}`, () =>
      assert.deepEqual(readErrorBody(JSON.stringify(body)), { ...nothing, ...read }));
  }

  it('says nothing where it is no JSON', () => assert.deepEqual(readErrorBody('<html>'), nothing));
});
