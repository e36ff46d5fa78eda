import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { type Clock, systemClock } from '../../../../src/core/base/clock';
import { Failure, type FailureReason } from '../../../../src/core/base/failure';
import type { AskServices } from '../../../../src/core/conversation/ask';
import { editRequest } from '../../../../src/core/editing/ask/editRequest';
import { askForEdit, type EditSoFar } from '../../../../src/core/editing/askForEdit';
import { usualLimits } from '../../../../src/core/interactions/limits';
import { ManualClock } from '../../fakes/manualClock';
import { never, serverUnderTest } from '../../gemini/serverUnderTest';
import { tagged } from './reading';

const text = 'const one = 1;\nvar two = 2;\nvar three = 3;\nexport { one };\n';
const better = 'const two = 2;\nconst three = 3;';
const proposal = `const one = 1;\n${better}\nexport { one };\n`;

function asked() {
  const request = editRequest(
    {
      kind: 'refactor',
      path: 'src/a.ts',
      languageId: 'typescript',
      text,
      ranges: [{ start: 1, end: 3 }],
      instruction: 'Use const',
    },
    { model: 'gemini-3.8-flash' },
  );
  assert.ok(request.kind === 'request');
  return request;
}

const created = { event_type: 'interaction.created', interaction: { id: '', status: 'in_progress' } };
const delta = (text: string) => ({ event_type: 'step.delta', index: 0, delta: { type: 'text', text } });
const frames = (events: readonly unknown[]) => events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');

const silent = { onCreated: () => {}, onGrowth: () => {} };

describe('askForEdit', () => {
  const under = serverUnderTest();
  const services = (clock: Clock = systemClock) => ({ interactions: under.client, clock });
  const run = (onGrowth: (soFar: EditSoFar) => void = () => {}) =>
    askForEdit(services(), asked(), 'refactor', never(), { onCreated: () => {}, onGrowth });
  const proposed = async () => {
    const answer = await run();
    return answer.kind === 'replacement' ? answer.proposal : answer.reason;
  };

  it('gives the document with the replacement, and the interaction', async () => {
    under.server.answerNext({ text: `Sure:\n${tagged(better)}` });
    const answer = await run();
    assert.ok(answer.kind === 'replacement');
    assert.equal(answer.proposal, proposal);
    assert.deepEqual(answer.parts, [better]);
  });

  it('works against the local server as the product does', async () => {
    assert.equal(await proposed(), proposal);
  });

  it('shows the document while it grows, and the line that is written', async () => {
    under.server.answerNext({ text: tagged(better) });
    const seen: [number, string][] = [];
    await run(({ preview, line }) => seen.push([line(), preview()]));
    assert.deepEqual(seen, [
      [1, text.replace('var two', 'const two = 2;\nvar two')],
      [2, proposal],
    ]);
  });

  it('takes an answer that has all its ends, although the stream broke after them', async () => {
    under.server.answerNext({ sse: frames([created, delta(tagged(better))]) });
    assert.equal(await proposed(), proposal);
  });

  it('takes an answer that has all its ends, although the connection was lost behind them', async () => {
    under.server.answerNext({ sse: frames([created, delta(tagged(better))]) });
    const lost: AskServices['interactions'] = {
      async *ask(...asked) {
        yield* under.client.ask(...asked);
        throw new Failure('connectionLost');
      },
    };
    const answer = await askForEdit({ ...services(), interactions: lost }, asked(), 'refactor', never(), silent);
    assert.equal(answer.kind === 'replacement' && answer.proposal, proposal);
  });

  it('offers nothing of an answer that was blocked or failed, whatever ends it has', async () => {
    for (const [code, reason] of [
      ['safety', 'contentBlocked'],
      ['recitation', 'contentBlocked'],
    ] as const) {
      const error = { event_type: 'error', error: { code, message: 'x' } };
      under.server.answerNext({ sse: frames([created, delta(tagged(better)), error]) });
      await assert.rejects(run(), (error) => error instanceof Failure && error.reason === reason, code);
    }
  });

  it('offers nothing once it was aborted, although the answer has all its ends', async () => {
    under.server.answerNext({ sse: frames([created, delta(tagged(better))]) });
    const [stop, reason] = [new AbortController(), new Error('enough')];
    const end = askForEdit(services(), asked(), 'refactor', stop.signal, {
      ...silent,
      onGrowth: () => stop.abort(reason),
    });
    await assert.rejects(end, (error) => error === reason);
  });

  it('passes on an error that is none of the service as it is', async () => {
    const fault = new TypeError('a fault of the product');
    const broken: AskServices['interactions'] = {
      ask: () => {
        throw fault;
      },
    };
    const end = askForEdit({ ...services(), interactions: broken }, asked(), 'refactor', never(), silent);
    await assert.rejects(end, (error) => error === fault);
  });

  it('tells the id of the interaction as soon as it has one, and with the answer', async () => {
    const named = { event_type: 'interaction.created', interaction: { id: 'v1_edit', status: 'in_progress' } };
    under.server.answerNext({ sse: frames([named, delta(tagged(better))]) });
    const seen: string[] = [];
    const answer = await askForEdit(services(), asked(), 'refactor', never(), {
      onCreated: (id) => seen.push(id),
      onGrowth: () => seen.push('grown'),
    });
    assert.deepEqual(seen, ['v1_edit', 'grown']);
    assert.equal(answer.kind === 'replacement' && answer.interactionId, 'v1_edit');
  });

  it('takes no code from what the model thinks', async () => {
    under.server.answerNext({ text: tagged(better), thoughts: [tagged('var draft;'), tagged('var more;')] });
    assert.equal(await proposed(), proposal);
  });

  it('leaves nothing stored at Google', async () => {
    await run();
    assert.deepEqual(under.server.requests[0]?.body, { ...Object(under.server.requests[0]?.body), store: false });
  });

  it('offers nothing when the answer was cut', async () => {
    under.server.answerNext({ text: `<edit-1>\n${better}\n`, cutAfterEvents: 5, cutBy: 'end' });
    await assert.rejects(run(), (error) => error instanceof Failure && error.reason === 'truncated');
  });

  it('says why the answer cannot be used', async () => {
    const code = delta('```\nconst two = 2;\n```\n');
    const ended = (status: string, errors: readonly unknown[] = []) => ({
      event_type: 'interaction.completed',
      interaction: { id: '', status, errors },
    });
    const cases: readonly (readonly [FailureReason, readonly unknown[]])[] = [
      ['emptyAnswer', [created, ended('completed')]],
      ['contentBlocked', [created, code, { event_type: 'error', error: { code: 'safety', message: 'x' } }]],
      ['contentBlocked', [created, code, ended('incomplete', [{ code: 'safety', message: 'x' }])]],
      ['generationFailed', [created, code, ended('failed')]],
      ['serviceBusy', [created, code, ended('completed', [{ code: 'unavailable', message: 'x' }])]],
      ['budgetExceeded', [created, code, ended('budget_exceeded')]],
      ['truncated', [created, code, ended('incomplete')]],
      ['truncated', [created, code]],
      ['unknown', [created, code, ended('transcended')]],
    ];
    for (const [expected, events] of cases) {
      under.server.answerNext({ sse: frames(events) });
      await assert.rejects(run(), (error) => error instanceof Failure && error.reason === expected, expected);
    }
  });

  it('keeps what a refused request said', async () => {
    under.server.answerNext({
      status: 429,
      headers: { 'retry-after': '30' },
      body: { error: { code: 'rate_limit_exceeded', message: '' } },
    });
    await assert.rejects(run(), (error) => error instanceof Failure && error.retryAfterMs === 30_000);
  });

  it('gives up a service that never answers, and closes the connection', async () => {
    under.server.answerNext({ silence: 'beforeHeaders' });
    const clock = new ManualClock();
    let end: unknown;
    askForEdit(services(clock), asked(), 'refactor', never(), silent).catch((error: unknown) => {
      end = error;
    });
    while (under.server.requests.length === 0) await setImmediate();

    clock.advance(usualLimits.headersMs);
    while (end === undefined) await setImmediate();

    assert.ok(end instanceof Failure && end.reason === 'timedOut', String(end));
    assert.equal(await under.server.requests[0]?.ended, 'closedByClient');
  });

  it('offers nothing when the answer holds no code, and gives the words', async () => {
    under.server.answerNext({ text: 'I would rather not.' });
    assert.deepEqual(await run(), { kind: 'refused', reason: 'prose', text: 'I would rather not.' });
  });
});
