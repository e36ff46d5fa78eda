import assert from 'node:assert/strict';
import type { Interactions } from '@google/genai';
import { ask, eventsOf, fixture, model, once, send, textIn, withServer } from './harness';

/** How many events the SDK yields for each recording. */
const recordings: Readonly<Record<string, number>> = {
  '01-text': 10,
  '02-thoughts': 12,
  '03-function-call': 13,
  '03b-function-answer': 10,
  '04-search-citations': 20,
  '04b-search-recorded-2.5-flash': 27,
  '05-code-execution': 16,
  '05b-url-context': 16,
  '06-image': 19,
  '07-error-midstream': 5,
  '07b-cut-with-trailing-json': 4,
  '08-deep-research': 15,
  '08b-deep-research-cut': 5,
  '10-odd': 10,
  '11-completed-without-output': 6,
  '12-incomplete-unsigned-thought': 6,
  '13-incomplete-safety-errors': 10,
  '14-incomplete-budget': 15,
  '15-arguments-object': 9,
  '16-unknown-event': 12,
  '17-unknown-step-and-delta': 15,
  '18-total-usage-in-metadata': 10,
  '19-numeric-error-code': 6,
  '19b-numeric-error-event': 8,
  '20-upper-case-error-code': 6,
  '20b-upper-case-error-event': 5,
  '21-model-output-error': 8,
  '22-research-several-outputs': 27,
  '23-new-call-ids': 18,
  '24-inner-401': 10,
  '25-store-false-empty-id': 10,
  '26-background-hops': 15,
  '27-terminal-status-update': 9,
  '28-index-restart': 14,
  '29-error-event-empty': 5,
  '30-unsigned-thought-before-call': 9,
  '31-every-other-type': 54,
};

describe('local server: recordings', () => {
  for (const [name, count] of Object.entries(recordings)) {
    it(
      `${name} reaches the SDK as ${count} events`,
      withServer(async (server, ai) => {
        server.answerNext({ sse: fixture(name), chunkBytes: 97 });
        const events = await eventsOf(ai.interactions.create({ model, input: 'hi', stream: true }, once));
        assert.equal(events.length, count);
      }),
    );

    it(
      `${name} is replayed byte for byte`,
      withServer(async (server) => {
        server.answerNext({ sse: fixture(name) });
        const { text } = await send(server, '/v1/interactions', { body: { model, input: 'hi', stream: true } });
        assert.equal(text, fixture(name));
      }),
    );
  }

  it(
    'a cut research run is resumed by its last event id',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('08c-deep-research-resumed'), for: 'get' });
      const last_event_id = 'v1_MF90aG91Z2h0XzI';
      const events = await eventsOf(
        ai.interactions.get('v1_SampleResearch0001', { stream: true, last_event_id }, once),
      );
      assert.equal(events.length, 10);
      assert.match(server.requests[0]?.path ?? '', /last_event_id=v1_MF90aG91Z2h0XzI/);
    }),
  );

  it(
    'two hops of one long answer take two requests',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('09a-continuation-hop1') });
      server.answerNext({ sse: fixture('09b-continuation-hop2') });
      const request = { model: 'gemini-4-argon', input: 'hi', stream: true } as const;
      assert.equal((await eventsOf(ai.interactions.create(request, once))).length, 14);
      assert.equal(server.requests.length, 2);
    }),
  );

  it(
    'a complete one can be built upon',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('02-thoughts') });
      await eventsOf(ai.interactions.create({ model, input: 'hi', stream: true }, once));
      const previous_interaction_id = 'v1_SampleThoughts0001';
      const next = await ask(ai, 'What did you say?', { previous_interaction_id });
      assert.equal(next.text, 'I answered: “The greatest common divisor of 1071 and 462 is **21**.”');
    }),
  );

  it(
    'a complete one can be read again, whole or as a stream',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('08-deep-research') });
      const research = { agent: 'deep-research-preview-04-2026', input: 'hi', background: true, stream: true } as const;
      const sent = await eventsOf(ai.interactions.create(research, once));
      const again = await eventsOf(ai.interactions.get('v1_SampleResearch0001', { stream: true }, once));
      assert.equal(textIn(again), textIn(sent));
      const { steps } = await ai.interactions.get('v1_SampleResearch0001', {}, once);
      const report = steps?.find((step) => step.type === 'model_output')?.content ?? [];
      assert.deepEqual(
        report.map((part) => part.type),
        ['text', 'image', 'text'],
      );
    }),
  );

  it(
    'its function calls wait for their results',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('03-function-call') });
      await eventsOf(ai.interactions.create({ model, input: 'hi', stream: true }, once));
      const previous_interaction_id = 'v1_SampleCall0001';
      const stored = await ai.interactions.get(previous_interaction_id, {}, once);
      const calls = stored.steps?.filter((step) => step.type === 'function_call') ?? [];
      assert.deepEqual(calls[0]?.arguments, { path: 'src/extension.ts', start_line: 1 });
      const result = (call_id: string, name: string): Interactions.FunctionResultStep => ({
        type: 'function_result',
        call_id,
        name,
        result: `result of ${name}`,
      });
      const both = [result('61nzpsv4', 'read_file'), result('ktr5aysg', 'list_dir')];
      const one = ai.interactions.create({ model, previous_interaction_id, input: both.slice(0, 1) }, once);
      await assert.rejects(one, { status: 400 });
      const { output_text } = await ai.interactions.create({ model, previous_interaction_id, input: both }, once);
      assert.match(output_text ?? '', /`read_file` returned: result of read_file\n\n`list_dir` returned/);
    }),
  );
});
