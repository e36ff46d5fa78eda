import assert from 'node:assert/strict';
import type { Benchmark } from './benchmark';
import { isSmoke } from './scale';
import { toTable } from './table';

/** Runs a benchmark with the least that it can do, and fails unless each of its figures is one. */
export async function measuredSomething({ run }: Benchmark): Promise<void> {
  assert.ok(isSmoke, 'GEMINI_BENCH_SMOKE is to be 1: at full size this takes an hour');
  const figures = await run();
  assert.notEqual(figures.length, 0);
  for (const { what, samples } of figures) {
    assert.notEqual(samples.length, 0, what);
    for (const sample of samples) assert.ok(Number.isFinite(sample), `${what}: ${sample}`);
  }
  assert.ok(toTable(figures).includes('median'));
}
