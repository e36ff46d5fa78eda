import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeActions } from '../../../src/protocol/code';
import { longestDiagram } from '../../../src/protocol/diagrams';
import { failureActions } from '../../../src/protocol/failures';
import { longestPath, mostPaths } from '../../../src/protocol/files';
import { readRequest, type ToHost } from '../../../src/protocol/messages';
import { bannerActions } from '../../../src/protocol/state';
import { budget } from '../../budget';
import { actions, anyFields } from './anyFields';
import { attachRequest } from './attachRequest';
import { branchRequest } from './branchRequest';
import { anyText, composerRequest } from './composerRequest';
import { requestFields } from './requestFields';

const options = { numRuns: budget(2_000) };

const types = Object.keys(requestFields);
const names = [
  'type',
  ...new Set(Object.values(requestFields).flat()),
  '__proto__',
  'constructor',
  'prototype',
  'extra',
];

const request: fc.Arbitrary<ToHost> = fc.oneof(
  fc
    .constantFrom(...(['ready', 'stop', 'chooseModel', 'setApiKey', 'openKeyPage', 'saveRefusedKey', 'alive'] as const))
    .map((type) => ({ type })),
  fc.record({ type: fc.constant('fetchEarlier' as const), before: fc.string() }),
  fc.record(
    { type: fc.constant('placeChanged' as const), chatId: fc.string(), turn: fc.nat() },
    { requiredKeys: ['type', 'chatId'] },
  ),
  composerRequest,
  attachRequest,
  fc.record({ type: fc.constant('openAttachment' as const), turnId: fc.string(), attachmentId: fc.string() }),
  fc.record({
    type: fc.constant('actOnFailure' as const),
    turnId: fc.string(),
    action: fc.constantFrom(...failureActions),
  }),
  fc.record({ type: fc.constant('setPrivate' as const), isPrivate: fc.boolean() }),
  fc.record({ type: fc.constant('actOnBanner' as const), action: fc.constantFrom(...bannerActions) }),
  fc.record({
    type: fc.constantFrom(
      ...(['copyQuestion', 'copyAnswer', 'openAnswerAsText', 'retry', 'retryWith', 'branchFrom', 'showMore'] as const),
    ),
    turnId: fc.string(),
  }),
  fc.record({ type: fc.constant('askInstead' as const), turnId: fc.string(), prompt: anyText }),
  branchRequest,
  fc.record({ type: fc.constant('focusChanged' as const), isFocused: fc.boolean() }),
  fc.record({
    type: fc.constant('actOnCode' as const),
    turnId: fc.string(),
    part: fc.nat(),
    block: fc.nat(),
    action: fc.constantFrom(...codeActions),
  }),
  fc.record({ type: fc.constant('findPaths' as const), turnId: fc.string(), paths: fc.array(fc.string()) }),
  fc.record(
    { type: fc.constant('openPath' as const), path: fc.string(), line: fc.nat() },
    { requiredKeys: ['type', 'path'] },
  ),
  fc.record({ type: fc.constant('openSymbol' as const), name: fc.string() }),
  fc.record({ type: fc.constant('drawDiagram' as const), source: anyText }),
);

/** What kind of value each field holds; the others hold text. */
const kinds: Readonly<Record<string, string>> = {
  isPrivate: 'boolean',
  isFocused: 'boolean',
  isOn: 'boolean',
  at: 'number',
  size: 'number',
  bytes: 'object',
  part: 'number',
  block: 'number',
  line: 'number',
  page: 'number',
  turn: 'number',
};
const optional = ['line', 'page', 'turn', 'pasted', 'trigger'];

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** Whether a value is of the right kind for a field after all. */
function fits(field: string, value: unknown): boolean {
  if (optional.includes(field) && value === undefined) return true;
  if (field === 'paths' || field === 'uris') return areTexts(value);
  if (field === 'step') return value === -1 || value === 1;
  if (kinds[field] === 'number') return value === 0 || value === 1;
  if (field === 'trigger') return value === '@' || value === '#';
  return (
    field !== 'action' && field !== 'bytes' && field !== 'suggestion' && typeof value === (kinds[field] ?? 'string')
  );
}

function assertWellFormed(parsed: ToHost): void {
  assert.ok(types.includes(parsed.type), `type ${parsed.type}`);
  const present = requestFields[parsed.type].filter((name) => !optional.includes(name) || Object.hasOwn(parsed, name));
  assert.deepEqual(Object.keys(parsed), ['type', ...present]);
  assert.equal(Object.getPrototypeOf(parsed), Object.prototype);
  for (const [name, value] of Object.entries(parsed)) {
    if (name === 'paths' || name === 'uris') assert.ok(areTexts(value));
    else assert.equal(typeof value, kinds[name] ?? 'string', name);
  }
  if (parsed.type === 'actOnFailure') assert.ok(failureActions.includes(parsed.action));
  if (parsed.type === 'actOnBanner') assert.ok(bannerActions.includes(parsed.action));
  if (parsed.type === 'actOnCode') assert.ok(codeActions.includes(parsed.action));
}

describe('readRequest', () => {
  it('reads every request, and drops what else is in the message', () => {
    fc.assert(
      fc.property(
        request,
        fc.dictionary(fc.constantFrom('extra', 'then', 'toString', 'isTrusted'), fc.anything()),
        (sent, more) => {
          assert.deepEqual(readRequest({ ...more, ...sent }), { ...sent });
        },
      ),
      options,
    );
  });

  it('never throws and lets nothing malformed through', () => {
    const values = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(
        fc.constantFrom<unknown>(...types, ...failureActions, ...bannerActions, ...codeActions, true, false, 0, 3),
        fc.anything({ withNullPrototype: true }),
      ),
    );
    // Half of them name a request, so that the fields behind the name are looked at often enough in every run.
    const almost = fc
      .tuple(values, fc.option(fc.constantFrom(...types)))
      .map(([fields, type]) => (type === null ? fields : { ...fields, type }));
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withSet: true });
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 4, arbitrary: almost },
          anything,
          fc.json().map((json): unknown => JSON.parse(json)),
        ),
        (value) => {
          const parsed = readRequest(value);
          if (!parsed) return;
          accepted += 1;
          assertWellFormed(parsed);
        },
      ),
      options,
    );
    assert.ok(accepted > 20, `only ${accepted} were accepted, so this says little`);
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
      const action = actions[type] ?? 'retry';
      const whole = { type, ...anyFields, action, isPrivate: true, isFocused: true, isOn: true };
      assert.ok(readRequest(whole), type);
      for (const field of requestFields[type as ToHost['type']]) {
        for (const value of [...wrong, 'true', 1, -1, 0.5, Number.NaN, [1]]) {
          if (fits(field, value)) continue;
          assert.equal(readRequest({ ...whole, [field]: value }), undefined, `${type}.${field}`);
        }
      }
    }
    assert.equal(readRequest({ type: 'actOnFailure', turnId: 't', action: 'deleteEverything' }), undefined);
    assert.equal(readRequest({ type: 'actOnFailure', turnId: 't', action: 'takeOver' }), undefined);
    assert.equal(readRequest({ type: 'actOnBanner', action: 'retry' }), undefined);
    for (const step of [-2, 2, 0.5, '1', Number.NaN]) {
      assert.equal(readRequest({ type: 'showBranch', turnId: 't', of: 'answer', step }), undefined, String(step));
    }
    for (const type of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'Send', 'send ', '', ['send']]) {
      assert.equal(readRequest({ type, prompt: 'p' }), undefined, String(type));
    }
  });

  it('takes no more paths, and no longer ones, than the workspace may be asked about', () => {
    const longest = 'a'.repeat(longestPath);
    const asked = { type: 'findPaths', turnId: 't', paths: Array<string>(mostPaths).fill(longest) } as const;
    assert.deepEqual(readRequest(asked), asked);
    assert.equal(readRequest({ ...asked, paths: [...asked.paths, 'b'] }), undefined);
    assert.equal(readRequest({ ...asked, paths: [`${longest}a`] }), undefined);
    assert.equal(readRequest({ type: 'openPath', path: `${longest}a` }), undefined);
    assert.equal(readRequest({ type: 'openSymbol', name: `${longest}a` }), undefined);
  });

  it('takes no longer text than is drawn', () => {
    const asked = { type: 'drawDiagram', source: 'a'.repeat(longestDiagram) } as const;
    assert.deepEqual(readRequest(asked), asked);
    assert.equal(readRequest({ ...asked, source: `${asked.source}a` }), undefined);
  });

  it('cannot be used to change what all objects have', () => {
    const attacks = [
      '{"type":"send","prompt":"p","__proto__":{"polluted":1}}',
      '{"type":"send","prompt":"p","constructor":{"prototype":{"polluted":1}}}',
      '{"__proto__":{"type":"newChat"}}',
      '{"type":"actOnFailure","turnId":"__proto__","action":"retry"}',
    ];

    const parsed = attacks.map((text) => readRequest(JSON.parse(text)));

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

    assert.ok(readRequest({ type: 'send', prompt: huge }));
    for (const turnId of ['', '../../etc/passwd', 'another-chat:1', '\u0000', '<script>']) {
      assert.deepEqual(readRequest({ type: 'openAttachment', turnId, attachmentId: turnId }), {
        type: 'openAttachment',
        turnId,
        attachmentId: turnId,
      });
    }
  });
});
