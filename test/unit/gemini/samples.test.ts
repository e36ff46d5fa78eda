import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Interactions } from '@google/genai';
import { Answer } from '../../../src/core/conversation/answer';
import { outcomeOf } from '../../../src/core/conversation/turnOutcome';
import { sampleEvents } from '../core/conversation/answerUnderTest';
import { collect, never, question, serverUnderTest, textOf } from './serverUnderTest';

/** Each recorded or documented stream: how many events it has, how it ends, and what must be in its text. */
const samples: Readonly<Record<string, { events: number; ends: string; text: RegExp; kinds?: readonly string[] }>> = {
  '01-text': { events: 10, ends: 'done', text: /\S/ },
  '02-thoughts': { events: 12, ends: 'done', text: /\S/, kinds: ['thought', 'text'] },
  '03-function-call': { events: 13, ends: 'awaitsResults', text: /^$/, kinds: ['toolCall', 'toolCall'] },
  '03b-function-answer': { events: 10, ends: 'done', text: /\S/ },
  '04-search-citations': { events: 20, ends: 'done', text: /Spain/, kinds: ['toolCall', 'toolResult', 'text'] },
  '04b-search-recorded-2.5-flash': { events: 27, ends: 'done', text: /\S/ },
  '05-code-execution': { events: 16, ends: 'done', text: /\S/, kinds: ['toolCall', 'toolResult', 'text'] },
  '05b-url-context': { events: 16, ends: 'done', text: /\S/ },
  '06-image': { events: 19, ends: 'done', text: /\S/ },
  '07-error-midstream': { events: 5, ends: 'failed serviceBusy', text: /\S/ },
  '07b-cut-with-trailing-json': { events: 4, ends: 'failed truncated', text: /\S/ },
  '08-deep-research': { events: 15, ends: 'done', text: /Quantum computing/, kinds: ['thought', 'text', 'media'] },
  '08b-deep-research-cut': { events: 5, ends: 'failed truncated', text: /.*/ },
  '08c-deep-research-resumed': { events: 10, ends: 'done', text: /\S/ },
  '09a-continuation-hop1': { events: 8, ends: 'failed truncated', text: /Still chapter one/ },
  '09b-continuation-hop2': { events: 6, ends: 'done', text: /Chapter two/ },
  '10-odd': { events: 10, ends: 'done', text: /two data linesdelta without a typeno event: line/ },
  '11-completed-without-output': { events: 6, ends: 'failed emptyAnswer', text: /^$/ },
  '12-incomplete-unsigned-thought': { events: 6, ends: 'done incomplete', text: /^$/ },
  '13-incomplete-safety-errors': { events: 10, ends: 'failed contentBlocked', text: /\S/ },
  '14-incomplete-budget': { events: 15, ends: 'done budget_exceeded', text: /\S/ },
  '15-arguments-object': { events: 9, ends: 'awaitsResults', text: /^$/ },
  '16-unknown-event': { events: 12, ends: 'done', text: /\S/ },
  '17-unknown-step-and-delta': { events: 15, ends: 'done', text: /\S/ },
  '18-total-usage-in-metadata': { events: 10, ends: 'done', text: /\S/ },
  '19-numeric-error-code': { events: 6, ends: 'failed serviceBusy', text: /^$/ },
  '19b-numeric-error-event': { events: 8, ends: 'failed serviceBusy', text: /\S/ },
  '20-upper-case-error-code': { events: 6, ends: 'failed serviceBusy', text: /^$/ },
  '20b-upper-case-error-event': { events: 5, ends: 'failed serviceBusy', text: /\S/ },
  '21-model-output-error': { events: 8, ends: 'failed invalidRequest', text: /^$/ },
  '22-research-several-outputs': { events: 27, ends: 'done', text: /\S/ },
  '23-new-call-ids': { events: 18, ends: 'awaitsResults', text: /\S/ },
  '24-inner-401': { events: 10, ends: 'failed generationFailed', text: /\S/ },
  '25-store-false-empty-id': { events: 10, ends: 'done', text: /\S/ },
  '26-background-hops': { events: 15, ends: 'done', text: /\S/ },
  '27-terminal-status-update': { events: 9, ends: 'failed generationFailed', text: /\S/ },
  '28-index-restart': { events: 14, ends: 'done', text: /\S/ },
  '29-error-event-empty': { events: 5, ends: 'failed generationFailed', text: /\S/ },
  '30-unsigned-thought-before-call': { events: 9, ends: 'awaitsResults', text: /^$/ },
  '31-every-other-type': { events: 54, ends: 'done', text: /Canal Nursery/, kinds: ['media'] },
};

type Named<T> = T extends { readonly type: infer Name extends string } ? Name : never;

/** Every type that the SDK knows: one that it gains does not compile until it stands here. */
const steps: Readonly<Record<Named<Interactions.Step>, true>> = {
  code_execution_call: true,
  code_execution_result: true,
  file_search_call: true,
  file_search_result: true,
  function_call: true,
  function_result: true,
  google_maps_call: true,
  google_maps_result: true,
  google_search_call: true,
  google_search_result: true,
  mcp_server_tool_call: true,
  mcp_server_tool_result: true,
  model_output: true,
  processing_call: true,
  processing_result: true,
  retrieval_call: true,
  retrieval_result: true,
  thought: true,
  url_context_call: true,
  url_context_result: true,
  user_input: true,
};
const deltas: Readonly<Record<Named<Interactions.StepDelta['delta']>, true>> = {
  arguments_delta: true,
  audio: true,
  code_execution_call: true,
  code_execution_result: true,
  document: true,
  file_search_call: true,
  file_search_result: true,
  function_result: true,
  google_maps_call: true,
  google_maps_result: true,
  google_search_call: true,
  google_search_result: true,
  image: true,
  mcp_server_tool_call: true,
  mcp_server_tool_result: true,
  processing_call: true,
  processing_result: true,
  retrieval_call: true,
  retrieval_result: true,
  text: true,
  text_annotation_delta: true,
  thought_signature: true,
  thought_summary: true,
  url_context_call: true,
  url_context_result: true,
  video: true,
};

describe('the samples of the wire', () => {
  const under = serverUnderTest();

  it('are all here', () => {
    const found = globSync('test/fixtures/sse/*.sse').map((file) => basename(file, '.sse'));
    assert.deepEqual(found.sort(), Object.keys(samples).sort());
  });

  it('have a step and a delta of each type that the SDK knows', () => {
    const events = Object.keys(samples).flatMap(sampleEvents);
    const begun = new Set(events.flatMap((event) => (event.type === 'stepStarted' ? [event.step.type] : [])));
    const grown = new Set(events.flatMap((event) => (event.type === 'stepGrew' ? [event.delta.type] : [])));
    assert.deepEqual(
      Object.keys(steps).filter((type) => !new Set<string>(begun).has(type)),
      [],
    );
    assert.deepEqual(
      Object.keys(deltas).filter((type) => !new Set<string>(grown).has(type)),
      [],
    );
  });

  for (const [name, expected] of Object.entries(samples)) {
    it(`${name}: every event arrives, none is lost`, async () => {
      const sse = readFileSync(`test/fixtures/sse/${name}.sse`, 'utf8');
      under.server.answerNext({ sse, chunkBytes: 97 });

      const events = await collect(under.client.ask(question('Hello'), never()));

      assert.equal(events.length, expected.events);
      // Also of a hop that asks for its continuation, which is for the caller to ask for.
      assert.equal(under.server.requests.length, 1);
      assert.match(textOf(events), expected.text);
      const answer = new Answer();
      for (const event of events) answer.apply(event);
      assert.equal(endOf(answer), expected.ends);
      const kinds = answer.parts.map((part) => part.kind);
      for (const kind of expected.kinds ?? []) assert.ok(kinds.includes(kind as (typeof kinds)[number]), kinds.join());
    });
  }
});

/** How the answer ended, in words. */
function endOf(answer: Answer): string {
  const outcome = outcomeOf(answer);
  const more = outcome.status === 'done' ? outcome.endedAs : outcome.status === 'failed' ? outcome.failure.reason : '';
  return [outcome.status, more].filter(Boolean).join(' ');
}
