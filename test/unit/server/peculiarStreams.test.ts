import assert from 'node:assert/strict';
import type { GoogleGenAI, Interactions } from '@google/genai';
import { isRecord } from '../../server/wire';
import { completedIn, deltasIn, eventsOf, model, once, send, textIn, withServer } from './harness';

const streamed = { model, input: 'hi', stream: true } as const;
const summary = [{ type: 'text' as const, text: '**Beginning**\n\nI begin.' }];
const unsigned: Interactions.Step = { type: 'thought', signature: '', summary };

/** Everything the client is given, without the types that say less than the wire does. */
async function wireEvents(ai: GoogleGenAI): Promise<Record<string, unknown>[]> {
  return JSON.parse(JSON.stringify(await eventsOf(ai.interactions.create(streamed, once))));
}

describe('local server: peculiar answers a test asks for', () => {
  it(
    'end as completed with a thought and no output',
    withServer(async (server, ai) => {
      server.answerNext({ steps: [{ type: 'thought', signature: 'c2ln' }] });
      const events = await eventsOf(ai.interactions.create(streamed, once));
      assert.equal(completedIn(events).status, 'completed');
      assert.deepEqual(
        deltasIn(events).map(({ type }) => type),
        ['thought_signature'],
      );
    }),
  );

  it(
    'are incomplete with an unsigned thought: no signature in a stream, an empty one in a body',
    withServer(async (server, ai) => {
      server.answerNext({ steps: [unsigned], ends: 'incomplete' });
      server.answerNext({ steps: [unsigned], ends: 'incomplete' });
      const events = await eventsOf(ai.interactions.create(streamed, once));
      assert.equal(completedIn(events).status, 'incomplete');
      assert.deepEqual(
        deltasIn(events).map(({ type }) => type),
        ['thought_summary'],
      );
      const { steps } = await ai.interactions.create({ model, input: 'hi' }, once);
      assert.deepEqual(steps, [unsigned]);
    }),
  );

  it(
    'are incomplete without an id and without steps',
    withServer(async (server) => {
      server.answerNext({ steps: [], ends: 'incomplete' });
      const { text } = await send(server, '/v1/interactions', { body: { model, input: 'hi', store: false } });
      const answer = JSON.parse(text);
      assert.equal(answer.status, 'incomplete');
      assert.ok(!('id' in answer) && !('steps' in answer));
    }),
  );

  for (const code of ['safety', 'budget_exceeded', 13, 'UNAVAILABLE', 401]) {
    it(
      `say in their errors what went wrong: ${code}`,
      withServer(async (server, ai) => {
        const errors = [{ code, message: 'It went wrong.' }];
        for (let times = 0; times < 2; times++) server.answerNext({ text: 'A begin', ends: 'incomplete', errors });
        const last = (await wireEvents(ai)).at(-1)?.interaction;
        assert.ok(isRecord(last));
        assert.deepEqual([last.status, last.errors], ['incomplete', errors]);
        const [id = ''] = server.interactions().keys();
        assert.deepEqual(JSON.parse((await send(server, `/v1/interactions/${id}`)).text).errors, errors);
        const unary = await send(server, '/v1/interactions', { body: { model, input: 'hi' } });
        assert.deepEqual(JSON.parse(unary.text).errors, errors);
      }),
    );
  }

  it(
    'carry an error in their output',
    withServer(async (server, ai) => {
      const error = { code: 3, message: 'image_safety' };
      server.answerNext({ steps: [{ type: 'model_output', error }], ends: 'failed' });
      const start = (await wireEvents(ai)).find(({ event_type }) => event_type === 'step.start');
      assert.deepEqual(start?.step, { type: 'model_output', error });
    }),
  );

  it(
    'tell all along what they have cost',
    withServer(async (server, ai) => {
      const totalUsage = { total_tokens: 12 };
      server.answerNext({ text: 'Some words.', totalUsage });
      for (const { event_type, metadata } of await wireEvents(ai)) {
        const counts = ['interaction.created', 'step.delta', 'step.stop'].includes(String(event_type));
        assert.deepEqual(metadata, counts ? { total_usage: totalUsage } : undefined, String(event_type));
      }
    }),
  );

  it(
    'are made of events no type knows',
    withServer(async (server, ai) => {
      const events = [
        { event_type: 'step.delta', index: 0, delta: { type: 'arguments_delta', arguments: { path: 'a.ts' } } },
        { event_type: 'error', error: { code: 13, message: 'Internal error encountered.' } },
        { event_type: 'error', error: { code: 'UNAVAILABLE' } },
        { event_type: 'error' },
        { event_type: 'interaction.of_tomorrow', anything: [1] },
      ];
      server.answerNext({ events });
      assert.deepEqual(await wireEvents(ai), events);
    }),
  );

  it(
    'run in the background through several hops, which are outputs of one interaction',
    withServer(async (server, ai) => {
      const hop = (text: string): Interactions.Step => ({ type: 'model_output', content: [{ type: 'text', text }] });
      server.answerNext({ steps: [hop('One, '), hop('two, '), hop('three.')] });
      const events = await eventsOf(ai.interactions.create({ ...streamed, background: true }, once));
      assert.equal(textIn(events), 'One, two, three.');
      const ids = events.map((event) => (event.event_type === 'interaction.created' ? event.interaction.id : ''));
      assert.equal(ids.filter((id) => id !== '').length, 1);
    }),
  );
});
