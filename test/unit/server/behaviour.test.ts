import assert from 'node:assert/strict';
import { ask, eventsOf, fixture, model, once, send, untilStatus, withServer } from './harness';

const strict = { refusesStreamFalse: true };
const background = { model, input: 'hello', background: true, store: true };

describe('local server: what depends on the project and the day', () => {
  it(
    'it refuses stream=false in each GET, also in one with a scripted answer',
    withServer(async (server, ai) => {
      const { id } = await ask(ai, 'hello');
      server.answerNext({ status: 200, body: {}, for: 'get' });
      for (const path of [`/v1/interactions/${id}`, `/v1beta/interactions/${id}`, '/v1/models']) {
        const { status, text } = await send(server, `${path}?stream=false`);
        assert.equal(status, 400);
        assert.equal(JSON.parse(text).error.code, 'invalid_request');
        assert.match(text, /Unknown name \\"stream\\"/);
      }
      assert.equal((await send(server, `/v1/interactions/${id}`)).text, '{}');
      assert.equal((await send(server, `/v1/interactions/${id}?include_input=true`)).status, 200);
      assert.equal((await send(server, `/v1/interactions/${id}?stream=true`)).status, 200);
      const created = await send(server, '/v1/interactions?stream=false', { body: { model, input: 'hi' } });
      assert.equal(created.status, 200);
      await assert.rejects(ai.interactions.get(id, {}, once), { status: 400 });
      server.refusesStreamFalse = false;
      assert.equal((await ai.interactions.get(id, {}, once)).id, id);
    }, strict),
  );

  it(
    'it asks for store when told to',
    withServer(async (server) => {
      const statusOf = async (body: object) => (await send(server, '/v1/interactions', { body })).status;
      assert.equal(await statusOf({ model, input: 'hi' }), 200);
      server.requiresStore = true;
      const { status, text } = await send(server, '/v1/interactions', { body: { model, input: 'hi' } });
      assert.equal(status, 400);
      assert.match(text, /'store' must be set/);
      assert.equal(await statusOf({ model, input: 'hi', store: true }), 200);
      assert.equal(await statusOf({ model, input: 'hi', store: false }), 200);
      const agent = 'deep-research-preview-04-2026';
      assert.equal(await statusOf({ agent, input: 'hi', background: true }), 400);
    }),
  );

  it(
    'it does not find a background interaction for the first GETs after its start',
    withServer(
      async (server, ai) => {
        const { id } = await ai.interactions.create(background, once);
        for (const query of ['', '?stream=true']) {
          const { status, text } = await send(server, `/v1/interactions/${id}${query}`);
          assert.equal(status, 404);
          assert.equal(JSON.parse(text).error.code, 'not_found');
        }
        assert.equal((await untilStatus(ai, id, 'completed')).id, id);
        const foreground = await ask(ai, 'hello');
        assert.equal((await send(server, `/v1/interactions/${foreground.id}`)).status, 200);
      },
      { lateByGets: 2 },
    ),
  );

  it(
    'it counts late GETs for each interaction, and lets its stream, its cancel and its delete through',
    withServer(async (server, ai) => {
      server.lateByGets = 1;
      server.holdAfter(0);
      const first = await ai.interactions.create(background, once);
      const second = await ai.interactions.create(background, once);
      await assert.rejects(ai.interactions.get(first.id, {}, once), { status: 404 });
      await ai.interactions.cancel(second.id, {}, once);
      await assert.rejects(ai.interactions.get(second.id, {}, once), { status: 404 });
      assert.equal((await ai.interactions.get(first.id, {}, once)).id, first.id);
      await ai.interactions.delete(second.id, {}, once);
      server.release();
      const streamed = await eventsOf(ai.interactions.create({ ...background, stream: true }, once));
      assert.equal(streamed.at(-1)?.event_type, 'interaction.completed');
    }),
  );

  it(
    'it is late with recorded answers too',
    withServer(async (server, ai) => {
      server.lateByGets = 1;
      server.answerNext({ sse: fixture('26-background-hops') });
      await eventsOf(ai.interactions.create({ ...background, stream: true }, once));
      await assert.rejects(ai.interactions.get('v1_SampleHops0001', {}, once), { status: 404 });
      assert.equal((await ai.interactions.get('v1_SampleHops0001', {}, once)).status, 'completed');
    }),
  );

  it(
    'it denies what belongs to another project',
    withServer(async (server, ai) => {
      const first = await ask(ai, 'hello');
      const second = await ask(ai, 'hello');
      server.foreign(first.id);
      const denied = (id: string) => ask(ai, 'and now?', { previous_interaction_id: id });
      await assert.rejects(denied(first.id), (error: { status?: number; body?: string }) => {
        return error.status === 403 && /"code":"permission_denied"/.test(error.body ?? '');
      });
      await assert.rejects(ai.interactions.get(first.id, {}, once), { status: 403 });
      assert.match((await denied(second.id)).text, /You asked/);
      server.changeOwner();
      await assert.rejects(denied(second.id), { status: 403 });
      const own = await ask(ai, 'hello');
      assert.match((await denied(own.id)).text, /You asked/);
    }),
  );
});
