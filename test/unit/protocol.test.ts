import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bannerActions, failureActions, parseToHost, type ToHost } from '../../src/protocol';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const options = { seed, numRuns: 5_000 };

/** The fields of each request, besides its type. */
const fields: Readonly<Record<ToHost['type'], readonly string[]>> = {
  ready: [],
  send: ['prompt'],
  stop: [],
  setApiKey: [],
  openKeyPage: [],
  openLink: ['url'],
  openAttachment: ['turnId', 'attachmentId'],
  actOnFailure: ['turnId', 'action'],
  setPrivate: ['isPrivate'],
  actOnBanner: ['action'],
  copyQuestion: ['turnId'],
  copyAnswer: ['turnId'],
  openAnswerAsText: ['turnId'],
  retry: ['turnId'],
  askInstead: ['turnId', 'prompt'],
  branchFrom: ['turnId'],
  showBranch: ['turnId', 'step'],
};
/** What kind of value a field holds that is no text. */
const kinds: Readonly<Record<string, string>> = { isPrivate: 'boolean', step: 'number' };
const types = Object.keys(fields);
const names = ['type', ...new Set(Object.values(fields).flat()), '__proto__', 'constructor', 'prototype', 'extra'];

const request: fc.Arbitrary<ToHost> = fc.oneof(
  fc.constantFrom(...(['ready', 'stop', 'setApiKey', 'openKeyPage'] as const)).map((type) => ({ type })),
  fc.record({ type: fc.constant('send' as const), prompt: fc.string({ unit: 'binary' }) }),
  fc.record({ type: fc.constant('openLink' as const), url: fc.string({ unit: 'binary' }) }),
  fc.record({ type: fc.constant('openAttachment' as const), turnId: fc.string(), attachmentId: fc.string() }),
  fc.record({
    type: fc.constant('actOnFailure' as const),
    turnId: fc.string(),
    action: fc.constantFrom(...failureActions),
  }),
  fc.record({ type: fc.constant('setPrivate' as const), isPrivate: fc.boolean() }),
  fc.record({ type: fc.constant('actOnBanner' as const), action: fc.constantFrom(...bannerActions) }),
  fc.record({
    type: fc.constantFrom(...(['copyQuestion', 'copyAnswer', 'openAnswerAsText', 'retry', 'branchFrom'] as const)),
    turnId: fc.string(),
  }),
  fc.record({ type: fc.constant('askInstead' as const), turnId: fc.string(), prompt: fc.string({ unit: 'binary' }) }),
  fc.record({
    type: fc.constant('showBranch' as const),
    turnId: fc.string(),
    step: fc.constantFrom(...([-1, 1] as const)),
  }),
);

function assertWellFormed(parsed: ToHost): void {
  assert.ok(types.includes(parsed.type), `type ${parsed.type}`);
  assert.deepEqual(Object.keys(parsed), ['type', ...fields[parsed.type]]);
  assert.equal(Object.getPrototypeOf(parsed), Object.prototype);
  for (const [name, value] of Object.entries(parsed)) {
    assert.equal(typeof value, kinds[name] ?? 'string', name);
  }
  if (parsed.type === 'actOnFailure') assert.ok(failureActions.includes(parsed.action));
  if (parsed.type === 'actOnBanner') assert.ok(bannerActions.includes(parsed.action));
}

describe('parseToHost', () => {
  before(() => console.log(`      fast-check seed ${seed}`));

  it('reads every request, and drops what else is in the message', () => {
    fc.assert(
      fc.property(
        request,
        fc.dictionary(fc.constantFrom('extra', 'then', 'toString', 'isTrusted'), fc.anything()),
        (sent, more) => {
          assert.deepEqual(parseToHost({ ...more, ...sent }), { ...sent });
        },
      ),
      options,
    );
  });

  it('never throws and lets nothing malformed through', () => {
    const almost = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(
        fc.constantFrom<unknown>(...types, ...failureActions, ...bannerActions, true, false),
        fc.anything({ withNullPrototype: true }),
      ),
    );
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withSet: true });
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          almost,
          anything,
          fc.json().map((json): unknown => JSON.parse(json)),
        ),
        (value) => {
          const parsed = parseToHost(value);
          if (!parsed) return;
          accepted += 1;
          assertWellFormed(parsed);
        },
      ),
      options,
    );
    assert.ok(accepted > 50, `only ${accepted} were accepted, so this says little`);
  });

  it('refuses a field of another kind, or none', () => {
    const wrong: readonly unknown[] = [
      undefined,
      null,
      0,
      true,
      {},
      [],
      ['text'],
      new String('boxed'),
      new Boolean(true),
      1n,
      Symbol('s'),
    ];
    for (const type of types) {
      const texts = { prompt: 'p', url: 'u', turnId: 't', attachmentId: 'a' };
      const action = type === 'actOnBanner' ? 'takeOver' : 'retry';
      const whole = { type, ...texts, action, isPrivate: true, step: 1 };
      assert.ok(parseToHost(whole), type);
      for (const field of fields[type as ToHost['type']]) {
        for (const value of field === 'isPrivate' ? [...wrong.filter((one) => one !== true), 'true', 1] : wrong) {
          assert.equal(parseToHost({ ...whole, [field]: value }), undefined, `${type}.${field}`);
        }
      }
    }
    assert.equal(parseToHost({ type: 'actOnFailure', turnId: 't', action: 'deleteEverything' }), undefined);
    assert.equal(parseToHost({ type: 'actOnFailure', turnId: 't', action: 'takeOver' }), undefined);
    assert.equal(parseToHost({ type: 'actOnBanner', action: 'retry' }), undefined);
    for (const step of [-2, 2, 0.5, '1', Number.NaN]) {
      assert.equal(parseToHost({ type: 'showBranch', turnId: 't', step }), undefined, String(step));
    }
    for (const type of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'Send', 'send ', '', ['send']]) {
      assert.equal(parseToHost({ type, prompt: 'p' }), undefined, String(type));
    }
  });

  it('cannot be used to change what all objects have', () => {
    const attacks = [
      '{"type":"send","prompt":"p","__proto__":{"polluted":1}}',
      '{"type":"send","prompt":"p","constructor":{"prototype":{"polluted":1}}}',
      '{"__proto__":{"type":"newChat"}}',
      '{"type":"actOnFailure","turnId":"__proto__","action":"retry"}',
    ];

    const parsed = attacks.map((text) => parseToHost(JSON.parse(text)));

    assert.deepEqual(parsed, [
      { type: 'send', prompt: 'p' },
      { type: 'send', prompt: 'p' },
      undefined,
      { type: 'actOnFailure', turnId: '__proto__', action: 'retry' },
    ]);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('takes texts and ids as they are: what they stand for is looked up elsewhere', () => {
    const huge = '\u0000\u202e'.repeat(8_000_000);

    assert.ok(parseToHost({ type: 'send', prompt: huge }));
    for (const turnId of ['', '../../etc/passwd', 'another-chat:1', '\u0000', '<script>']) {
      assert.deepEqual(parseToHost({ type: 'openAttachment', turnId, attachmentId: turnId }), {
        type: 'openAttachment',
        turnId,
        attachmentId: turnId,
      });
    }
  });
});
