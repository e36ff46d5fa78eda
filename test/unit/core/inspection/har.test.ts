import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../src/core/base/json';
import type { TapedEvent } from '../../../../src/core/chat/turnTapes';
import { harOf } from '../../../../src/core/inspection/har';
import type { InspectedRequest, Inspection } from '../../../../src/core/inspection/inspection';
import { inspectedTurn, words } from './inspectedTurn';

interface Entry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: { readonly url: string; readonly postData: { readonly text: string } };
  readonly response: {
    readonly status: number;
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
  };
  readonly timings: JsonValue;
}

const start = Date.UTC(2026, 10, 29, 12);
const sentAfter = (ms: number): InspectedRequest => ({
  body: { model: 'm', input: String(ms) },
  version: 'v1beta',
  sent: { at: start + ms, ms },
});
const stopped = (ms: number): TapedEvent => ({ ms, event: { type: 'stepStopped', index: ms } });
const frame = (index: number) => `event: step.stop\ndata: {"event_type":"step.stop","index":${index}}\n\n`;
const steps = [{ type: 'model_output', content: [{ type: 'text', text: 'é' }] }];
const plain = inspectedTurn({ turn: { ...inspectedTurn().turn, steps, usage: undefined } });
const whole = JSON.stringify({ id: 'v1_abc', status: 'done', steps });

function logOf(more: Partial<Inspection>): {
  readonly entries: readonly Entry[];
  readonly comment?: string;
  readonly creator: JsonValue;
} {
  return JSON.parse(harOf({ ...plain, ...more }, words, [], '7.8.9')).log;
}
const contentsOf = (more: Partial<Inspection>) => logOf(more).entries.map(({ response }) => response.content);

describe('an archive of the requests of a turn', () => {
  it('has an entry for each, with when it was sent and how long it took', () => {
    const events = [stopped(10), stopped(50), stopped(100), stopped(160)];
    const { entries, creator, comment } = logOf({ requests: [sentAfter(0), sentAfter(100)], events });
    assert.deepEqual(
      entries.map(({ startedDateTime, time, timings, request }) => [
        startedDateTime,
        time,
        timings,
        request.url,
        request.postData.text,
      ]),
      [
        ['2026-11-29T12:00:00.000Z', 50, { send: 0, wait: 10, receive: 40 }, '{"model":"m","input":"0"}'],
        ['2026-11-29T12:00:00.100Z', 60, { send: 0, wait: 0, receive: 60 }, '{"model":"m","input":"100"}'],
      ].map(([at, time, timings, text]) => [
        at,
        time,
        timings,
        'https://generativelanguage.googleapis.com/v1beta/interactions',
        text,
      ]),
    );
    assert.deepEqual(creator, { name: 'Interactions for Gemini', version: '7.8.9' });
    assert.equal(comment, undefined);
  });

  it('is in the form that programs for archives read, and shows of the key that there is one', () => {
    const events = [stopped(10), stopped(50), stopped(80)];
    const text = [10, 50, 80].map(frame).join('');
    const archive: unknown = JSON.parse(harOf({ ...plain, requests: [sentAfter(0)], events }, words, [], '7.8.9'));
    assert.deepEqual(archive, {
      log: {
        version: '1.2',
        creator: { name: 'Interactions for Gemini', version: '7.8.9' },
        pages: [],
        entries: [
          {
            startedDateTime: '2026-11-29T12:00:00.000Z',
            time: 80,
            request: {
              method: 'POST',
              url: 'https://generativelanguage.googleapis.com/v1beta/interactions',
              httpVersion: 'HTTP/1.1',
              cookies: [],
              headers: [
                { name: 'content-type', value: 'application/json' },
                { name: 'x-goog-api-key', value: '…' },
              ],
              queryString: [],
              headersSize: -1,
              bodySize: -1,
              postData: { mimeType: 'application/json', text: '{"model":"m","input":"0"}' },
            },
            response: {
              status: 200,
              statusText: '',
              httpVersion: 'HTTP/1.1',
              cookies: [],
              headers: [],
              content: { size: text.length, mimeType: 'text/event-stream', text },
              redirectURL: '',
              headersSize: -1,
              bodySize: -1,
              comment: 'from events',
            },
            cache: {},
            timings: { send: 0, wait: 10, receive: 70 },
          },
        ],
      },
    });
  });

  it('has all events with the one request that was sent, where the next one was made again', () => {
    const { sent: _sent, ...again } = sentAfter(0);
    const [first, second] = contentsOf({ requests: [sentAfter(0), again], events: [stopped(10), stopped(50)] });
    assert.equal(first?.text, [10, 50].map(frame).join(''));
    assert.equal(second?.text, whole);
  });

  it('has with each request the events that came before the next one', () => {
    const events = [stopped(10), stopped(99), stopped(100), stopped(160)];
    assert.deepEqual(
      contentsOf({ requests: [sentAfter(0), sentAfter(100)], events }),
      [
        [10, 99],
        [100, 160],
      ].map((times) => {
        const text = times.map(frame).join('');
        return { size: text.length, mimeType: 'text/event-stream', text };
      }),
    );
  });

  it('has the answer as a whole where its events are not known, and its size in bytes', () => {
    const content = { size: whole.length + 1, mimeType: 'application/json', text: whole };
    const { sent: _sent, ...again } = sentAfter(0);
    assert.deepEqual(contentsOf({ requests: [again], events: [] }), [content]);
    assert.deepEqual(contentsOf({ requests: [sentAfter(0)], events: [{ ms: 5, event: { type: 'connected' } }] }), [
      content,
    ]);
  });

  it('names the end of such an answer in the word of the service, with its tokens', () => {
    const usage = { input: 1, output: 2, thought: 0, toolUse: 0, cached: 0, total: 3, grounding: {} };
    const turn = { ...plain.turn, interactionId: undefined, endedAs: 'incomplete' as const, usage };
    const { sent: _sent, ...again } = sentAfter(0);
    const [content] = contentsOf({ turn, requests: [again], events: [] });
    const { id, status, usage: tokens } = JSON.parse(content?.text ?? '');
    assert.deepEqual([id, status, tokens.total_tokens], ['', 'incomplete', 3]);
  });

  it('has nothing for a request that brought nothing, and the status of the last one that was refused', () => {
    const turn = { ...plain.turn, failure: { reason: 'serviceBusy', status: 503 } as const };
    const { entries } = logOf({ turn, requests: [sentAfter(0), sentAfter(100)], events: [] });
    assert.deepEqual(
      entries.map(({ time, response: { status, content } }) => [time, status, content]),
      [0, 503].map((status) => [0, status, { size: 0, mimeType: 'application/json', text: '' }]),
    );
    assert.equal(logOf({ requests: [sentAfter(0)], events: [] }).entries[0]?.response.status, 0);
    assert.equal(logOf({ turn, requests: [sentAfter(0)], events: [stopped(1)] }).entries[0]?.response.status, 200);
  });

  it('says of requests that were made again that it has no times', () => {
    const { sent: _sent, ...again } = sentAfter(0);
    const { entries, comment } = logOf({ requests: [again], events: [stopped(50)] });
    assert.equal(comment, 'made again');
    assert.deepEqual(
      entries.map(({ startedDateTime, time, response: { status } }) => [startedDateTime, time, status]),
      [[new Date(plain.turn.createdAt).toISOString(), 0, 200]],
    );
  });
});
