/**
 * `npm run bench [-- name…]`: measures, and shows each figure beside its goal. No figure fails the run: it tells of the
 * code only on a quiet machine, which is why the load is printed with it. A benchmark that cannot be run does.
 */
import { cpus, loadavg } from 'node:os';
import { activation } from './activation';
import type { Benchmark } from './benchmark';
import { composer } from './composer';
import { faultCounts } from './faultCounts';
import { hostileStream } from './hostileStream';
import { latency } from './latency';
import { listChats } from './listChats';
import { memory } from './memory';
import { openChat } from './openChat';
import { renderBenchmarks } from './render';
import { renderHostile } from './renderHostile';
import { longChat } from './renderLongChat';
import { renderVsCode } from './renderVsCode';
import { savedDelta } from './savedDelta';
import { sdk } from './sdk';
import { searchChats } from './searchChats';
import { size } from './size';
import { soak } from './soak';
import { stop } from './stop';
import { stopPhases } from './stopPhases';
import { toTable } from './table';
import { wire } from './wire';

const benchmarks: readonly Benchmark[] = [
  activation,
  memory,
  composer,
  size,
  sdk,
  latency,
  wire,
  stop,
  stopPhases,
  faultCounts,
  hostileStream,
  savedDelta,
  listChats,
  searchChats,
  openChat,
  soak,
  ...renderBenchmarks,
  longChat,
  renderHostile,
  renderVsCode,
];

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

void main(process.argv.slice(2)).then(() => process.exit());
