import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { endOf, type Inspection, isAsSent, mainRequest, nameOf } from '../../../../src/core/inspection/inspection';
import { normalised } from '../../../../src/core/inspection/normalise';
import { writeInspection } from '../../../../src/core/inspection/writeInspection';
import { inspectedTurn, words } from './inspectedTurn';

const { turn } = inspectedTurn();
const bare = { ...turn, interactionId: undefined, attachments: [], times: undefined, usage: undefined };
const written = (more: Partial<Inspection>): JsonObject => JSON.parse(writeInspection(inspectedTurn(more), words, []));
const request = (body: JsonObject) => ({ body, version: 'v1' });

describe('a turn as a document', () => {
  it('has nothing of what is not known', () => {
    const { interaction, usage, events_note: note } = written({ turn: bare });
    assert.deepEqual(interaction, {
      model: 'gemini-3.8-flash',
      status: 'completed',
      asked: '2026-11-29T12:00:00.000Z',
      chat: 'Pixels',
    });
    assert.deepEqual([usage, note], [undefined, undefined]);
  });

  it('has its id, the names of its attachments, its times and what it used', () => {
    const { interaction, usage } = written({});
    assert.deepEqual(interaction, {
      id: 'v1_abc',
      model: 'gemini-3.8-flash',
      status: 'completed',
      asked: '2026-11-29T12:00:00.000Z',
      chat: 'Pixels',
      attached: ['p.png'],
      times_ms: { total: 1_500, thoughts: [400] },
    });
    assert.deepEqual(usage, {
      total_input_tokens: 300,
      total_cached_tokens: 100,
      total_output_tokens: 20,
      total_thought_tokens: 40,
      total_tool_use_tokens: 0,
      total_tokens: 360,
      grounding_tool_count: [{ type: 'google_search', count: 1 }],
    });
  });

  it('has what is known of its agent, its rules, its times and its failure', () => {
    const more = {
      agent: 'reviewer',
      status: 'failed' as const,
      rulesFiles: ['AGENTS.md'],
      failure: { reason: 'serviceBusy', status: 503 } as const,
      times: { thoughts: [400] },
    };
    assert.deepEqual(written({ turn: { ...bare, ...more } }).interaction, {
      agent: 'reviewer',
      status: 'failed',
      asked: '2026-11-29T12:00:00.000Z',
      chat: 'Pixels',
      rules_files: ['AGENTS.md'],
      failure: { reason: 'serviceBusy', status: 503 },
      times_ms: { thoughts: [400] },
    });
  });

  it('has each request with when it was sent, and without its key', () => {
    const sent = { at: Date.UTC(2026, 10, 29, 12, 0, 1), ms: 1_000.4 };
    assert.deepEqual(written({ requests: [{ ...request({ a: 1 }), sent }, request({ b: 2 })] }).requests, [
      {
        sent: '2026-11-29T12:00:01.000Z',
        ms: 1_000,
        method: 'POST',
        url: 'https://generativelanguage.googleapis.com/v1/interactions',
        headers: { 'x-goog-api-key': '…' },
        body: { a: 1 },
      },
      {
        method: 'POST',
        url: 'https://generativelanguage.googleapis.com/v1/interactions',
        headers: { 'x-goog-api-key': '…' },
        body: { b: 2 },
      },
    ]);
  });

  it('says that tokens are missing only where a remote server was named', () => {
    const noteWith = (tools: JsonObject['tools'] | undefined) => {
      const body: JsonObject = tools === undefined ? {} : { tools };
      return written({ requests: [{ ...request(body), sent: { at: 0, ms: 0 } }] }).note;
    };
    assert.equal(noteWith([{ type: 'google_search' }, { type: 'mcp_server' }]), 'as sent, but for tokens');
    const requests = [request({ tools: [{ type: 'mcp_server' }] }), { ...request({}), sent: { at: 0, ms: 0 } }];
    assert.equal(written({ requests }).note, 'as sent, but for tokens');
    const others: readonly JsonObject['tools'][] = ['odd', [], ['mcp_server', null], [{ type: 'google_search' }]];
    for (const tools of [undefined, ...others]) {
      assert.equal(noteWith(tools), 'as sent', JSON.stringify(tools));
    }
  });

  it('has one event on each line', () => {
    const events = [3, 4].map((ms) => ({ ms, event: { type: 'stepStopped', index: 0 } as const }));
    const stop = '"event_type":"step.stop","index":0}';
    assert.ok(
      writeInspection(inspectedTurn({ events }), words, []).endsWith(
        `,\n  "events": [\n    {"ms":3,${stop},\n    {"ms":4,${stop}\n  ]\n}\n`,
      ),
    );
  });
});

describe('a turn to compare with another', () => {
  it('has numbers for ids, the same for the same, and no signatures', () => {
    const steps = [
      { type: 'call', id: 'x', signature: 's1', z: { b: 1, a: [{ call_id: 'y' }] } },
      { type: 'result', call_id: 'x', id: '', signature: '', text: 'x', more: { id: ['y', 'w'] } },
      { continuation_token: 't1', call_id: 'v' },
    ];
    const requests = [request({ previous_interaction_id: 'w', model: 'm' })];
    const text = normalised(inspectedTurn({ turn: { ...bare, steps }, requests }), words, []);
    assert.equal(
      text,
      `${JSON.stringify(
        {
          request: { model: 'm', previous_interaction_id: 'id 1' },
          status: 'completed',
          steps: [
            { id: 'id 2', signature: '…', type: 'call', z: { a: [{ call_id: 'id 3' }], b: 1 } },
            { call_id: 'id 2', id: '', more: { id: ['id 3', 'id 1'] }, signature: '', text: 'x', type: 'result' },
            { call_id: 'id 4', continuation_token: '…' },
          ],
          usage: null,
        },
        undefined,
        2,
      )}\n`,
    );
  });

  it('has the request that the answer came from, if there is one', () => {
    const of = (requests: Inspection['requests']) =>
      JSON.parse(normalised(inspectedTurn({ turn: bare, requests }), words, [])).request;
    assert.equal(of([]), null);
    const continued = request({ c: 3, continuation_token: 'T' });
    assert.deepEqual(of([request({ a: 1 }), request({ b: 2 }), continued]), { b: 2 });
    assert.equal(mainRequest({ requests: [continued] }), undefined);
  });
});

describe('what a turn is called', () => {
  it('ends as the service says, else as it is known here', () => {
    assert.equal(endOf({ endedAs: undefined, status: 'done' }), 'completed');
    assert.equal(endOf({ endedAs: undefined, status: 'stopped' }), 'stopped');
    assert.equal(endOf({ endedAs: 'incomplete', status: 'done' }), 'incomplete');
  });

  it('is as sent if one of its requests was', () => {
    const sent = { ...request({}), sent: { at: 0, ms: 0 } };
    assert.equal(isAsSent({ requests: [request({}), sent] }), true);
    assert.equal(isAsSent({ requests: [request({})] }), false);
    assert.equal(isAsSent({ requests: [] }), false);
  });

  it('is named by as many whole words as fit', () => {
    const named = (prompt: string) => nameOf({ turn: { ...bare, prompt } });
    const x = (length: number) => 'x'.repeat(length);
    assert.equal(named(`${x(20)} ${x(20)}`), `${x(20)}-${x(20)}`);
    assert.equal(named(`${x(20)} ${x(21)} a`), x(20));
    assert.equal(named(x(40)), x(40));
    assert.equal(named(x(41)), 'gemini-3.8-flash');
    assert.equal(named('Cafe\u0301'), 'Caf\u00e9');
    assert.equal(nameOf({ turn: { ...bare, prompt: '?', model: '' } }), 'interaction');
  });
});
