import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FilesHere, returnedFiles } from '../../src/core/editing/apply/returnedFiles';
import { antigravity } from '../../src/core/interactions/agents';
import { interactionsOver } from '../../src/gemini/client';
import { sandboxesOver } from '../../src/gemini/sandboxes';
import type { Benchmark } from './benchmark';
import { scaled } from './scale';
import { serverBeside } from './serverBeside';
import { temporaryFolder } from './temporaryFolder';

const count = scaled(1_000, 20);
const rounds = scaled(10, 1);
const lines = 60;

export const sandboxReview: Benchmark = {
  name: 'sandboxReview',
  title: `${count.toLocaleString('en')} files of ${lines} lines that a sandbox has changed, compared with those here`,
  run: async () => {
    const folder = temporaryFolder();
    const texts = new Map(Array.from({ length: count }, (_, n) => [`src/part${n % 40}/file${n}.ts`, textOf(n)]));
    for (const [path, text] of texts) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const files = new Map([...texts].map(([path, text]) => [path, { place: join(folder, path), text }]));
    const given = { files, repositories: [] };
    const changed = new Map([...texts].map(([path, text]) => [`workspace/${path}`, bytesOf(`${text}# changed\n`)]));
    const entries = [...changed].map(([path, { length: size }]) => ({ path, size, isFile: true }));
    const atHand = {
      list: async () => ({ entries, isWhole: true }),
      readEach: async (
        _id: string,
        paths: readonly string[],
        take: (bytes: Uint8Array, at: number) => Promise<void>,
      ) => {
        await Promise.all(paths.map((path, at) => take(changed.get(path) ?? new Uint8Array(), at)));
      },
    };
    const here: number[] = [];
    const fetched: number[] = [];
    const server = await serverBeside();
    try {
      const connection = () => Promise.resolve({ origin: server.url, key: 'test-key' });
      const environmentId = await taskWith(interactionsOver(connection), texts);
      const sandboxes = sandboxesOver(connection);
      for (let round = 0; round < rounds; round += 1) {
        for (const [source, samples] of [
          [atHand, here],
          [sandboxes, fetched],
        ] as const) {
          const started = performance.now();
          const found = await returnedFiles(source, environmentId, given, onDisk(folder), new AbortController().signal);
          samples.push(performance.now() - started);
          if (found.changes.length !== count) throw new Error(`${found.changes.length} changes were found`);
        }
      }
    } finally {
      server.kill();
    }
    return [
      { what: 'all listed, once they are here', unit: 'ms', goal: 300, samples: here },
      { what: 'all listed, each fetched from a server on this computer', unit: 'ms', samples: fetched },
    ];
  },
};

/** Has an agent change files in a sandbox, and says which sandbox that is. */
async function taskWith(
  client: ReturnType<typeof interactionsOver>,
  texts: ReadonlyMap<string, string>,
): Promise<string> {
  const sources = [...texts].map(([path, content]) => ({ type: 'inline', target: `/workspace/${path}`, content }));
  const agent = { id: antigravity, environment: { type: 'remote', sources } };
  const request = {
    model: '',
    agent,
    input: [{ type: 'text', text: 'Change it' }],
    store: true,
    background: true,
  } as const;
  for await (const event of client.ask(request, new AbortController().signal)) {
    if (event.type === 'completed' && event.interaction.environmentId) return event.interaction.environmentId;
  }
  throw new Error('The agent does not say its sandbox');
}

/** The files of a folder, as the extension looks at those of the workspace. */
function onDisk(folder: string): FilesHere<string> {
  const isThere = (path: string) =>
    stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
  return {
    placeOf: (path) => join(folder, path),
    isInside: isThere,
    textOf: async (place) => ((await isThere(place)) ? readFile(place, 'utf8') : undefined),
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(n: number): string {
  return Array.from({ length: lines }, (_, line) => `export const value${line} = ${n * line};\n`).join('');
}
