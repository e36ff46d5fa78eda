import assert from 'node:assert/strict';
import type { Interactions } from '@google/genai';
import { completedIn, deltasIn, eventsOf, model, once, send, textIn, withServer } from './harness';

const readFile: Interactions.Tool = {
  type: 'function',
  name: 'read_file',
  parameters: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
};

describe('local server: tools', () => {
  it(
    'a search comes as call, result, text and one delta of citations counted in bytes',
    withServer(async (_, ai) => {
      const request = { model, input: 'Who won – really?', stream: true, tools: [{ type: 'google_search' }] } as const;
      const events = await eventsOf(ai.interactions.create({ ...request, tools: [...request.tools] }, once));
      const deltas = deltasIn(events);
      assert.deepEqual([deltas[0]?.type, deltas[1]?.type], ['google_search_call', 'google_search_result']);
      const annotations = deltas.flatMap((delta) => (delta.type === 'text_annotation_delta' ? [delta] : []));
      assert.equal(annotations.length, 1);
      const bytes = Buffer.from(textIn(events), 'utf8');
      const spans = (annotations[0]?.annotations ?? []).map(({ start_index, end_index }) =>
        bytes.subarray(start_index, end_index).toString('utf8'),
      );
      assert.equal(spans[0], 'The local test server has one page about it');
      assert.equal(spans[1], 'A second page – in other words – agrees ✓');
      assert.equal(spans[2], spans[1]);
      assert.deepEqual(completedIn(events).usage?.grounding_tool_count, [{ type: 'google_search', count: 1 }]);
    }),
  );

  it(
    'a tool step starts bare and gets its signature with its arguments',
    withServer(async (_, ai) => {
      const request = { model, input: 'news?', stream: true, tools: [{ type: 'google_search' as const }] } as const;
      const events = await eventsOf(ai.interactions.create({ ...request, tools: [...request.tools] }, once));
      const start = events.find((event) => event.event_type === 'step.start');
      assert.deepEqual(start?.step, { id: 'search01', signature: '', type: 'google_search_call' });
      const [call] = deltasIn(events);
      assert.ok(
        call?.type === 'google_search_call' && call.signature !== '' && call.arguments.queries?.[0] === 'news?',
      );
    }),
  );

  it(
    'code is executed: the sum is right',
    withServer(async (_, ai) => {
      const tools: Interactions.Tool[] = [{ type: 'code_execution' }, { type: 'google_search' }];
      const answer = await ai.interactions.create({ model, input: 'Add up 3, 4 and 5.5', tools }, once);
      const result = answer.steps?.find((step) => step.type === 'code_execution_result');
      assert.equal(result?.result, 'sum(numbers)=12.5\n');
      assert.match(answer.output_text ?? '', /\*\*12\.5\*\*/);
      assert.ok((answer.usage?.total_tool_use_tokens ?? 0) > 0);
    }),
  );

  it(
    'an address in the prompt is read by url_context',
    withServer(async (_, ai) => {
      const tools: Interactions.Tool[] = [{ type: 'url_context' }];
      const input = 'Summarise https://example.com/a.html, please';
      const { steps } = await ai.interactions.create({ model, input, tools }, once);
      const result = steps?.find((step) => step.type === 'url_context_result');
      assert.equal(result?.result[0]?.status, 'success');
    }),
  );

  it(
    'a function named in the prompt is called, in pieces of JSON, and the answer waits',
    withServer(async (_, ai) => {
      const input = 'Please call read_file with {"path":"src/ä.ts"}';
      const events = await eventsOf(ai.interactions.create({ model, input, stream: true, tools: [readFile] }, once));
      assert.equal(completedIn(events).status, 'requires_action');
      const pieces = deltasIn(events).flatMap((delta) => (delta.type === 'arguments_delta' ? [delta.arguments] : []));
      assert.ok(pieces.length > 1);
      assert.deepEqual(JSON.parse(pieces.join('')), { path: 'src/ä.ts' });
    }),
  );

  it(
    'its result is answered in the next turn, stored or sent along',
    withServer(async (_, ai) => {
      const input = 'call read_file';
      const first = await ai.interactions.create({ model, input, tools: [readFile] }, once);
      const call = first.steps?.find((step) => step.type === 'function_call');
      assert.ok(call);
      assert.deepEqual(call.arguments, { path: 'example' });
      const result: Interactions.FunctionResultStep = {
        type: 'function_result',
        call_id: call.id,
        result: { lines: 3 },
      };
      const stored = { model, input: [result], previous_interaction_id: first.id };
      const question: Interactions.Step = { type: 'user_input', content: [{ type: 'text', text: input }] };
      const stateless = { model, input: [question, ...(first.steps ?? []), result], store: false };
      for (const request of [stored, stateless]) {
        const { output_text } = await ai.interactions.create(request, once);
        assert.equal(output_text, '`read_file` returned: {"lines":3}');
      }
    }),
  );

  it(
    'a choice of `any` calls a function nobody named; `none` calls not even a named one',
    withServer(async (_, ai) => {
      const status = async (input: string, tool_choice: string) => {
        const request = { model, input, tools: [readFile], generation_config: { tool_choice } };
        return (await ai.interactions.create(request, once)).status;
      };
      assert.equal(await status('hello', 'any'), 'requires_action');
      assert.equal(await status('call read_file', 'none'), 'completed');
    }),
  );

  it(
    'a result may travel inside the user’s content, as public clients send it',
    withServer(async (server, ai) => {
      const first = await ai.interactions.create({ model, input: 'call read_file', tools: [readFile] }, once);
      const call = first.steps?.find((step) => step.type === 'function_call');
      const result = { type: 'function_result', call_id: call?.id, name: 'read_file', result: 'three lines' };
      const input = [{ type: 'user_input', content: [result] }];
      const body = { model, input, previous_interaction_id: first.id };
      const { status, text } = await send(server, '/v1/interactions', { body });
      assert.equal(status, 200, text);
      assert.match(text, /`read_file` returned: three lines/);
    }),
  );

  it(
    'a call from elsewhere needs the documented stand-in for its signature',
    withServer(async (server) => {
      const statusWith = async (signature: string) => {
        const user = { type: 'user_input', content: [{ type: 'text', text: 'hi' }] };
        const call = { type: 'function_call', id: 'c1', name: 'read_file', arguments: {} };
        const result = { type: 'function_result', call_id: 'c1', result: 'x' };
        const body = { model, store: false, input: [user, { type: 'thought', signature }, call, result] };
        return (await send(server, '/v1/interactions', { body })).status;
      };
      assert.equal(await statusWith('skip_thought_signature_validator'), 200);
      assert.equal(await statusWith('c2lnbmF0dXJl'), 200);
      assert.equal(await statusWith('not a signature'), 400);
      assert.equal(await statusWith(''), 400);
    }),
  );
});
