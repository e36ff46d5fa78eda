import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Interactions } from '../../../src/core/interactions/port';
import { recordingsIn } from '../../live/replay/recordings';
import { type Replayed, replayedLine, replayedSum } from '../../live/replay/replayed';
import { replayFile } from '../../live/replay/replayFile';
import { serverUnderTest } from '../gemini/serverUnderTest';
import { runProgram } from './runProgram';

const frame = (event: object) => `data: ${JSON.stringify(event)}\n\n`;
const created = frame({ event_type: 'interaction.created', interaction: { id: 'v1_a', status: 'in_progress' } });
const text = (piece: string, id?: string) =>
  frame({ event_type: 'step.delta', index: 0, delta: { type: 'text', text: piece }, ...(id ? { event_id: id } : {}) });
const completed = (more: object = {}) =>
  frame({ event_type: 'interaction.completed', interaction: { id: 'v1_a', status: 'completed', ...more } });
const output = { type: 'model_output', content: [{ type: 'text', text: 'twelve chars' }] };
const usage = { total_tokens: 42 };
const badKey = {
  code: 400,
  message: 'API key not valid.',
  status: 'INVALID_ARGUMENT',
  details: [{ reason: 'API_KEY_INVALID' }],
};

/** What stands in a file, and what is said of it after its name. Undefined: nothing, the file is not looked at. */
const files: Readonly<Record<string, readonly [content: string, said: string | undefined]>> = {
  'a/whole.sse': [created + text('twelve chars') + completed({ usage }), 'done | 12 characters | 1 steps | 42 tokens'],
  'a/b/cut.sse': [created + text('half'), 'failed truncated | 4 characters | 1 steps | no usage'],
  'carriage.sse': [
    (created + text('1234') + completed()).replaceAll('\n', '\r\n'),
    'done | 4 characters | 1 steps | no usage',
  ],
  'twice.sse': [
    created + text('once', 'e1') + text('once', 'e1') + completed(),
    'done | 4 characters | 1 steps | no usage',
  ],
  'odd.sse': [
    `${created}${text('1234')}data: {"broken\n\n${completed()}trailing`,
    'done | 4 characters | 1 steps | no usage | lost: 1 frames that are not JSON, 8 characters after the last frame',
  ],
  'future.sse': [
    `${created}${frame({ event_type: 'x.y' })}${frame({ event_type: 'step.start', index: 0, step: { type: 'dream' } })}${frame({ event_type: 'step.delta', index: 0, delta: { type: 'nap', text: 'kept raw' } })}${completed({ status: 'transcended' })}`,
    'failed unknown (transcended) | 0 characters | 1 steps | no usage | unknown: event x.y, step dream, delta nap, status transcended',
  ],
  'error.sse': [
    created + frame({ event_type: 'error', error: { code: 'safety' } }),
    'failed contentBlocked (safety) | 0 characters | 0 steps | no usage',
  ],
  'saved.txt': [created + text('1234') + completed(), 'done | 4 characters | 1 steps | no usage'],
  'lines.jsonl': [
    `${created}${text('1234')}${completed()}`.replaceAll('data: ', '').replaceAll('\n\n', '\n'),
    'done | 4 characters | 1 steps | no usage',
  ],
  'notes.txt': ['Nothing to see here.', undefined],
  'other.jsonl': ['{"a":1}\n{"b":2}\n', undefined],
  'unary.json': [
    JSON.stringify({ id: 'v1_a', status: 'completed', steps: [{ type: 'user_input', content: [] }, output], usage }),
    'done | 12 characters | 1 steps | 42 tokens',
  ],
  'failed.json': [
    JSON.stringify({ id: 'v1_a', status: 'failed', steps: [], errors: [{ code: 'recitation' }] }),
    'failed contentBlocked (recitation) | 0 characters | 0 steps | no usage',
  ],
  'refused.json': [
    JSON.stringify({ error: { code: 'model_not_found', message: 'No such model.' } }),
    'failed modelUnavailable (404 model_not_found) | 0 characters | 0 steps | no usage',
  ],
  'listed.json': [
    JSON.stringify([{ error: badKey }]),
    'failed badKey (400 invalid_argument) | 0 characters | 0 steps | no usage',
  ],
  'manifest.json': ['{"name":"x"}', 'no answer of the service, left out'],
};

describe('replay of recordings', () => {
  const under = serverUnderTest();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'replay-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };

  for (const [name, [content, said]] of Object.entries(files)) {
    it(`${name}: ${said ?? 'not looked at'}`, async () => {
      write(name, content);

      const [recording, ...more] = recordingsIn(folder);

      assert.deepEqual(more, []);
      if (said === undefined) return assert.equal(recording, undefined);
      assert.ok(recording);
      const replayed = await replayFile(recording, under.server, under.client);
      const line = replayed ? replayedLine(replayed).replace(`${recording.file}: `, '') : files['manifest.json']?.[1];
      assert.equal(line, said);
    });
  }

  it('says what the product threw, and goes on', async () => {
    write('a.sse', completed());
    const throwing: Interactions = {
      ...under.client,
      // biome-ignore lint/correctness/useYield: it fails before it yields
      async *follow() {
        throw new TypeError('a bug');
      },
    };
    const [recording] = recordingsIn(folder);
    assert.ok(recording);

    const replayed = await replayFile(recording, under.server, throwing);

    assert.equal(replayed?.thrown, 'TypeError: a bug');
    const other: Replayed = { file: 'b.sse', outcome: 'done', text: 0, steps: 0, unknown: [], lost: [] };
    assert.equal(
      replayedSum([replayed, other]),
      '2 recordings, 1 whole, 0 failed, 0 with something unknown, 0 with something lost, 1 thrown',
    );
  });

  it('tells what the product does not keep, wherever in the stream it stands', async () => {
    const image = { type: 'model_output', content: [{ type: 'image', data: 'AAAA' }] };
    const start = frame({ event_type: 'step.start', index: 0, step: image });
    write('a.sse', created + start + text('1234') + completed());
    write('b.sse', created + completed({ steps: [output] }));
    const forgetful: Interactions = {
      ...under.client,
      async *follow(...args) {
        for await (const event of under.client.follow(...args)) {
          if (event.type === 'created') yield event;
          if (event.type === 'completed') yield { ...event, interaction: { ...event.interaction, steps: [] } };
        }
      },
    };

    const lost: (readonly string[] | undefined)[] = [];
    for (const recording of recordingsIn(folder)) {
      lost.push((await replayFile(recording, under.server, forgetful))?.lost);
    }

    assert.deepEqual(lost, [
      ['4 of 4 characters of text', '4 of 4 characters of media', '1 of 1 steps'],
      ['12 of 12 characters of text', '1 of 1 steps'],
    ]);
  });

  it('loses nothing of the samples of the wire but what is no frame', async () => {
    const { code, stdout } = await runProgram('replayMain', ['test/fixtures/sse']);

    assert.equal(code, 0);
    const lost = stdout.split('\n').filter((line) => line.includes('lost:'));
    assert.deepEqual(
      lost.map((line) => line.replace(/:.*lost:/, ':')),
      ['07b-cut-with-trailing-json.sse: 124 characters after the last frame', '10-odd.sse: 1 frames that are not JSON'],
    );
    assert.match(stdout, /\n17 recordings, 13 whole, 4 failed, .* 0 thrown\n$/);
  });

  it('ends with 1 after a file that cannot be read, and still reads the others', async () => {
    write('whole.sse', created + completed());
    // A folder that has the name of a recording.
    write('broken.sse/notes.md', '');

    const { code, stdout } = await runProgram('replayMain', [folder]);

    assert.equal(code, 1);
    assert.match(stdout, /^broken\.sse: THROWN E/m);
    assert.match(stdout, /^whole\.sse: done/m);
  });

  it('wants a folder', async () => {
    assert.equal((await runProgram('replayMain', [])).code, 2);
    assert.equal((await runProgram('replayMain', [join(folder, 'nowhere')])).code, 2);
  });
});
