import assert from 'node:assert/strict';
import { completedIn, deltasIn, eventsOf, model, once, send, textIn, withServer } from './harness';

describe('local server: a streamed answer', () => {
  it(
    'comes in the order of the service: created, status, signed thought, text, completed',
    withServer(async (_, ai) => {
      const events = await eventsOf(ai.interactions.create({ model, input: 'hello', stream: true }, once));
      const kinds = events.map((event) =>
        event.event_type === 'step.delta' ? event.delta.type : event.event_type.replace('interaction.', ''),
      );
      const expected = ['created', 'status_update', 'step.start', 'thought_signature', 'step.stop', 'step.start'];
      assert.deepEqual(kinds.slice(0, 6), expected);
      assert.deepEqual(new Set(kinds.slice(6, -2)), new Set(['text']));
      assert.deepEqual(kinds.slice(-2), ['step.stop', 'completed']);
    }),
  );

  it(
    'is framed with event and data lines and ends with [DONE]',
    withServer(async (server) => {
      const { text, type } = await send(server, '/v1/interactions', { body: { model, input: 'hi', stream: true } });
      assert.equal(type, 'text/event-stream');
      const frames = text.split('\n\n');
      assert.deepEqual(frames.slice(-2), ['event: done\ndata: [DONE]', '']);
      for (const frame of frames.slice(0, -2)) {
        const match = /^event: (\S+)\ndata: (\{.*\})$/.exec(frame);
        assert.ok(match, frame);
        assert.equal(JSON.parse(match[2] ?? '').event_type, match[1]);
      }
    }),
  );

  it(
    'arrives in pieces of 5 to 60 characters that join to the stored text',
    withServer(async (_, ai) => {
      const events = await eventsOf(ai.interactions.create({ model, input: 'a long essay ✍️', stream: true }, once));
      const pieces = deltasIn(events).flatMap((delta) =>
        delta.type === 'text' ? [Array.from(delta.text).length] : [],
      );
      assert.ok(pieces.length > 50);
      assert.ok(pieces.every((length) => length >= 5 && length <= 60));
      const stored = await ai.interactions.get(completedIn(events).id, {}, once);
      assert.equal(textIn(events), stored.output_text);
    }),
  );

  it(
    'completes without steps and with usage that adds up',
    withServer(async (_, ai) => {
      const { steps, usage, status } = completedIn(
        await eventsOf(ai.interactions.create({ model, input: 'hello', stream: true }, once)),
      );
      assert.equal(steps, undefined);
      assert.equal(status, 'completed');
      const { total_input_tokens = 0, total_output_tokens = 0, total_thought_tokens = 0 } = usage ?? {};
      assert.ok(total_input_tokens > 0 && total_output_tokens > 0);
      const sum = total_input_tokens + total_output_tokens + total_thought_tokens + (usage?.total_tool_use_tokens ?? 0);
      assert.equal(usage?.total_tokens, sum);
      const byModality = usage?.input_tokens_by_modality?.reduce((total, { tokens = 0 }) => total + tokens, 0);
      assert.equal(byModality, total_input_tokens);
    }),
  );

  it(
    'gives thought summaries to those who ask, before the signature',
    withServer(async (_, ai) => {
      const generation_config = { thinking_summaries: 'auto' as const };
      const asked = ai.interactions.create({ model, input: 'hello', stream: true, generation_config }, once);
      const thoughts = deltasIn(await eventsOf(asked)).map((delta) => delta.type);
      assert.deepEqual(thoughts.slice(0, 3), ['thought_summary', 'thought_summary', 'thought_signature']);
      const unasked = await eventsOf(ai.interactions.create({ model, input: 'hello', stream: true }, once));
      assert.equal(deltasIn(unasked)[0]?.type, 'thought_signature');
    }),
  );

  it(
    'may carry its first words in step.start, and loses none of them',
    withServer(async (_, ai) => {
      const generation_config = { thinking_summaries: 'auto' as const };
      const asked = ai.interactions.create({ model, input: 'a table', stream: true, generation_config }, once);
      const events = await eventsOf(asked);
      assert.ok(textIn(events).startsWith('| Choice'));
      assert.ok(!deltasIn(events).some((delta) => delta.type === 'text' && delta.text.startsWith('| Choice')));
    }),
  );

  it(
    'is incomplete when max_output_tokens cuts it',
    withServer(async (_, ai) => {
      const generation_config = { max_output_tokens: 10 };
      const asked = ai.interactions.create({ model, input: 'an essay', stream: true, generation_config }, once);
      const events = await eventsOf(asked);
      assert.equal(completedIn(events).status, 'incomplete');
      assert.equal(textIn(events).length, 40);
    }),
  );

  it(
    'says in its first line that it is not from Gemini, once per conversation',
    withServer(async (_, ai) => {
      const first = await ai.interactions.create({ model, input: 'hello' }, once);
      assert.match(first.output_text ?? '', /^This answer comes from the local test server, not from Gemini\.\n/);
      const next = { model, input: 'hello again', previous_interaction_id: first.id };
      assert.doesNotMatch((await ai.interactions.create(next, once)).output_text ?? '', /local test server/);
    }),
  );

  it(
    'tells when its first text is written',
    withServer(async (server, ai) => {
      const times: number[] = [];
      server.onText = (writtenAt) => times.push(writtenAt);
      const before = performance.timeOrigin + performance.now();
      await eventsOf(ai.interactions.create({ model, input: 'hello', stream: true }, once));
      const after = performance.timeOrigin + performance.now();
      assert.equal(times.length, 1);
      assert.ok(times.every((time) => time >= before && time <= after));
      assert.equal(server.requests[0]?.firstTextAt, times[0]);
    }),
  );

  it(
    'carries no event ids unless it runs in the background',
    withServer(async (_, ai) => {
      const events = await eventsOf(ai.interactions.create({ model, input: 'hello', stream: true }, once));
      assert.ok(events.every((event) => event.event_id === undefined));
    }),
  );

  it(
    'keeps the pace it was given',
    withServer(
      async (_, ai) => {
        const begun = performance.now();
        const events = await eventsOf(ai.interactions.create({ model, input: 'hello', stream: true }, once));
        const pieces = deltasIn(events).filter((delta) => delta.type === 'text').length;
        // Timers may fire up to a millisecond early.
        assert.ok(performance.now() - begun >= pieces * 4);
      },
      { paceMs: 5 },
    ),
  );
});
