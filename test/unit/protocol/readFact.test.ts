import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnswerPart } from '../../../src/parts/answerPart';
import type { TurnView } from '../../../src/protocol/chat';
import { readFact, type ToPanel } from '../../../src/protocol/messages';
import type { PanelState } from '../../../src/protocol/state';
import { budget } from '../../budget';

const parts: readonly AnswerPart[] = [
  { kind: 'text', text: 'a' },
  {
    kind: 'text',
    text: 'a',
    citations: [
      { type: 'url', url: 'u', title: 't', start: 0, end: 1 },
      { type: 'file', name: 'n', uri: 'u', start: 0, end: 1 },
      { type: 'place', name: 'n', url: 'u', placeId: 'p', start: 0, end: 1 },
    ],
  },
  { kind: 'thought', text: 'b' },
  { kind: 'toolCall', step: 'google_search_call', id: 'i', name: '', arguments: {}, argumentsText: '{', other: {} },
  { kind: 'toolResult', step: 'google_search_result', callId: 'i', name: '', result: null, isError: false, other: {} },
  { kind: 'media', media: 'image', mimeType: 'image/png', kept: { width: 3, height: 2 } },
  { kind: 'media', media: 'video', mimeType: 'video/mp4', uri: 'https://u.example' },
  { kind: 'unknown', text: '' },
];
const turn: TurnView = {
  id: 't',
  prompt: 'p',
  attachments: [{ id: 'a', label: 'l' }],
  questionBranch: { index: 1, count: 2 },
  branch: { index: 2, count: 3 },
  hasMore: true,
  parts,
  status: 'waiting',
  failure: { message: 'm', action: { id: 'resend', label: 'Resend' } },
  note: 'n',
  noteAction: { id: 'continue', label: 'Continue' },
  wait: { message: '{0}', seconds: 3 },
  answerer: 'gemini-3.8-flash',
  times: { total: 4_100, thoughts: [1_200] },
  tokens: 1_900,
};
const bareState: PanelState = {
  account: { key: 'present' },
  chat: { model: 'm', title: '', isPrivate: false, readOnly: true },
  window: {},
};
const state: PanelState = {
  account: { key: 'unreadable', notice: 'n' },
  chat: {
    model: 'm',
    title: 't',
    isPrivate: true,
    readOnly: false,
    retention: 'r',
    banner: { message: 'm', action: { id: 'takeOver', label: 'Take Over' } },
  },
  window: { tokenColors: { keyword: '#c586c0', comment: '#6a995580' }, canOpenDiagrams: true },
};
const revision = 1;

const facts: readonly ToPanel[] = [
  { type: 'snapshot', revision, chatId: 'c', turns: [turn], state },
  { type: 'snapshot', revision, chatId: 'c', turns: [turn], earlier: 3, state },
  { type: 'earlierTurns', revision, before: 't', turns: [turn] },
  { type: 'stateChanged', revision, state },
  { type: 'stateChanged', revision, state: bareState },
  { type: 'stateChanged', revision, state: { chat: { ...bareState.chat, banner: { message: 'm' } } } },
  { type: 'stateChanged', revision, state: {} },
  { type: 'turnAdded', revision, turn },
  ...parts.map((part): ToPanel => ({ type: 'partAdded', revision, turnId: 't', part })),
  { type: 'partAdded', revision, turnId: 't', at: 2, part: { kind: 'text', text: 'x' } },
  { type: 'partGained', revision, turnId: 't', part: 0, gain: { kind: 'toolResult', result: [] } },
  {
    type: 'partGained',
    revision,
    turnId: 't',
    part: 0,
    gain: { kind: 'text', citations: [{ type: 'url', url: 'u', title: 't', start: 0, end: 1 }] },
  },
  { type: 'partGrew', revision, turnId: 't', part: 0, text: 'x' },
  { type: 'partReplaced', revision, turnId: 't', part: 0, value: { kind: 'text', text: 'y' } },
  { type: 'turnChanged', revision, turnId: 't', status: 'failed', failure: { message: 'm' } },
  { type: 'turnChanged', revision, turnId: 't', status: 'waiting', wait: { message: '{0}', seconds: 0.5 } },
  { type: 'composerFocused' },
  { type: 'promptReturned', prompt: 'p' },
  { type: 'findOpened' },
  { type: 'pinged' },
  { type: 'pathsFound', turnId: 't', paths: ['src/a.ts:3'] },
  { type: 'diagramDrawn', source: 's' },
  { type: 'diagramDrawn', source: 's', drawing: { kind: 'flowchart', width: 20, height: 10, body: '<g/>' } },
];
const wrongValues: readonly unknown[] = [null, true, -1, 0.5, Number.NaN, 'wrong', [], {}, [null], { kind: 'text' }];

describe('readFact', () => {
  for (const fact of facts) {
    it(`reads ${JSON.stringify(fact).slice(0, 90)}`, () => assert.equal(readFact(fact), fact));
  }

  it('refuses every fact with one of its fields missing or of another kind', () => {
    let refused = 0;
    for (const fact of facts) {
      for (const broken of brokenCopies(fact)) {
        assert.equal(readFact(broken), undefined, JSON.stringify(broken));
        refused += 1;
      }
    }
    assert.ok(refused > 500, `only ${refused}`);
  });

  it('refuses a snapshot that lacks a slice of the state', () => {
    for (const slice of ['account', 'chat', 'window']) {
      const rest = Object.fromEntries(Object.entries(state).filter(([name]) => name !== slice));
      assert.equal(readFact({ type: 'snapshot', revision, chatId: 'c', turns: [], state: rest }), undefined, slice);
    }
  });

  it('takes nothing for a colour that could be more than a colour', () => {
    for (const keyword of [
      'red',
      '#fff',
      '#12345',
      '#1234567',
      'url(https://evil.example)',
      '#c586c0;x',
      '#C586C0\n',
    ]) {
      const tokenColors = { keyword };
      assert.equal(readFact({ type: 'stateChanged', revision, state: { window: { tokenColors } } }), undefined);
    }
  });

  it('never throws, whatever a window is sent', () => {
    const names = fc.constantFrom(...facts.map(({ type }) => type), 'constructor', '__proto__', 'toString');
    const message = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withDate: true, withSparseArray: true }),
      fc.record({
        type: names,
        revision: fc.anything(),
        turn: fc.anything(),
        turns: fc.anything(),
        part: fc.anything(),
      }),
      fc.record({ type: fc.constant('partAdded'), revision: fc.nat(), turnId: fc.string(), part: fc.anything() }),
    );
    fc.assert(
      fc.property(message, (value) => {
        const fact = readFact(value);
        assert.ok(fact === undefined || fact === value);
      }),
      { numRuns: budget(5_000) },
    );
  });
});

/** Copies with one thing each that breaks the contract: a value of the wrong kind at every place there is. */
function* brokenCopies(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) for (const broken of brokenCopies(item)) yield value.with(at, broken);
    yield 'not a list';
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) {
      // Any value that JSON may hold is a result.
      const isAnything = name === 'result' && field === null;
      for (const broken of isAnything ? [] : brokenCopies(field)) yield { ...value, [name]: broken };
      if (!optional.has(name)) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    }
    yield null;
    return;
  }
  for (const wrong of wrongValues) if (typeof wrong !== typeof value || Number.isNaN(wrong)) yield wrong;
}

const optional: ReadonlySet<string> = new Set([
  // Of a change of the state, any slice may be absent; of a snapshot, none.
  'account',
  'chat',
  'window',
  'earlier',
  'kept',
  'width',
  'height',
  'questionBranch',
  'branch',
  'answerer',
  'times',
  'total',
  'tokens',
  'hasMore',
  'failure',
  'note',
  'noteAction',
  'wait',
  'notice',
  'action',
  'data',
  'uri',
  'citations',
  'at',
  'argumentsText',
  'other',
  'retention',
  'banner',
  'tokenColors',
  'canOpenDiagrams',
  'drawing',
  'keyword',
  'comment',
]);
