/**
 * `npm run bench [-- name…]`: measures, and shows each figure beside its goal. No figure fails the run: it tells of the
 * code only on a quiet machine, which is why the load is printed with it. A benchmark that cannot be run does. With
 * `--smoke` each is run once, with the least that it can do.
 */
import { cpus, loadavg } from 'node:os';
import type { Benchmark } from './benchmark';
import { benchmarksOfPackage, otherBenchmarks } from './benchmarks';
import { toTable } from './table';
import { closeSharedProduct } from './windows';

const benchmarks = [...benchmarksOfPackage, ...otherBenchmarks];

// Leaving by `exit` removes the folders. A VS Code that is open leaves in its own time, and takes care of its own.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(1));
}

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', ')}. Say some of: ${benchmarks.map(({ name }) => name).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
  for (const benchmark of benchmarks) {
    if (names.length > 0 && !names.includes(benchmark.name)) continue;
    await run(benchmark);
  }
  await closeSharedProduct();
}

async function run({ name, title, run: measure }: Benchmark): Promise<void> {
  console.log(`\n=== ${name}: ${title}`);
  const before = load();
  const started = performance.now();
  try {
    console.log(toTable(await measure()));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`--- ${name}: ${seconds} s, load ${before} before, ${load()} after`);
}

/** How many processes wanted to run over the last minute. Windows does not say. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

const names = process.argv.slice(2).filter((argument) => argument !== '--smoke');
void main(names).then(() => process.exit());
