import assert from 'node:assert/strict';
import type { InteractionEvent } from '../../../../../src/core/interactions/events';
import { readSteps } from '../../../../../src/core/interactions/steps';
import { LiveJob } from '../../../../../src/core/research/live/liveJob';
import { ManualClock } from '../../../fakes/manualClock';
import { interaction } from '../researchUnderTest';

const outputs = (...texts: readonly string[]) =>
  texts.map((text) => ({ type: 'model_output', content: [{ type: 'text', text }] }));
const found = (...texts: readonly string[]) => ({ ...interaction('in_progress'), steps: readSteps(outputs(...texts)) });
const created: InteractionEvent = { type: 'created', interaction: interaction('in_progress') };
/** The events of a step with this text. */
function step(index: number, text: string): readonly InteractionEvent[] {
  const [output] = readSteps([{ type: 'model_output' }]);
  const wire = { type: 'text', text } as const;
  return output
    ? [
        { type: 'stepStarted', index, step: output },
        { type: 'stepGrew', index, delta: { ...wire, wire } },
        { type: 'stepStopped', index },
      ]
    : [];
}

function live() {
  const clock = new ManualClock();
  const seen = { changes: 0 };
  const job = new LiveJob(clock, () => {
    seen.changes += 1;
  });
  const texts = () => job.parts.map((part) => (part.kind === 'text' ? part.text : part.kind));
  /** Reads a stream that is open for this long. */
  const read = (ms: number, ...events: readonly InteractionEvent[]) => {
    const stream = job.openStream();
    for (const event of events) void stream?.take(event);
    clock.advance(ms);
    return stream;
  };
  return { clock, seen, job, texts, read };
}

describe('what a running research has brought', () => {
  it('is what its stream brings, each event as it comes', () => {
    const { job, seen, texts, read } = live();
    assert.deepEqual([job.steps, job.parts, job.tokens], [[], [], 0]);

    read(0, { type: 'connected' });
    assert.equal(seen.changes, 0);
    read(0, created, ...step(0, 'One'));

    assert.equal(seen.changes, 4);
    assert.deepEqual(texts(), ['One']);
    assert.deepEqual(job.steps.length, 1);
  });

  it('is what a poll finds while that is more than the stream has brought', () => {
    const { job, seen, texts, read } = live();
    job.found(found('One', 'Two'));
    assert.deepEqual([texts(), seen.changes], [['One', 'Two'], 1]);
    assert.deepEqual(job.steps, outputs('One', 'Two'));

    read(0, created, ...step(0, 'Uno'));
    assert.deepEqual(texts(), ['One', 'Two']);
    read(0, ...step(1, 'Due'));
    assert.deepEqual(texts(), ['Uno', 'Due']);
  });

  it('does not count the question, and nothing that a poll found before', () => {
    const { job, seen, texts } = live();
    const [question] = readSteps([{ type: 'user_input', content: [{ type: 'text', text: 'Tides?' }] }]);
    assert.ok(question);
    job.found({ ...found(), steps: [question] });
    assert.equal(seen.changes, 0);

    job.found({ ...found(), steps: [question, ...found('One').steps] });
    assert.deepEqual([texts(), seen.changes], [['One'], 1]);
    job.found(found('Uno'));
    job.found(found());
    assert.deepEqual([texts(), seen.changes], [['One'], 1]);
  });

  it('says how many tokens it took', () => {
    const { job, read } = live();
    const totalUsage = { total: 7, input: 0, output: 0, thought: 0, toolUse: 0, cached: 0, grounding: {} };
    read(0, created, { type: 'completed', interaction: { ...interaction('completed'), usage: totalUsage } });

    assert.equal(job.tokens, 7);
  });
});

describe('the streams of a running research', () => {
  it('go on after the last event that came', () => {
    const { job, read } = live();
    assert.equal(read(0, { ...created, eventId: 'e1' })?.lastEventId, undefined);
    assert.equal(job.openStream()?.lastEventId, 'e1');
  });

  it('bring nothing twice that comes again after the last event with an id', () => {
    const { texts, read } = live();
    read(0, { ...created, eventId: 'e1' }, ...step(0, 'One'));
    read(0, ...step(0, 'One'), ...step(1, 'Two'));

    assert.deepEqual(texts(), ['One', 'Two']);
  });

  it('rest for five polls after one that was open for 45 seconds and brought next to nothing', () => {
    const { job, read } = live();
    read(45_000, { type: 'connected' }, created, created);

    const next = Array.from({ length: 6 }, () => job.openStream() !== undefined);
    assert.deepEqual(next, [false, false, false, false, false, true]);
  });

  it('do not rest after one that was short, or that brought something', () => {
    const short = live();
    short.read(44_999, created);
    assert.notEqual(short.job.openStream(), undefined);

    const busy = live();
    busy.read(60_000, created, created, created);
    assert.notEqual(busy.job.openStream(), undefined);
  });

  it('rest again after the next silent one, however long the rest was', () => {
    const { clock, job, read } = live();
    read(45_000);
    for (let poll = 0; poll < 5; poll += 1) {
      assert.equal(job.openStream(), undefined);
      clock.advance(75_000);
    }
    assert.notEqual(read(10_000), undefined);
    assert.notEqual(read(45_000), undefined);
    assert.equal(job.openStream(), undefined);
  });
});
