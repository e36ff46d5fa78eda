import assert from 'node:assert/strict';
import { onePixel } from '../../files';
import { isRecord } from '../../server/wire';
import { ask, model, send, withServer } from './harness';
import { fn, text, user } from './refusal';
import { refusedChoices } from './refusedChoices';
import { refusedFields } from './refusedFields';
import { refusedTurns } from './refusedTurns';

const valid = { model, input: 'hi' };
const refused = [...refusedFields, ...refusedChoices, ...refusedTurns];

describe('local server: what it refuses', () => {
  for (const { what, body, status = 400, code = 'invalid_request', message } of refused) {
    it(
      what,
      withServer(async (server) => {
        const answer = await send(server, '/v1/interactions', { body: { ...valid, ...body } });
        const { error } = JSON.parse(answer.text);
        assert.match(error.message, message);
        assert.deepEqual({ status: answer.status, code: error.code }, { status, code });
        assert.deepEqual(Object.keys(error), ['code', 'message']);
        assert.equal(server.interactions().size, 0);
      }),
    );
  }

  for (const { key, status, code, message, reason } of [
    { key: '', status: 401, code: 'UNAUTHENTICATED', message: /no API key/, reason: undefined },
    { key: 'bad key', status: 400, code: 'INVALID_ARGUMENT', message: /^API key not valid/, reason: 'API_KEY_INVALID' },
    { key: 'expired', status: 400, code: 'INVALID_ARGUMENT', message: /^API key expired/, reason: 'API_KEY_INVALID' },
  ]) {
    it(
      `the key '${key}', in an array of one body of the gateway`,
      withServer(async (server) => {
        for (const path of ['/v1/interactions/v1_x', '/v1beta/interactions/v1_x/cancel', '/v1/models']) {
          const answer = await send(server, path, { key, method: path.endsWith('cancel') ? 'POST' : 'GET' });
          const [{ error }, ...others] = JSON.parse(answer.text);
          assert.deepEqual([answer.status, error.code, error.status], [status, status, code]);
          assert.match(error.message, message);
          assert.equal(error.details?.[0].reason, reason);
          assert.deepEqual(others, []);
        }
      }),
    );
  }

  it(
    'every key but those it was given',
    withServer(
      async (server) => {
        assert.equal((await send(server, '/v1/models', { key: 'k' })).status, 400);
        assert.equal((await send(server, '/v1/models', { key: 'the one' })).status, 200);
      },
      { keys: ['the one'] },
    ),
  );

  it(
    'paths and methods it does not know',
    withServer(async (server) => {
      const wrong = [
        '/v1beta2/interactions/x',
        '/interactions/x',
        '/v1/v1/interactions',
        '/v1/interactions',
        '/v1/agents',
        '/',
      ];
      for (const path of wrong) {
        const { status, text: body } = await send(server, path);
        assert.equal(status, 404, path);
        assert.equal(JSON.parse(body).error.code, 'not_found');
      }
    }),
  );

  it(
    'query parameters it does not know, and a resume that is no stream',
    withServer(async (server) => {
      const { status, text: body } = await send(server, '/v1/interactions/x?includeInput=true');
      assert.equal(status, 400);
      assert.match(body, /Unknown parameter 'includeInput'/);
      const resume = await send(server, '/v1/interactions/x?last_event_id=a&stream=false');
      assert.match(resume.text, /requires 'stream'/);
    }),
  );

  it(
    'bodies that are not JSON objects',
    withServer(async (server) => {
      for (const body of ['{"model":', '[]', '"text"', 'null']) {
        const { status, text: answer } = await send(server, '/v1/interactions', { body });
        assert.equal(status, 400, body);
        assert.ok(isRecord(JSON.parse(answer).error));
      }
    }),
  );

  it(
    'nothing of a request that uses every field it should know',
    withServer(async (server, ai) => {
      const { id } = await ask(ai, 'hello');
      const generation_config = {
        max_output_tokens: 500,
        seed: 1,
        stop_sequences: ['###'],
        thinking_level: 'low',
        thinking_summaries: 'auto',
        tool_choice: { allowed_tools: { mode: 'any', tools: ['read_file'] } },
      };
      const parameters = { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] };
      const body = {
        model,
        input: [user(text, { type: 'image', data: onePixel, mime_type: 'image/png', resolution: 'low' })],
        system_instruction: 'Be brief.',
        tools: [{ ...fn, description: 'Reads.', parameters }],
        generation_config,
        response_format: { type: 'text', mime_type: 'text/plain' },
        previous_interaction_id: id,
        service_tier: 'flex',
        labels: { team: 'a-1' },
        store: true,
        stream: false,
        background: false,
      };
      const { status, text: answer } = await send(server, '/v1/interactions?alt=sse', { body });
      assert.equal(status, 200, answer);
    }),
  );
});
