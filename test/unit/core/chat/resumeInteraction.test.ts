import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Failure } from '../../../../src/core/base/failure';
import { resumeInteraction } from '../../../../src/core/chat/resumeInteraction';
import { Answer } from '../../../../src/core/conversation/answer';
import { answerFrom, fromSavedEvent, partsOf, toSavedEvent } from '../../../../src/core/conversation/savedAnswer';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readStep } from '../../../../src/core/interactions/steps';
import { budget } from '../../../budget';
import { background, begun, found, services, settled, shown, start, text, Watch } from './resumeUnderTest';

describe('an answer that broke off', () => {
  it('is polled after 10 s, then less and less often up to a minute, for as long as the service writes it', async () => {
    const { parts, clock, asked } = services([found('in_progress')]);
    const stop = new AbortController();
    const run = resumeInteraction(parts, begun(), background, stop.signal, new Watch(begun()));
    const waits: number[] = [];
    for (let look = 0; look < 8; look += 1) {
      await settled();
      const wait = clock.asked.at(-1) ?? 0;
      waits.push(wait);
      clock.advance(wait);
    }
    stop.abort();

    assert.deepEqual(await run, { status: 'stopped' });
    assert.deepEqual(waits, [10_000, 15_000, 22_500, 33_750, 50_625, 60_000, 60_000, 60_000]);
    assert.ok(asked.includes('follow e1'));
  });

  it('is waited for while the service cannot be reached, and polled at once when the key has changed', async () => {
    const { parts, waking, asked } = services([
      new Failure('offline'),
      new Failure('noKey'),
      found('completed', 'All'),
    ]);
    const watch = new Watch(begun());
    const run = resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);
    await settled();
    assert.deepEqual(asked, ['get']);
    waking.fire();
    await settled();
    waking.fire();

    assert.deepEqual(await run, { status: 'done', endedAs: undefined });
    assert.equal(shown(watch.answer), 'All');
    assert.deepEqual(watch.resuming, [true, false]);
  });

  it('is never given up while the service writes it, whatever the clocks say', async () => {
    const writing = Array.from({ length: 300 }, () => found('in_progress'));
    const { parts, clock } = services([...writing, found('completed', 'All')]);
    const watch = new Watch(begun());
    const run = resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);
    for (const [poll] of writing.entries()) {
      await settled();
      if (poll === 100) clock.setWall(365 * 24 * 3_600_000);
      // After the two hundredth the machine sleeps for two days.
      clock.advance(poll === 200 ? 48 * 3_600_000 : 60_000);
    }

    assert.deepEqual(await run, { status: 'done', endedAs: undefined });
    assert.equal(shown(watch.answer), 'All');
  });

  it('is given up when the service does not know it', async () => {
    const { parts, clock, asked } = services([new Failure('notFound', { status: 404 })]);
    const watch = new Watch(begun());
    const run = resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);
    let isOver = false;
    void run.then(() => {
      isOver = true;
    });
    while (!isOver) {
      await settled();
      if (!isOver) clock.advance(clock.asked.at(-1) ?? 0);
    }

    assert.equal(await run, undefined);
    assert.equal(shown(watch.answer), 'Half of ');
    // A minute at least, since one may be missing for a while after its start.
    assert.ok(clock.now() >= 60_000, `after ${clock.now()} ms`);
    assert.ok(asked.length >= 3);
  });

  it('outlives any odd answer to a poll', async () => {
    const odd = [
      new Failure('notFound', { status: 404 }),
      new Failure('invalidRequest', { status: 400 }),
      new Failure('keyNotAllowed', { status: 403 }),
      new Failure('serviceBusy', { status: 500 }),
      new Failure('notOffered', { status: 501 }),
      new Failure('paymentRequired', { status: 402 }),
      new Failure('modelUnavailable', { status: 404 }),
      new Failure('malformedAnswer'),
      new Failure('proxyRefused'),
    ];
    const { parts, clock, asked } = services([...odd, found('completed', 'Half of it.')]);
    const watch = new Watch(begun());
    const run = resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);
    for (const _ of odd) {
      await settled();
      clock.advance(60_000);
    }

    assert.deepEqual(await run, { status: 'done', endedAs: undefined });
    assert.equal(shown(watch.answer), 'Half of it.');
    assert.equal(asked.filter((what) => what === 'get').length, odd.length + 1);
  });

  it('keeps its text when the service calls it complete and gives none', async () => {
    const { parts } = services([found('completed')]);
    const watch = new Watch(begun());

    const outcome = await resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);

    assert.deepEqual(outcome, { status: 'done', endedAs: undefined });
    assert.equal(shown(watch.answer), 'Half of ');
  });

  it('keeps what is there when the service has less of it', async () => {
    const { parts } = services([found('failed')]);
    const watch = new Watch(begun());

    const outcome = await resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);

    assert.equal(outcome?.status, 'failed');
    assert.equal(shown(watch.answer), 'Half of ');
  });

  it('takes what the service has for the truth, whatever a resumed stream brought', async () => {
    const wrong: InteractionEvent[] = [text('of ', undefined), text('nothing', 'e3')];
    const done: InteractionEvent = { type: 'completed', interaction: found('completed') };
    const gets = [found('in_progress'), found('completed', 'Half of it.')];
    const { parts } = services(gets, [...wrong, done]);
    const watch = new Watch(begun());

    await resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);

    assert.equal(shown(watch.answer), 'Half of it.');
  });

  it('is whole where a stream brought its end, although the service does not say so yet', async () => {
    const done: InteractionEvent = { type: 'completed', interaction: found('completed') };
    const { parts, asked } = services([found('in_progress')], [text('of '), text('it.', 'e3'), done]);
    const watch = new Watch(begun());

    const outcome = await resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);

    assert.deepEqual(outcome, { status: 'done', endedAs: undefined });
    assert.deepEqual([shown(watch.answer), asked], ['Half of it.', ['get', 'follow e1', 'get']]);
  });

  it('has the picture that the service made, where no text came, and not the question itself', async () => {
    const asked = { type: 'user_input', content: [{ type: 'text', text: 'A cat' }] };
    const drawn = { type: 'model_output', content: [{ type: 'image', data: 'QUJD', mime_type: 'image/png' }] };
    const all = { ...found('completed'), steps: [asked, drawn].map(readStep) };
    const { parts } = services([all]);
    const answer = new Answer();
    answer.apply({ type: 'created', interaction: found('in_progress') });
    const watch = new Watch(answer);

    await resumeInteraction(parts, answer, background, new AbortController().signal, watch);

    assert.deepEqual(watch.answer.steps, [drawn]);
  });

  it('gets what more the service has of an answer that failed there', async () => {
    const { parts } = services([found('failed', 'Half of it')]);
    const watch = new Watch(begun());

    const outcome = await resumeInteraction(parts, watch.answer, background, new AbortController().signal, watch);

    assert.deepEqual([outcome?.status, shown(watch.answer)], ['failed', 'Half of it']);
  });

  it('is given up after three polls when it does not go on without a connection', async () => {
    const { parts, clock, asked } = services([found('in_progress')]);
    const run = resumeInteraction(
      parts,
      begun(),
      { goesOn: false, isPatient: true },
      new AbortController().signal,
      new Watch(begun()),
    );
    for (let look = 0; look < 3; look += 1) {
      await settled();
      clock.advance(60_000);
    }

    assert.equal(await run, undefined);
    assert.equal(asked.filter((what) => what === 'get').length, 3);
  });

  it('gains nothing by what it has already, with ids and without', () => {
    const piece = fc.record({ text: fc.string({ minLength: 1, maxLength: 5 }), hasId: fc.boolean() });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.nat(), (pieces, at) => {
        const events = [start, ...pieces.map(({ text: words, hasId }, i) => text(words, hasId ? `n${i}` : undefined))];
        const cut = (at % events.length) + 1;
        const whole = new Answer();
        for (const event of events) whole.apply(event);
        const answer = new Answer();
        for (const event of events.slice(0, cut)) answer.apply(event);
        // The service goes on after the last event that has an id.
        const last = events.slice(0, cut).findLastIndex(({ eventId }) => eventId !== undefined);
        answer.prepareToResume();
        for (const event of events.slice(last + 1)) answer.apply(event);
        // And once more, as a service that repeats itself.
        for (const event of events.filter(({ eventId }) => eventId !== undefined)) answer.apply(event);
        assert.deepEqual(answer.parts, whole.parts);
        assert.deepEqual(answer.steps, whole.steps);
      }),
      { numRuns: budget(500), verbose: true },
    );
  });

  it('is the same when it was kept and read again', () => {
    const answer = begun();
    const kept = [
      { id: 'v1_a' },
      ...[start, text('Half ', 'e1'), text('of ')].flatMap((event) => toSavedEvent(event) ?? []),
    ];

    const read = answerFrom(JSON.parse(JSON.stringify(kept)));

    assert.deepEqual(read.parts, answer.parts);
    assert.deepEqual(read.steps, answer.steps);
    assert.deepEqual(partsOf(read.steps), answer.parts);
    assert.equal(read.lastEventId, 'e1');
    assert.equal(fromSavedEvent({ i: 0, stop: true }).type, 'stepStopped');
  });
});
