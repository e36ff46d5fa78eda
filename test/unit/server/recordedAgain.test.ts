import assert from 'node:assert/strict';
import type { GoogleGenAI } from '@google/genai';
import type { LocalServer } from '../../server/localServer';
import { eventsOf, fixture, model, once, send, withServer } from './harness';

const streamed = { model, input: 'hi', stream: true } as const;

/** What a get gives of a recording, once it was streamed. */
async function stored(server: LocalServer, ai: GoogleGenAI, name: string): Promise<Record<string, unknown>> {
  server.answerNext({ sse: fixture(name) });
  await eventsOf(ai.interactions.create(streamed, once));
  const [id = ''] = server.interactions().keys();
  return JSON.parse((await send(server, `/v1/interactions/${id}`)).text);
}

describe('local server: peculiar recordings, read again', () => {
  for (const [name, status, code] of [
    ['13-incomplete-safety-errors', 'incomplete', 'safety'],
    ['14-incomplete-budget', 'incomplete', 'budget_exceeded'],
    ['19-numeric-error-code', 'failed', 13],
    ['20-upper-case-error-code', 'failed', 'UNAVAILABLE'],
    ['24-inner-401', 'failed', 401],
  ] as const) {
    it(
      `${name}: its status and its errors`,
      withServer(async (server, ai) => {
        const { status: found, errors } = await stored(server, ai, name);
        assert.equal(found, status);
        assert.ok(Array.isArray(errors) && errors[0].code === code);
      }),
    );
  }

  it(
    'one that ended with a status alone',
    withServer(async (server, ai) => {
      const { status, steps } = await stored(server, ai, '27-terminal-status-update');
      assert.equal(status, 'failed');
      assert.match(JSON.stringify(steps), /As far as it got/);
    }),
  );

  it(
    'one whose arguments are an object',
    withServer(async (server, ai) => {
      const { steps } = await stored(server, ai, '15-arguments-object');
      assert.ok(Array.isArray(steps));
      assert.deepEqual(steps.at(-1).arguments, { path: 'src/größe.ts', start_line: 3 });
    }),
  );

  for (const [name, texts] of [
    ['22-research-several-outputs', ['# Tidal power', '', '## Outlook']],
    ['26-background-hops', ['Chapter one', 'tence, and', 'Chapter three']],
    ['28-index-restart', ['The first part', 'Its second', 'What comes after']],
  ] as const) {
    it(
      `${name}: each of its outputs`,
      withServer(async (server, ai) => {
        const { steps } = await stored(server, ai, name);
        assert.ok(Array.isArray(steps));
        const outputs = steps.filter(({ type }) => type === 'model_output');
        const begins = outputs.map(({ content }, index) => (content[0].text ?? '').slice(0, texts[index]?.length));
        assert.deepEqual(begins, texts);
      }),
    );
  }

  it(
    'none without an id, whatever the request says',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('25-store-false-empty-id') });
      await eventsOf(ai.interactions.create({ ...streamed, store: true }, once));
      assert.equal(server.interactions().size, 0);
    }),
  );
});
