import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { execute } from '../launch/execute';
import { repositoryRoot } from '../launch/repositoryRoot';
import type { Benchmark, Figure, Unit } from './benchmark';
import { scaled } from './scale';
import { temporaryFolder } from './temporaryFolder';

type SdkEntry = 'web' | 'node';

const rounds = scaled(21, 1);
const entries: readonly SdkEntry[] = ['node', 'web'];

/** In a process of its own, since a module is loaded but once in each. */
const program = `
const memory = process.memoryUsage().rss;
const started = performance.now();
require(process.argv[1]);
console.log(JSON.stringify({ ms: performance.now() - started, rss: process.memoryUsage().rss - memory }));
`;

export const sdk: Benchmark = {
  name: 'sdk',
  title: 'The two entries of the SDK, bundled and minified alike',
  run: async () => {
    const bundles = new Map<SdkEntry, string>();
    for (const entry of entries) bundles.set(entry, await bundle(entry));
    const times: Record<SdkEntry, number[]> = { node: [], web: [] };
    const memory: Record<SdkEntry, number[]> = { node: [], web: [] };
    for (let round = -1; round < rounds; round += 1) {
      for (const [entry, path] of bundles) {
        const { ms, rss }: { ms: number; rss: number } = JSON.parse(
          await execute(process.execPath, ['-e', program, path]),
        );
        // The first reads the file from the disk, which is not what is compared.
        if (round < 0) continue;
        times[entry].push(ms);
        memory[entry].push(rss / 1024 ** 2);
      }
    }
    const whole: Record<SdkEntry, number[]> = { node: [], web: [] };
    const packed: Record<SdkEntry, number[]> = { node: [], web: [] };
    for (const [entry, path] of bundles) {
      const code = await readFile(path);
      whole[entry].push(code.length / 1000);
      packed[entry].push(gzipSync(code, { level: 9 }).length / 1000);
    }
    return [
      ...pair('size', 'kB', whole),
      ...pair('size, gzipped', 'kB', packed),
      ...pair('load time in a fresh Node', 'ms', times),
      ...pair('resident memory it adds there', 'MiB', memory),
    ];
  },
};

/** Bundled as esbuild.mjs bundles the entry that is shipped. */
async function bundle(entry: SdkEntry): Promise<string> {
  const outfile = join(temporaryFolder(), `${entry}.js`);
  await build({
    stdin: { contents: `export { GoogleGenAI } from '@google/genai/${entry}';`, resolveDir: repositoryRoot },
    bundle: true,
    minify: true,
    target: 'es2023',
    legalComments: 'none',
    platform: 'node',
    format: 'cjs',
    outfile,
  });
  return outfile;
}

function pair(what: string, unit: Unit, samples: Readonly<Record<SdkEntry, readonly number[]>>): readonly Figure[] {
  const node: Figure = { what: `node: ${what}`, unit, samples: samples.node };
  return [node, { what: `web: ${what}`, unit, samples: samples.web, against: { ...node, what: 'node' } }];
}
