import assert from 'node:assert/strict';
import { Answer } from '../../../../src/core/conversation/answer';
import { outcomeOf, type TurnOutcome, turnEndOf } from '../../../../src/core/conversation/turnOutcome';
import { readStep } from '../../../../src/core/interactions/steps';
import { readEvent, readInteraction } from '../../../../src/gemini/events';

type Wire = Readonly<Record<string, unknown>>;

const created = { event_type: 'interaction.created', interaction: { id: 'v1_e', status: 'in_progress' } };
const stepOf = (index: number, step: Wire) => [
  { event_type: 'step.start', index, step },
  { event_type: 'step.stop', index },
];
const thought = (index: number) => stepOf(index, { type: 'thought', signature: 'c2ln' });
const text = (index: number, words: string) =>
  stepOf(index, { type: 'model_output', content: [{ type: 'text', text: words }] });
const completed = (status: string, more: Wire = {}) => ({
  event_type: 'interaction.completed',
  interaction: { id: 'v1_e', status, ...more },
});
const update = (status: string) => ({ event_type: 'interaction.status_update', interaction_id: 'v1_e', status });

function answerOf(events: readonly unknown[]): Answer {
  const answer = new Answer();
  for (const event of events) answer.apply(readEvent(event));
  return answer;
}

const failed = (reason: string, code?: string) => ({
  status: 'failed',
  failure: { reason, ...(code !== undefined && { code }) },
});
const done = (endedAs?: string) => ({ status: 'done', endedAs });
const functionCall = { type: 'function_call', id: 'call_2455036', name: 'read', arguments: {} };

const awaits = (endedAs?: string) => ({ status: 'awaitsResults', calls: [readStep(functionCall)], endedAs });

/** How a stream ends, by what the service sent. */
const endings: readonly (readonly [string, readonly unknown[], unknown])[] = [
  ['completed with text', [created, ...text(0, 'Yes.'), completed('completed')], done()],
  ['completed with a thought alone', [created, ...thought(0), completed('completed')], failed('emptyAnswer')],
  ['completed with nothing at all', [created, completed('completed')], failed('emptyAnswer')],
  ['completed with blank text', [created, ...text(0, ' \n'), completed('completed')], failed('emptyAnswer')],
  ['completed with a function call', [created, ...stepOf(0, functionCall), completed('completed')], awaits()],
  [
    'a function call that requires action',
    [created, ...stepOf(0, functionCall), completed('requires_action')],
    awaits('requires_action'),
  ],
  [
    'completed with an error in its only output',
    [created, ...stepOf(0, { type: 'model_output', error: { code: 8, message: 'x' } }), completed('completed')],
    failed('rateLimited', 'resource_exhausted'),
  ],
  [
    'completed with text and an error in another output',
    [
      created,
      ...text(0, 'Yes.'),
      ...stepOf(1, { type: 'model_output', error: { code: 13, message: 'x' } }),
      completed('completed'),
    ],
    done('output_error'),
  ],
  ['incomplete with text', [created, ...text(0, 'Half'), completed('incomplete')], done('incomplete')],
  [
    'incomplete without id and steps, with an unsigned thought',
    [
      { event_type: 'interaction.created', interaction: { status: 'in_progress' } },
      ...stepOf(0, { type: 'thought', signature: '' }),
      { event_type: 'interaction.completed', interaction: { status: 'incomplete' } },
    ],
    done('incomplete'),
  ],
  [
    'incomplete for safety',
    [created, ...text(0, 'Half'), completed('incomplete', { errors: [{ code: 'safety', message: 'x' }] })],
    failed('contentBlocked', 'safety'),
  ],
  [
    'incomplete for a budget',
    [
      created,
      ...text(0, 'Half'),
      completed('incomplete', { errors: [{ code: 'max_total_tokens', message: 'The token budget is used up.' }] }),
    ],
    done('budget_exceeded'),
  ],
  [
    'failed with a numeric code',
    [created, completed('failed', { errors: [{ code: 13, message: 'x' }] })],
    failed('serviceBusy', 'internal'),
  ],
  [
    'failed with an upper-case code',
    [created, completed('failed', { errors: [{ code: 'UNAVAILABLE', message: 'x' }] })],
    failed('serviceBusy', 'unavailable'),
  ],
  [
    'failed with a 401 inside',
    [created, completed('failed', { errors: [{ code: 401, message: 'x' }] })],
    failed('generationFailed', 'unauthenticated'),
  ],
  [
    'an error event about a key inside',
    [created, { event_type: 'error', error: { code: 'authentication', message: 'API key not valid.' } }],
    failed('generationFailed', 'authentication'),
  ],
  [
    'an error event about money',
    [created, { event_type: 'error', error: { code: 'payment_required', message: 'x' } }],
    failed('paymentRequired', 'payment_required'),
  ],
  ['an empty error event', [created, ...text(0, 'Half'), { event_type: 'error' }], failed('generationFailed')],
  ['a status that ends it, and no more', [created, ...text(0, 'Yes.'), update('completed')], done()],
  ['a status that says failed, and no more', [created, update('failed')], failed('generationFailed')],
  ['a status that says cancelled, and no more', [created, ...text(0, 'Half'), update('cancelled')], done('cancelled')],
  ['a status of work', [created, ...text(0, 'Half'), update('in_progress')], failed('truncated')],
  ['nothing', [created, ...text(0, 'Half')], failed('truncated')],
];

describe('the end of an answer', () => {
  for (const [name, events, expected] of endings) {
    it(`is right for ${name}`, () => {
      assert.deepEqual(outcomeOf(answerOf(events)), expected satisfies unknown as TurnOutcome);
    });
  }

  it('is done for the user where the calls are not carried out', () => {
    const events = [created, ...stepOf(0, functionCall), completed('requires_action')];
    assert.deepEqual(turnEndOf(outcomeOf(answerOf(events))), {
      status: 'done',
      failure: undefined,
      endedAs: 'requires_action',
    });
  });

  it('is the same for the interaction as a whole, as a `get` gives it', () => {
    const outcome = (wire: Wire) => outcomeOf(Answer.of(readInteraction({ id: 'v1_e', ...wire } as never)));
    const output = (more: Wire) => ({ type: 'model_output', ...more });
    assert.deepEqual(
      outcome({ status: 'completed', steps: [{ type: 'thought', signature: 'x' }] }),
      failed('emptyAnswer'),
    );
    assert.deepEqual(
      outcome({ status: 'failed', steps: [output({ error: { code: 3, message: 'Request blocked due to policy.' } })] }),
      failed('contentBlocked', 'invalid_argument'),
    );
    assert.deepEqual(
      outcome({ status: 'incomplete', errors: [{ code: 'SAFETY' }], steps: [output({ content: [] })] }),
      failed('contentBlocked', 'safety'),
    );
  });
});

describe('an answer whose steps come with its end alone', () => {
  const steps = [
    { type: 'thought', signature: 'c2ln' },
    { type: 'model_output', content: [{ type: 'text', text: 'All of it.' }] },
  ];
  const shown = (events: readonly unknown[]) =>
    answerOf(events).parts.map((part) => (part.kind === 'text' ? part.text : part.kind));

  it('has their text, also where its thoughts came before', () => {
    assert.deepEqual(shown([created, completed('completed', { steps })]), ['All of it.']);
    assert.deepEqual(shown([created, ...thought(0), completed('completed', { steps })]), ['All of it.']);
    assert.deepEqual(outcomeOf(answerOf([created, completed('completed', { steps })])), done());
  });

  it('has no text twice', () => {
    assert.deepEqual(shown([created, ...thought(0), ...text(1, 'All of it.'), completed('completed', { steps })]), [
      'All of it.',
    ]);
  });
});

describe('the tokens of an answer', () => {
  const usage = (total: number) => ({ total_tokens: total, total_output_tokens: total });

  it('are known from the last event that says them, where the end does not', () => {
    const grown = { event_type: 'step.delta', index: 0, delta: { type: 'text', text: 'a' } };
    const events = [
      { ...created, metadata: { total_usage: usage(5) } },
      { event_type: 'step.start', index: 0, step: { type: 'model_output' } },
      { ...grown, metadata: { total_usage: usage(9) } },
    ];
    assert.equal(answerOf(events).usage?.total, 9);
    assert.equal(answerOf([...events, completed('completed')]).usage?.total, 9);
    assert.equal(answerOf([...events, completed('completed', { usage: usage(11) })]).usage?.total, 11);
  });

  it('add up over the hops of a long answer', () => {
    const hop = (id: string, total: number) => [
      { event_type: 'interaction.created', interaction: { id, status: 'in_progress' } },
      { event_type: 'step.stop', index: 0, metadata: { total_usage: usage(total) } },
    ];
    assert.equal(answerOf([...hop('v1_a', 5), ...hop('v1_b', 7)]).usage?.total, 12);
  });
});

describe('the arguments of a call', () => {
  const call = {
    event_type: 'step.start',
    index: 0,
    step: { type: 'function_call', id: 'call_1', name: 'f', arguments: {} },
  };
  const piece = (args: unknown) => ({
    event_type: 'step.delta',
    index: 0,
    delta: { type: 'arguments_delta', arguments: args },
  });
  const argumentsOf = (...pieces: unknown[]) => answerOf([created, call, ...pieces.map(piece)]).steps[0]?.arguments;

  it('are joined from pieces of text', () => {
    assert.deepEqual(argumentsOf('{"path":', '"a.ts"}'), { path: 'a.ts' });
  });

  it('are merged where they come as objects', () => {
    assert.deepEqual(argumentsOf({ path: 'a.ts' }, { line: 3 }), { path: 'a.ts', line: 3 });
  });

  it('are merged where they come in both ways', () => {
    assert.deepEqual(argumentsOf({ path: 'a.ts' }, '{"line":3}'), { path: 'a.ts', line: 3 });
  });

  it('are seen in what the panel shows', () => {
    const [part] = answerOf([created, call, piece({ path: 'a.ts' })]).parts;
    assert.deepEqual(part?.kind === 'toolCall' && part.arguments, { path: 'a.ts' });
  });
});
