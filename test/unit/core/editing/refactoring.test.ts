import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { type Clock, systemClock } from '../../../../src/core/base/clock';
import { Failure, type FailureReason } from '../../../../src/core/base/failure';
import { FenceReader } from '../../../../src/core/editing/fenceReader';
import { previewOf, refactor, sentCode, type Target } from '../../../../src/core/editing/refactoring';
import { usualLimits } from '../../../../src/core/interactions/limits';
import { ManualClock } from '../../fakes/manualClock';
import { never, serverUnderTest } from '../../gemini/serverUnderTest';

const target: Target = {
  path: 'src/a.ts',
  languageId: 'typescript',
  before: 'const one = 1;\n',
  selected: 'var two = 2;\nvar three = 3;',
  after: '\nexport { one };\n',
};

describe('FenceReader', () => {
  const whole = 'Here it is:\n\n```ts\nconst a = 1;\n\n  const b = `x`;\n```\nDone.';

  it('takes the code and leaves the talk', () => {
    const reader = new FenceReader();
    reader.push(whole);
    reader.end();
    assert.deepEqual(reader.codeLines, ['const a = 1;', '', '  const b = `x`;']);
    assert.ok(reader.isClosed);
  });

  it('reads the same however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (sizes) => {
        const reader = new FenceReader();
        let at = 0;
        for (let round = 0; at < whole.length; round += 1) {
          const size = sizes[round % sizes.length] ?? 1;
          reader.push(whole.slice(at, at + size));
          at += size;
        }
        reader.end();
        assert.deepEqual(reader.codeLines, ['const a = 1;', '', '  const b = `x`;']);
      }),
      { seed: Date.now() },
    );
  });

  it('keeps a shorter fence inside a longer one as code', () => {
    const reader = new FenceReader();
    reader.push('````md\n```\ncode\n```\n````\n');
    assert.deepEqual(reader.codeLines, ['```', 'code', '```']);
  });

  it('is not closed when the text was cut', () => {
    const reader = new FenceReader();
    reader.push('```\nhalf');
    reader.end();
    assert.ok(!reader.isClosed);
  });
});

describe('refactor', () => {
  const under = serverUnderTest();
  const services = (clock: Clock = systemClock) => ({ interactions: under.client, clock });
  const run = (onLines: (lines: readonly string[]) => void = () => {}) =>
    refactor(services(), 'gemini-3.8-flash', target, 'Use const', never(), onLines);

  it('gives the replacement alone', async () => {
    under.server.answerNext({ text: 'Sure:\n```typescript\nconst two = 2;\nconst three = 3;\n```\n' });
    assert.equal(await run(), 'const two = 2;\nconst three = 3;');
  });

  it('works against the local server as the product does', async () => {
    assert.match(await run(), /const two = 2;/);
  });

  it('leaves nothing stored at Google', async () => {
    await run();
    assert.deepEqual(under.server.requests[0]?.body, { ...Object(under.server.requests[0]?.body), store: false });
  });

  it('offers nothing when the answer was cut', async () => {
    under.server.answerNext({ text: '```\nconst two = 2;\nconst three = 3;\n```\n', cutAfterEvents: 5, cutBy: 'end' });
    await assert.rejects(run(), (error) => error instanceof Failure && error.reason === 'truncated');
  });

  it('says why the answer cannot be used', async () => {
    const created = { event_type: 'interaction.created', interaction: { id: '', status: 'in_progress' } };
    const code = { event_type: 'step.delta', index: 0, delta: { type: 'text', text: '```\nconst two = 2;\n```\n' } };
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
      under.server.answerNext({ sse: events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('') });
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
    refactor(services(clock), 'gemini-3.8-flash', target, 'Use const', never(), () => {}).catch((error: unknown) => {
      end = error;
    });
    while (under.server.requests.length === 0) await setImmediate();

    clock.advance(usualLimits.headersMs);
    while (end === undefined) await setImmediate();

    assert.ok(end instanceof Failure && end.reason === 'timedOut', String(end));
    assert.equal(await under.server.requests[0]?.ended, 'closedByClient');
  });

  it('offers nothing when the answer holds no code', async () => {
    under.server.answerNext({ text: 'I would rather not.' });
    await assert.rejects(run(), (error) => error instanceof Failure && error.reason === 'malformedAnswer');
  });
});

describe('previewOf', () => {
  it('shows the old lines until the new ones have reached them', () => {
    assert.equal(
      previewOf(target, ['const two = 2;']),
      'const one = 1;\nconst two = 2;\nvar three = 3;\nexport { one };\n',
    );
  });
});

describe('what a refactoring sends of the document', () => {
  const line = (i: number) => `const value${i} = ${'x'.repeat(80)};\n`;
  const long: Target = {
    ...target,
    before: Array.from({ length: 300 }, (_, i) => line(i)).join(''),
    after: `\n${Array.from({ length: 300 }, (_, i) => line(i)).join('')}`,
  };

  it('is all of a short one', () => {
    assert.deepEqual(sentCode(target), { text: target.before + target.selected + target.after, firstLine: 1 });
  });

  it('is whole lines on both sides, and as many as may be', () => {
    const { text, firstLine } = sentCode(long);
    const [before = '', after = ''] = text.split(target.selected);

    assert.ok(long.before.endsWith(`\n${before}`) && long.after.startsWith(`${after}\n`));
    for (const side of [before, after]) assert.ok(side.length <= 12_000 && side.length > 12_000 - line(100).length);
    assert.equal(long.before.split('\n')[firstLine - 1], before.split('\n')[0]);
  });

  it('is nothing of a line that is too long', () => {
    const minified = { ...target, before: `${'x'.repeat(20_000)}\n`, after: `\n${'y'.repeat(20_000)}` };
    assert.deepEqual(sentCode(minified), { text: target.selected, firstLine: 2 });
  });
});
