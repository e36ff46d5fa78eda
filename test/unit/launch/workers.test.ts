import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWorkers } from '../../launch/mochaWorker';
import { crashed, sumOf } from '../../launch/suiteResult';

const suites = {
  passing: `
    const work = () => { for (const end = performance.now() + 60; performance.now() < end; ); };
    describe('first', () => { before('be slow', work); it('passes', () => {}); });
    describe('second', () => { it('fails', () => { throw new Error('because'); }); it('waits'); });`,
  crashing: `describe('third', () => { it('passes', () => {}); it('ends the process', () => process.exit(0)); });`,
};

describe('Test files in workers', function () {
  this.timeout(30_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'gemini-workers-'));
    for (const [name, source] of Object.entries(suites)) writeFileSync(join(folder, `${name}.test.js`), source);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function run(...names: readonly (keyof typeof suites)[]) {
    const printed: string[] = [];
    const shards = names.map((name) => [join(folder, `${name}.test.js`)]);
    const ended = await runWorkers(shards, { timeoutMs: 5_000, grep: undefined, env: {}, isEveryday: false }, (text) =>
      printed.push(text),
    );
    return { ended, printed };
  }

  it('are summed over all workers, and one that ends without a word has failed', async () => {
    const { ended, printed } = await run('passing', 'crashing');

    const total = sumOf(ended.map(({ result }) => result ?? crashed));
    assert.deepEqual(total, { passed: 1, failed: 2, skipped: 1 });
    assert.match(printed.at(-1) ?? '', /ended with 0 before they could report: .*crashing\.test\.js/);
  });

  it('print a whole suite at a time, and their failures at the end', async () => {
    const { printed } = await run('passing', 'passing');

    const suite = printed.map((text) => /first|second|failing/.exec(text)?.[0]);
    assert.deepEqual(suite.toSorted(), ['failing', 'failing', 'first', 'first', 'second', 'second']);
    assert.deepEqual(suite.slice(-2), ['failing', 'failing']);
    assert.match(printed.at(-1) ?? '', /because/);
  });

  it('tell what their tests and hooks took, and each file as a whole', async () => {
    const { ended } = await run('passing', 'crashing');

    const costs = ended[0]?.result?.costs;
    assert.match(costs?.slowest[0]?.title ?? '', /^first .*before all.* be slow/);
    assert.ok((costs?.slowest[0]?.ms ?? 0) >= 50);
    const [[file, ms] = ['', 0]] = Object.entries(costs?.files ?? {});
    assert.match(file, /passing\.test\.js$/);
    assert.ok(ms >= 50, `${ms} ms`);
  });
});
