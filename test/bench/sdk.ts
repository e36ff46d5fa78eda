import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { execute } from '../launch/execute';
import type { Benchmark, Figure, Unit } from './benchmark';
import { productionBuild, type SdkEntry } from './productionBuild';

const rounds = 21;
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
    for (const entry of entries) bundles.set(entry, join(await productionBuild(entry), 'dist', 'genai.js'));
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
      const bundle = await readFile(path);
      whole[entry].push(bundle.length / 1000);
      packed[entry].push(gzipSync(bundle, { level: 9 }).length / 1000);
    }
    return [
      ...pair('size', 'kB', whole),
      ...pair('size, gzipped', 'kB', packed),
      ...pair('load time in a fresh Node', 'ms', times),
      ...pair('resident memory it adds there', 'MiB', memory),
    ];
  },
};

function pair(what: string, unit: Unit, samples: Readonly<Record<SdkEntry, readonly number[]>>): readonly Figure[] {
  const node: Figure = { what: `node: ${what}`, unit, samples: samples.node };
  return [node, { what: `web: ${what}`, unit, samples: samples.web, against: { ...node, what: 'node' } }];
}
