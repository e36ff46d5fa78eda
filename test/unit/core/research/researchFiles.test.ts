import assert from 'node:assert/strict';
import { newJob } from '../../../../src/core/research/job/job';
import { jobFolder, ResearchFiles, reportFolder } from '../../../../src/core/research/researchFiles';
import { ManualClock } from '../../fakes/manualClock';
import { MemoryFiles } from '../storage/memoryFiles';

const job = newJob({ question: 'Tides', agent: 'a', planFirst: false }, [], 'r1', 5);
const bytes = (text: string) => new TextEncoder().encode(text);

function disk() {
  const memory = new MemoryFiles();
  return { memory, files: new ResearchFiles(memory, new ManualClock(), 'w1') };
}

describe('the files of research', () => {
  it('are those of each job in a folder of its own', async () => {
    const { memory, files } = disk();
    await files.save(job);
    await files.createIntent('r1', 2);
    await files.createTold({ ...job, attempts: 3, state: 'done' });
    await files.saveInput('r1', []);
    await files.saveInteraction('r1', {});
    const pictures = [{ name: 'figure-1.png', bytes: bytes('p') }];
    await files.saveReport('r1', 'tides.md', { markdown: '# Tides\n', pictures, sources: [] });

    assert.deepEqual(memory.paths, [
      'v1/research/r1/input.json',
      'v1/research/r1/interaction.json',
      'v1/research/r1/job.json',
      'v1/research/r1/report/figure-1.png',
      'v1/research/r1/report/tides.md',
      'v1/research/r1/sent-2',
      'v1/research/r1/told-3-done',
    ]);
    assert.deepEqual(memory.bytesOf(`${reportFolder('r1')}/tides.md`), bytes('# Tides\n'));
    assert.deepEqual(memory.bytesOf(`${reportFolder('r1')}/figure-1.png`), bytes('p'));

    await files.remove('r1');
    assert.deepEqual(memory.paths, []);
  });

  it('give the jobs back that can be read', async () => {
    const { memory, files } = disk();
    const other = { ...job, id: 'r2' };
    await files.save(job);
    await files.save(other);
    memory.put(`${jobFolder('r3')}/job.json`, bytes('{"id":'));
    memory.put(`${jobFolder('r4')}/input.json`, bytes('{}'));
    memory.put('v1/research/r5', bytes('no folder'));

    assert.deepEqual(
      [...(await files.loadAll())].sort((a, b) => a.id.localeCompare(b.id)),
      [job, other],
    );
    assert.deepEqual(await files.load('r2'), other);
    assert.deepEqual([await files.load('r3'), await files.load('r9')], [undefined, undefined]);
    assert.deepEqual([await files.has('r1'), await files.has('r3'), await files.has('r4')], [true, true, false]);
  });

  it('say once that a request is sent, and that the user is told of a state', async () => {
    const { files } = disk();
    assert.equal(await files.hasIntent('r1', 1), false);
    assert.deepEqual([await files.createIntent('r1', 1), await files.createIntent('r1', 1)], [true, false]);
    assert.deepEqual([await files.hasIntent('r1', 1), await files.hasIntent('r1', 2)], [true, false]);

    assert.deepEqual([await files.createTold(job), await files.createTold(job)], [true, false]);
    assert.equal(await files.createTold({ ...job, state: 'done' }), true);
    assert.equal(await files.createTold({ ...job, attempts: 2 }), true);
  });

  it('keep what goes along with the question, as far as it has the form', async () => {
    const { memory, files } = disk();
    const media = (['image', 'audio', 'video', 'document'] as const).map((type) => ({
      type,
      mimeType: 'a/b',
      data: 'AA==',
    }));
    const input = [{ type: 'text', text: 'Notes' } as const, ...media];
    await files.saveInput('r1', input);
    assert.deepEqual(await files.loadInput('r1'), input);
    assert.deepEqual(await files.loadInput('r2'), []);

    const odd = [
      { type: 'text' },
      { type: 'odd', text: 'a' },
      { type: 'odd', mimeType: 'a/b', data: 'A' },
      { type: 'image', data: 'A' },
      { type: 'image', mimeType: 'a' },
      5,
    ];
    memory.put(`${jobFolder('r3')}/input.json`, bytes(JSON.stringify({ input: [...odd, input[0]] })));
    assert.deepEqual(await files.loadInput('r3'), [input[0]]);
    memory.put(`${jobFolder('r3')}/input.json`, bytes('[]'));
    assert.deepEqual(await files.loadInput('r3'), []);
  });

  it('keep the interaction as it is', async () => {
    const { memory, files } = disk();
    await files.saveInteraction('r1', { id: 'v1', steps: [] });
    assert.deepEqual(await files.loadInteraction('r1'), { id: 'v1', steps: [] });

    memory.put(`${jobFolder('r1')}/interaction.json`, bytes('[1]'));
    assert.deepEqual([await files.loadInteraction('r1'), await files.loadInteraction('r2')], [undefined, undefined]);
  });
});
