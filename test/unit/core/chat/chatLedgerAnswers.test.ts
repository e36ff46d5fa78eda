import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { ChatLedger } from '../../../../src/core/chat/chatLedger';
import { Answer } from '../../../../src/core/conversation/answer';
import { endOf, startOf } from '../../../../src/core/conversation/turnRecords';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readStep } from '../../../../src/core/interactions/steps';
import type { Usage } from '../../../../src/core/interactions/usage';
import { ledgerUnderTest, NotedJournal, savedChat, turnOf } from './ledgerUnderTest';

const usage: Usage = { input: 9, output: 4, thought: 2, toolUse: 0, cached: 0, total: 15, grounding: {} };
const step = (text: string) => ({ type: 'model_output', content: [{ type: 'text', text }] });
const created = (id: string): InteractionEvent => ({
  type: 'created',
  interaction: { id, status: 'in_progress', rawStatus: 'in_progress', steps: [], errors: [] },
});
const started = (index: number, text: string, eventId?: string): InteractionEvent => ({
  type: 'stepStarted',
  index,
  step: readStep(step(text)),
  ...(eventId !== undefined && { eventId }),
});

describe('what the ledger writes of an answer', () => {
  it('is that the service has the question, at once, and each step later', () => {
    const { ledger, journal } = ledgerUnderTest();
    ledger.recordEvent('a', created('v1_x'), true, usage);
    ledger.recordEvent('a', started(0, 'So', 'e1'), true, undefined);
    assert.deepEqual(journal.taken(), [
      ['accepted!', { kind: 'accepted', turnId: 'a', interactionId: 'v1_x', background: true, usage }],
      ['delta', { kind: 'delta', turnId: 'a', events: [{ i: 0, start: step('So'), e: 'e1' }] }],
    ]);
    assert.deepEqual(ledger.idsAtGoogle, ['v1_x']);
  });

  it('is nothing of an interaction that is not stored, and nothing of events that bring no step', () => {
    const { ledger, journal } = ledgerUnderTest();
    ledger.recordEvent('a', created(''), false, undefined);
    ledger.recordEvent('a', { type: 'connected' }, false, undefined);
    assert.deepEqual([journal.kinds(), ledger.idsAtGoogle], [[], []]);
  });

  it('counts an interaction once that is met twice', () => {
    const { ledger, journal } = ledgerUnderTest();
    for (const id of ['v1_x', 'v1_y', 'v1_x']) ledger.recordEvent('a', created(id), true, undefined);
    assert.deepEqual(ledger.idsAtGoogle, ['v1_x', 'v1_y']);
    assert.deepEqual(journal.kinds(), ['accepted!', 'accepted!', 'accepted!']);
  });

  it('is all steps where it starts over, the last with the place to go on from', () => {
    const { ledger, journal } = ledgerUnderTest();
    const answer = new Answer();
    for (const event of [created('v1_x'), started(0, 'So'), started(1, ' on', 'e2')]) answer.apply(event);
    ledger.recordRestart('a', answer, false);
    const [first, second] = [step('So'), step(' on')];
    assert.deepEqual(journal.taken(), [
      ['accepted!', { kind: 'accepted', turnId: 'a', interactionId: 'v1_x', background: false, usage: undefined }],
      [
        'delta',
        {
          kind: 'delta',
          turnId: 'a',
          events: [
            { i: 0, start: first },
            { i: 1, start: second, e: 'e2' },
          ],
        },
      ],
    ]);

    const without = new Answer();
    for (const event of [created('v1_x'), started(0, 'So')]) without.apply(event);
    ledger.recordRestart('a', without, false);
    assert.deepEqual(journal.taken()[1]?.[1], { kind: 'delta', turnId: 'a', events: [{ i: 0, start: first }] });
  });

  it('is its end, at once', async () => {
    const { ledger, journal } = ledgerUnderTest();
    const turn = turnOf('a', { status: 'done', steps: [step('So')] });
    await ledger.ended(turn);
    assert.deepEqual(journal.taken(), [['end!', { kind: 'end', turnId: 'a', end: endOf(turn) }]]);
  });
});

describe('what the ledger writes of branches', () => {
  it('is the question once more with the new addresses of its files, and the turn that stays shown', async () => {
    const { ledger, journal } = ledgerUnderTest();
    const turn = turnOf('a');
    await ledger.rewritten(turn, 'a');
    assert.deepEqual(journal.taken(), [['turn', { kind: 'turn', turnId: 'a', turn: startOf(turn) }]]);
    await ledger.rewritten(turn, 'b');
    assert.deepEqual(
      journal.taken().map(([kind, record]) => [kind, 'turnId' in record && record.turnId]),
      [
        ['turn', 'a'],
        ['leaf', 'b'],
      ],
    );
  });

  it('is all that a chat begins with: what was chosen, its turns, and which of them Google no longer has', async () => {
    const { ledger, journal, fired } = ledgerUnderTest();
    const other = new ChatLedger(new NotedJournal(), savedChat);
    const [gone, there, stopped] = [
      turnOf('a', { status: 'done', interactionId: 'v1_a' }),
      turnOf('b', { status: 'done', interactionId: 'v1_b' }),
      turnOf('c', { status: 'stopped' }),
    ];
    ledger.beginWith([gone, there, stopped], other);
    await setImmediate();
    const written = journal.taken().map(([kind, record]) => ('turnId' in record ? `${kind} ${record.turnId}` : kind));
    const chosen = ['private!', 'model!', 'choices!', 'instruction!', 'schema!'];
    assert.deepEqual(new Set(written.filter((kind) => kind.endsWith('!'))), new Set(chosen));
    assert.deepEqual(
      written.filter((kind) => !kind.endsWith('!')),
      [...['turn a', 'accepted a', 'end a', 'turn b', 'accepted b', 'end b'], ...['turn c', 'end c', 'forgotten']],
    );
    assert.deepEqual([ledger.isPrivate, ledger.model, ledger.choices], [true, 'gemini-3.8-flash', savedChat.choices]);
    assert.deepEqual(ledger.extras, other.extras);
    assert.deepEqual([[...ledger.forgotten], ledger.idsAtGoogle, fired], [['v1_a'], ['v1_b'], ['changed']]);
  });

  it('names nothing as deleted where Google has all of them', () => {
    const { ledger, journal } = ledgerUnderTest();
    const { ledger: other } = ledgerUnderTest();
    ledger.beginWith([turnOf('b', { status: 'done', interactionId: 'v1_b' })], other);
    assert.deepEqual(journal.kinds(), ['turn', 'accepted', 'end']);
  });
});
