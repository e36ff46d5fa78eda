import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { FailureReason } from '../../../../src/core/base/failure';
import { budget, runSeed } from '../../../budget';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest, textOf } from './chatUnderTest';

const sample = (name: string) => readFileSync(`test/fixtures/sse/${name}.sse`, 'utf8');
const created = 'data: {"event_type":"interaction.created","interaction":{"id":"","status":"in_progress"}}\n\n';
const start = 'data: {"event_type":"step.start","index":0,"step":{"type":"model_output"}}\n\n';
const text = (piece: string) =>
  `data: {"event_type":"step.delta","index":0,"delta":{"type":"text","text":${JSON.stringify(piece)}}}\n\n`;
const completed = (status = 'completed') =>
  `data: {"event_type":"interaction.completed","interaction":{"id":"","status":"${status}"}}\n\ndata: [DONE]\n\n`;

/** What a broken or odd stream comes to. `shown` is all that the user sees of the text. */
const streams: Readonly<Record<string, { sse: string; ends: FailureReason | 'done'; shown: string }>> = {
  'ends without saying so': { sse: created + start + text('half'), ends: 'truncated', shown: 'half' },
  'ends before anything': { sse: '', ends: 'truncated', shown: '' },
  'has only comments': { sse: ': hello\n\n: again\n\n', ends: 'truncated', shown: '' },
  'says an error in the middle': {
    sse: `${created + start + text('half')}data: {"event_type":"error","error":{"code":"gateway_timeout"}}\n\n`,
    ends: 'serviceBusy',
    shown: 'half',
  },
  'says an error without a word': {
    sse: `${created + start + text('half')}data: {"event_type":"error"}\n\n`,
    ends: 'generationFailed',
    shown: 'half',
  },
  'is blocked in the middle': {
    sse: `${created + start + text('half')}data: {"event_type":"error","error":{"code":"safety"}}\n\n`,
    ends: 'contentBlocked',
    shown: 'half',
  },
  'has a frame that is not JSON, then ends well': {
    sse: `${created + start + text('a')}data: {"broken\n\n${text('b')}${completed()}`,
    ends: 'done',
    shown: 'ab',
  },
  'has a frame that is not JSON, then ends': {
    sse: `${created + start + text('a')}data: {"broken\n\n`,
    ends: 'malformedAnswer',
    shown: 'a',
  },
  'has a list of errors pasted behind it': {
    sse: `${created + start + text('a')}[{"error":{"code":503}}]\n\n`,
    ends: 'truncated',
    shown: 'a',
  },
  'skips indexes and starts': { sse: created + text('a').replace('0', '7') + completed(), ends: 'done', shown: 'a' },
  'asks for a continuation that never comes': {
    sse: created + start + text('a') + completed('requires_continuation'),
    ends: 'truncated',
    shown: 'a',
  },
  'ends in a status of the future': {
    sse: created + start + text('a') + completed('transcended'),
    ends: 'unknown',
    shown: 'a',
  },
  'ends at the length limit': { sse: created + start + text('a') + completed('incomplete'), ends: 'done', shown: 'a' },
  'ends at the budget': { sse: created + start + text('a') + completed('budget_exceeded'), ends: 'done', shown: 'a' },
};

/** The samples that are whole answers in one hop and hold only frames that are JSON. */
const names = [
  '01-text',
  '02-thoughts',
  '03-function-call',
  '03b-function-answer',
  '04-search-citations',
  '04b-search-recorded-2.5-flash',
  '05-code-execution',
  '05b-url-context',
  '06-image',
  '08-deep-research',
  '09b-continuation-hop2',
];

/** Asked for twice: once on each version of the API. */
const gone = { status: 404, body: { error: { code: 'not_found', message: '' } } };

describe('a broken stream', () => {
  const under = serverUnderTest();

  for (const [name, { sse, ends, shown }] of Object.entries(streams)) {
    it(`that ${name}: ${ends}`, async () => {
      under.server.answerNext({ sse });
      const { chat, errors } = chatUnderTest(under.client);

      await chat.send('Hello');

      const [turn] = chat.turns();
      assert.equal(turn?.failure?.reason ?? turn?.status, ends);
      assert.equal(textOf(turn), shown);
      assert.deepEqual(errors, []);
      assert.equal(under.server.requests.filter(({ method }) => method === 'POST').length, 1);
    });
  }

  it('cut at any byte never counts as whole, and keeps the text of every whole event before the cut', async function () {
    this.timeout(60_000);
    for (const name of names) {
      const sse = sample(name);
      const bytes = Buffer.from(sse);
      const end = bytes.indexOf('\n\n', bytes.indexOf('event: interaction.completed')) + 2;
      // The first one at every byte in a full run; the others at about a hundred. It begins elsewhere each time.
      const cuts = name === '01-text' ? budget(bytes.length, 120) : budget(100, 20);
      const step = Math.ceil(bytes.length / cuts);
      for (let cut = runSeed % step; cut < bytes.length; cut += step) {
        under.server.answerNext({ sse, cutAfterBytes: cut, cutBy: 'end' });
        under.server.answerNext({ for: 'get', ...gone });
        under.server.answerNext({ for: 'get', ...gone });
        const { chat } = chatUnderTest(under.client);
        await chat.send('Hello');
        const [turn] = chat.turns();
        if (cut < end) assert.equal(turn?.status, 'failed', `${name} cut at ${cut}`);
        assert.equal(textOf(turn), wholeText(bytes.subarray(0, cut).toString('utf8')), `${name} cut at ${cut}`);
      }
    }
  });

  it('cut in any way between its bytes reads the same', async () => {
    const whole = '🙂 ünï\r\n```ts\n`code`\n``` 日本';
    const sse = created + start + [...whole].map(text).join('') + completed();
    const bytes = Buffer.from(sse).length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes }), async (chunkBytes) => {
        under.server.answerNext({ sse, chunkBytes });
        const { chat } = chatUnderTest(under.client);
        await chat.send('Hello');
        assert.equal(chat.turns()[0]?.status, 'done');
        assert.equal(textOf(chat.turns()[0]), whole);
      }),
      { numRuns: 60 },
    );
  });
});

/** The text of the whole frames in the first part of a stream. */
function wholeText(part: string): string {
  const frames = part.slice(0, part.lastIndexOf('\n\n') + 2).split('\n\n');
  return frames
    .filter((frame) => frame.includes('data: {'))
    .map((frame) => JSON.parse(frame.slice(frame.indexOf('data: ') + 6)))
    .flatMap((event) => {
      if (event.delta?.type === 'text') return event.delta.text;
      return event.step?.type === 'model_output'
        ? (event.step.content ?? []).map((item: { text: string }) => item.text)
        : [];
    })
    .join('');
}
