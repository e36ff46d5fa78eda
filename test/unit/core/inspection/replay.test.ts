import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interactions as Sdk } from '@google/genai';
import { systemClock } from '../../../../src/core/base/clock';
import { Failure } from '../../../../src/core/base/failure';
import { isJsonObject, type JsonObject, objectField, objectsField } from '../../../../src/core/base/json';
import { readRequestText, replay, requestText } from '../../../../src/core/inspection/replay';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { interactionsOver } from '../../../../src/gemini/client';
import { toBody } from '../../../../src/gemini/request';
import { repositoryRoot } from '../../../launch/repositoryRoot';
import { ManualClock } from '../../fakes/manualClock';
import { never, question, serverUnderTest } from '../../gemini/serverUnderTest';
import { interactionOf } from '../interactions/pollUnderTest';
import { goldenTurns } from './goldenTurns';

const place = { title: '', prompt: 'Hello', turns: [], origin: 'http://127.0.0.1' };

describe('a request that a person changes', () => {
  const under = serverUnderTest();
  const services = () => ({
    raw: interactionsOver(() => Promise.resolve({ origin: under.server.url, key: 'test-key' })),
    clock: systemClock,
    newId: () => 'r',
  });

  for (const { name, request } of goldenTurns) {
    it(`is what was sent, but for how it is streamed: ${name}`, () => {
      const { stream: _stream, ...sent } = toBody(request);
      assert.deepEqual(readRequestText(requestText(toBody(request))), { body: sent, model: request.model });
    });
  }

  it('is written without what is not of the request', () => {
    const body = { $schema: 'x', model: 'm', input: 'Hello', stream: true };
    assert.equal(requestText(body), '{\n  "model": "m",\n  "input": "Hello"\n}\n');
  });

  it('may go on with an answer instead of asking something', () => {
    const body = { model: 'm', continuation_token: 't' };
    assert.deepEqual(readRequestText(JSON.stringify(body)), { body, model: 'm' });
  });

  it('becomes a turn of no chat, with the time of its answer and of each event', async () => {
    for (const [id, interactionId] of [
      ['v1_a', 'v1_a'],
      ['', undefined],
    ] as const) {
      const clock = new ManualClock();
      clock.advance(1_000);
      const at = clock.wallNow();
      const askBody = async function* (): AsyncIterable<InteractionEvent> {
        yield { type: 'connected' };
        clock.advance(30);
        yield { type: 'completed', interaction: interactionOf('completed', { id }) };
      };
      const raw = { askBody, versionOf: () => 'v1beta' };
      const body = { model: 'm', input: 'Hello' };
      const { turn, events, requests } = await replay({ raw, clock, newId: () => 'r' }, body, 'm', place, never());

      const { parentId, createdAt, model, prompt, attachments, times } = turn;
      assert.deepEqual(
        { id: turn.id, parentId, createdAt, model, prompt, attachments, interactionId: turn.interactionId, times },
        {
          ...{ id: 'r', parentId: undefined, createdAt: at, model: 'm', prompt: 'Hello', attachments: [] },
          ...{ interactionId, times: { total: 30, thoughts: [] } },
        },
      );
      assert.deepEqual(
        events.map(({ ms, event }) => [ms, event.type]),
        [
          [0, 'connected'],
          [30, 'completed'],
        ],
      );
      assert.deepEqual(requests, [{ body: { ...body, stream: true }, version: 'v1beta', sent: { at, ms: 0 } }]);
    }
  });

  it('is sent once, as it stands, and its answer is read', async () => {
    const read = readRequestText(
      '{"$schema":"x","model":"gemini-3.8-flash","stream":false,"store":false,"input":"Hello"}',
    );
    assert.ok('body' in read);
    const inspection = await replay(services(), read.body, read.model, place, never());

    assert.equal(under.server.requests.length, 1);
    const wanted = { model: 'gemini-3.8-flash', store: false, input: 'Hello', stream: true };
    assert.deepEqual(under.server.requests[0]?.body, wanted);
    assert.deepEqual(inspection.requests[0]?.body, wanted);
    assert.equal(inspection.turn.status, 'done');
    assert.ok(inspection.turn.steps.length > 0);
    assert.ok((inspection.turn.usage?.total ?? 0) > 0);
    assert.equal(inspection.events.at(-1)?.event.type, 'completed');
  });

  it('fails as any other, and is not sent again', async () => {
    const body = toBody(question('Hello', { model: 'gemini-9-none' }));
    await assert.rejects(
      replay(services(), body, 'gemini-9-none', place, never()),
      (error) => error instanceof Failure,
    );
    // One version of the API after the other is asked for a model that it does not have.
    assert.equal(under.server.requests.length, 2);
  });

  it('ends where it is stopped', async () => {
    under.server.holdAfter(1);
    const stop = new AbortController();
    const body = toBody(question('Hello'));
    const running = replay(services(), body, 'gemini-3.8-flash', place, stop.signal);
    await under.server.held();
    stop.abort();

    assert.equal((await running).turn.status, 'stopped');
  });

  const refused: readonly (readonly [text: string, problem: string])[] = [
    ['{"model":', 'notJson'],
    ['[]', 'notAnObject'],
    ['"x"', 'notAnObject'],
    ['{"input":"x"}', 'noModel'],
    ['{"model":" ","input":"x"}', 'noModel'],
    ['{"model":7,"input":"x"}', 'noModel'],
    ['{"model":"gemini-3.8-flash"}', 'noInput'],
    ['{"agent":"deep-research-preview-04-2026","input":"x"}', 'agent'],
  ];
  for (const [text, problem] of refused) {
    it(`is not sent: ${text}`, () => assert.deepEqual(readRequestText(text), { problem }));
  }
});

/** Compiles only while each kind of tool, step and content of the SDK stands in it. */
const kinds = {
  tool: {
    code_execution: 0,
    computer_use: 0,
    file_search: 0,
    function: 0,
    google_maps: 0,
    google_search: 0,
    mcp_server: 0,
    retrieval: 0,
    url_context: 0,
  } satisfies Record<Sdk.Tool['type'], 0>,
  content: { audio: 0, document: 0, image: 0, text: 0, video: 0 } satisfies Record<Sdk.Content['type'], 0>,
};

describe('the schema of requests', () => {
  const schema: JsonObject = JSON.parse(
    readFileSync(join(repositoryRoot, 'schemas/gemini-request.schema.json'), 'utf8'),
  );
  const definitions = objectField(schema, 'definitions') ?? {};
  const propertiesOf = (object: JsonObject) => objectField(object, 'properties') ?? {};
  const typesOf = (name: string) =>
    objectsField(objectField(definitions, name) ?? {}, 'anyOf').flatMap((one) => {
      const type = propertiesOf(one).type;
      if (!isJsonObject(type)) return [];
      return Array.isArray(type.enum) ? type.enum : [type.const];
    });

  it('has every kind of tool and of content that the SDK has', () => {
    assert.deepEqual(typesOf('tool').toSorted(), Object.keys(kinds.tool));
    assert.deepEqual(typesOf('content').toSorted(), Object.keys(kinds.content));
  });

  it('has every field that the product sends', () => {
    const known = propertiesOf(schema);
    const config = propertiesOf(objectField(known, 'generation_config') ?? {});
    for (const { request } of goldenTurns) {
      const { stream: _stream, ...body } = toBody(request);
      for (const name of Object.keys(body)) assert.ok(name in known, name);
      for (const name of Object.keys(objectField(body, 'generation_config') ?? {})) assert.ok(name in config, name);
      for (const step of objectsField(body, 'input'))
        assert.ok(typesOf('step').includes(step.type ?? null), `${step.type}`);
    }
  });
});
