import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readDrawing } from '../../../../src/host/diagrams/readDrawing';
import { DiagramWorker } from '../../../../src/host/platform/diagramWorker';
import { until } from '../../../launch/until';

/** What each text makes the thread do. */
const script = `
  const { parentPort, threadId } = require('node:worker_threads');
  let texts = 0;
  parentPort.on('message', (text) => {
    texts += 1;
    if (text === 'endless') for (;;);
    if (text === 'huge') for (const all = []; ; ) all.push(new Array(100_000).fill(texts));
    if (text === 'throws') throw new Error(text);
    if (text === 'exits') process.exit(0);
    parentPort.postMessage({ text, texts, threadId, variables: Object.keys(process.env) });
  });`;

describe('the thread that draws diagrams', function () {
  this.timeout(30_000);
  let folder: string;
  let worker: DiagramWorker;
  const ask = async (text: string) => Object(await worker.draw(text));

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'gemini-thread-'));
    writeFileSync(join(folder, 'thread.js'), script);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    worker = new DiagramWorker(join(folder, 'thread.js'), { longest: 1_000, rest: 60_000 });
  });
  afterEach(() => worker.dispose());

  it('is started at the first text and does the next ones as well, knowing nothing of the system', async () => {
    assert.equal(worker.isRunning, false);
    const first = await ask('a');
    assert.deepEqual([first.text, first.texts, first.variables], ['a', 1, []]);
    assert.equal(worker.isRunning, true);
    assert.deepEqual(await ask('b'), { ...first, text: 'b', texts: 2 });
  });

  for (const text of ['endless', 'huge', 'throws', 'exits']) {
    it(`is another one after a text that is or does this: ${text}`, async () => {
      const before = await ask('a');
      assert.equal(await worker.draw(text), undefined);
      assert.equal(worker.isRunning, false);

      const after = await ask('b');
      assert.deepEqual([after.text, after.texts], ['b', 1]);
      assert.notEqual(after.threadId, before.threadId);
    });
  }

  it('is let go when it has rested, and comes back', async () => {
    worker = new DiagramWorker(join(folder, 'thread.js'), { longest: 1_000, rest: 1 });
    await ask('a');
    await until('the end of the thread', () => !worker.isRunning);
    assert.equal((await ask('b')).texts, 1);
  });

  it('draws, with the script that is published', async () => {
    worker = new DiagramWorker(resolve('dist/drawDiagram.js'), { longest: 10_000, rest: 60_000 });
    const drawing = readDrawing(await worker.draw('flowchart LR\n  A --> B'));
    assert.equal(drawing?.kind, 'flowchart');
    assert.equal(await worker.draw('no diagram'), undefined);
    assert.equal(worker.isRunning, true);
  });

  it('gives up a script that is not there', async () => {
    worker = new DiagramWorker(join(folder, 'gone.js'));
    assert.equal(await worker.draw('a'), undefined);
  });
});
