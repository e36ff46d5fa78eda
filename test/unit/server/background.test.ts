import assert from 'node:assert/strict';
import type { Interactions } from '@google/genai';
import { ask, eventsOf, model, once, textIn, untilStatus, withServer } from './harness';

type Event = Interactions.InteractionSSEEvent;

describe('local server: work in the background', () => {
  it(
    'is queued, then in progress, then completed',
    withServer(async (server, ai) => {
      server.holdAfter(1);
      const started = await ai.interactions.create({ model, input: 'hello', background: true }, once);
      assert.equal(started.status, 'queued');
      await server.held();
      assert.equal((await ai.interactions.get(started.id, {}, once)).status, 'in_progress');
      server.release();
      const done = await untilStatus(ai, started.id, 'completed');
      assert.match(done.output_text ?? '', /local test server/);
      assert.ok(done.usage?.total_tokens);
    }),
  );

  it(
    'resumes after every event id with exactly the events that follow',
    withServer(async (_, ai) => {
      const created = ai.interactions.create({ model, input: 'a table', background: true, stream: true }, once);
      const all = await eventsOf(created);
      const id = idOf(all);
      const marked = all.filter((event) => event.event_id !== undefined);
      assert.equal(new Set(marked.map((event) => event.event_id)).size, marked.length);
      assert.ok(marked.length > 5);
      for (const { event_id = '' } of marked) {
        const resumed = await eventsOf(ai.interactions.get(id, { stream: true, last_event_id: event_id }, once));
        assert.deepEqual(resumed, all.slice(all.findIndex((event) => event.event_id === event_id) + 1));
      }
    }),
  );

  it(
    'is replayed from the start without an event id',
    withServer(async (_, ai) => {
      const created = ai.interactions.create({ model, input: 'a list', background: true, stream: true }, once);
      const all = await eventsOf(created);
      assert.deepEqual(await eventsOf(ai.interactions.get(idOf(all), { stream: true }, once)), all);
    }),
  );

  it(
    'goes on without its client, who can pick it up in the middle',
    withServer(async (server, ai) => {
      server.holdAfter(2);
      const seen: Event[] = [];
      const stream = await ai.interactions.create({ model, input: 'a list', background: true, stream: true }, once);
      for await (const event of stream) {
        seen.push(event);
        if (event.event_type === 'step.delta' && event.delta.type === 'text') break;
      }
      assert.equal(await server.requests[0]?.ended, 'closedByClient');
      const last = { stream: true as const, last_event_id: seen.at(-1)?.event_id ?? '' };
      const resuming = eventsOf(ai.interactions.get(idOf(seen), last, once));
      server.release();
      const stored = await untilStatus(ai, idOf(seen), 'completed');
      assert.equal(textIn(seen) + textIn(await resuming), stored.output_text);
    }),
  );

  it(
    'cannot be built upon before it has finished',
    withServer(async (server, ai) => {
      server.holdAfter(0);
      const { id } = await ai.interactions.create({ model, input: 'hello', background: true }, once);
      await assert.rejects(ask(ai, 'and now?', { previous_interaction_id: id }), { status: 400 });
    }),
  );

  it(
    'is cancelled a moment after it was asked to, and its stream ends',
    withServer(async (server, ai) => {
      server.holdAfter(1);
      const stream = eventsOf(
        ai.interactions.create({ model, input: 'an essay', background: true, stream: true }, once),
      );
      await server.held();
      const [id = ''] = server.interactions().keys();
      assert.equal((await ai.interactions.cancel(id, {}, once)).status, 'in_progress');
      const last = (await stream).at(-1);
      assert.ok(last?.event_type === 'interaction.status_update' && last.status === 'cancelled');
      assert.equal((await ai.interactions.get(id, {}, once)).status, 'cancelled');
    }),
  );

  it(
    'is the only work that can be cancelled',
    withServer(async (_, ai) => {
      const { id } = await ask(ai, 'hello');
      await assert.rejects(ai.interactions.cancel(id, {}, once), { status: 400 });
      await assert.rejects(ai.interactions.cancel('v1_nothing', {}, once), { status: 404 });
    }),
  );

  it(
    'is stopped and gone when deleted',
    withServer(async (server, ai) => {
      server.holdAfter(1);
      const stream = eventsOf(ai.interactions.create({ model, input: 'hello', background: true, stream: true }, once));
      await server.held();
      const [id = ''] = server.interactions().keys();
      await ai.interactions.delete(id, {}, once);
      const last = (await stream).at(-1);
      assert.ok(last?.event_type === 'interaction.status_update' && last.status === 'cancelled');
      await assert.rejects(ai.interactions.get(id, {}, once), { status: 404 });
    }),
  );
});

function idOf(events: readonly Event[]): string {
  const [first] = events;
  assert.ok(first?.event_type === 'interaction.created');
  return first.interaction.id;
}
