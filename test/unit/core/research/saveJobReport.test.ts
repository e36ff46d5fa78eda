import assert from 'node:assert/strict';
import { newJob, type ResearchJob } from '../../../../src/core/research/job/job';
import { ResearchFiles, reportFolder } from '../../../../src/core/research/researchFiles';
import { saveJobReport } from '../../../../src/core/research/saveJobReport';
import { ManualClock } from '../../fakes/manualClock';
import { MemoryFiles } from '../storage/memoryFiles';
import { interaction, words } from './researchUnderTest';

const job: ResearchJob = {
  ...newJob({ question: 'Why tides?', agent: 'a', planFirst: false }, [], 'r1', 0),
  interactionId: 'v1_job',
};
const found = interaction('incomplete', '# Tides\n\nHalf.');
const usage = { total: 7, input: 1, output: 2, thought: 3, toolUse: 0, cached: 0, grounding: {} };

function disk() {
  const memory = new MemoryFiles();
  const files = new ResearchFiles(memory, new ManualClock(), 'w1');
  const save = (of = job, answer = found) =>
    saveJobReport({ files, words }, of, { change: { ending: 'incomplete', tokens: 7 } }, answer.steps, answer);
  return { memory, files, save };
}

describe('a research that is kept', () => {
  it('is a report that is named after its question, with how it ended', async () => {
    const { memory, save } = disk();
    assert.equal(await save(), 'why-tides.md');
    assert.equal(
      new TextDecoder().decode(memory.bytesOf(`${reportFolder('r1')}/why-tides.md`)),
      '---\nquestion: "Why tides?"\nagent: "a"\ndate: 1970-01-01T00:00:00.000Z\nstatus: "incomplete"\ntokens: 7\n' +
        'cost: "about $2"\ninteraction: "v1_job"\n---\n\n> Ended as incomplete.\n\n# Tides\n\nHalf.\n',
    );
  });

  it('is the answer as the service gave it', async () => {
    const { files, save } = disk();
    const wire = { id: 'v1_job', agent: 'a', status: 'incomplete', steps: found.steps.map((step) => step.wire) };
    await save();
    assert.deepEqual(await files.loadInteraction('r1'), wire);

    await save(job, { ...found, usage });
    assert.deepEqual(await files.loadInteraction('r1'), { ...wire, usage });
    await save({ ...job, interactionId: undefined });
    assert.deepEqual(await files.loadInteraction('r1'), { ...wire, id: '' });
  });

  it('has its answer on disk before its report is made', async () => {
    const { memory, files, save } = disk();
    memory.faults = (_, path) => (path.includes('/report/') ? { code: 'ENOSPC' } : undefined);
    await assert.rejects(save());

    assert.equal((await files.loadInteraction('r1'))?.status, 'incomplete');
  });
});
