import assert from 'node:assert/strict';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Interactions } from '../../../src/core/interactions/port';
import { recordingsIn } from '../../live/replay/recordings';
import { type Replayed, replayedLine, replayedSum } from '../../live/replay/replayed';
import { replayFile } from '../../live/replay/replayFile';
import { serverUnderTest } from '../gemini/serverUnderTest';
import { completed, created, files, frame, output, text } from './replaySamples';
import { runProgram } from './runProgram';

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
    const samples = globSync('test/fixtures/sse/*.sse').length;
    assert.match(stdout, new RegExp(`\n${samples} recordings, .* 0 thrown\n$`));
  });

  it('ends with 1 after a file that cannot be read, and still reads the others', async () => {
    write('whole.sse', created + text('1234') + completed());
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
