import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import type { ResearchJob } from '../../../../src/core/research/job/job';
import { liveFacts } from '../../../../src/core/research/live/liveFacts';
import { ResearchFiles, reportFolder } from '../../../../src/core/research/researchFiles';
import { ResearchJobs } from '../../../../src/core/research/researchJobs';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { MemoryFiles } from '../storage/memoryFiles';
import { agent, words } from './researchUnderTest';

describe('research on the local server', () => {
  const under = serverUnderTest({ researchMs: 30 });
  let files: MemoryFiles;
  const open: ResearchJobs[] = [];

  beforeEach(() => {
    files = new MemoryFiles();
  });
  afterEach(() => {
    for (const jobs of open.splice(0)) jobs.dispose();
  });

  function jobs(ownFiles = files): ResearchJobs {
    const made = new ResearchJobs({
      interactions: under.client,
      files: new ResearchFiles(ownFiles, systemClock, crypto.randomUUID()),
      newId: () => crypto.randomUUID(),
      now: () => Date.now(),
      words,
      recordUnsettled: () => {},
      onError: (error) => assert.fail(String(error)),
    });
    open.push(made);
    return made;
  }
  const until = (made: ResearchJobs, isMeant: (job: ResearchJob) => boolean) =>
    new Promise<ResearchJob>((resolve) => {
      made.onDidChange((job) => isMeant(job) && resolve(job));
    });
  const asked = (planFirst = false) => ({ question: 'Heat pumps in old houses', agent, planFirst });
  const posts = () => under.server.requests.filter(({ method }) => method === 'POST').length;
  const reportOf = ({ id, report }: ResearchJob) =>
    new TextDecoder().decode(files.bytesOf(`${reportFolder(id)}/${report}`));

  it('runs from the question over two plans to the report with its sources and its chart', async () => {
    const made = jobs();
    const planned = until(made, ({ state, plans }) => state === 'planned' && plans.length === 1);
    const { id } = await made.start(asked(true));
    assert.match((await planned).plans[0]?.text ?? '', /^# Research plan: Heat pumps/);

    const again = until(made, ({ state, plans }) => state === 'planned' && plans.length === 2);
    await made.changePlan(id, 'Leave out prices.');
    assert.match((await again).plans[1]?.text ?? '', /Leave out prices/);

    const done = until(made, ({ state }) => state === 'done');
    await made.startPlanned(id);
    const report = reportOf(await done);

    assert.match(report, /^# Heat pumps/m);
    assert.match(report, /!\[Figure 1\]\(figure-1\.png\)/);
    assert.match(report, /nothing was looked up \[\\\[1\\\]\]\(#source-1\)/);
    assert.doesNotMatch(report, /\[cite:/);
    assert.equal(posts(), 3);
  });

  it('brings thoughts, searches and pages while it runs', async () => {
    under.server.holdAfter(3);
    const made = jobs();
    const seen = until(made, ({ searches }) => searches > 0);
    const { id } = await made.start(asked());
    await under.server.held();
    const job = await seen;

    const facts = liveFacts(made.live(id)?.parts ?? []);
    assert.deepEqual([facts.headline, facts.searches.length], [job.progress, job.searches]);
    assert.ok(facts.thoughts.length >= 2 && facts.pages.length > 0);
    const done = until(made, ({ state }) => state === 'done');
    under.server.release();
    await done;
  });

  it('goes on after a restart without starting again', async () => {
    under.server.holdAfter(2);
    const before = jobs();
    await before.start(asked());
    await under.server.held();
    before.dispose();

    const next = files.otherProcess(2);
    next.gone.add('here/1');
    const after = jobs(next);
    const done = until(after, ({ state }) => state === 'done');
    await after.resume();
    under.server.release();
    await done;

    assert.equal(posts(), 1);
  });

  it('counts as cancelled once the service says so, and keeps what was written', async () => {
    under.server.holdAfter(8);
    const made = jobs();
    const cancelled = until(made, ({ state }) => state === 'cancelled');
    const { id } = await made.start(asked());
    await under.server.held();

    await made.cancel(id);

    const job = await cancelled;
    assert.equal(job.ending, 'cancelled');
    assert.match(reportOf(job), /> Ended as cancelled\./);
  });

  it('is uncertain, and not repeated, when the start was cut off', async () => {
    under.server.answerNext({ drop: true });
    const made = jobs();

    await assert.rejects(made.start(asked()), { name: 'Failure' });

    assert.deepEqual([made.all[0]?.state, under.server.requests.length], ['uncertain', 1]);
  });

  it('keeps a report that the service ended early', async () => {
    for (const ends of ['incomplete', 'budget_exceeded'] as const) {
      under.server.answerNext({ text: '# Half\n\nOf it.', ends });
      const made = jobs();
      const done = until(made, ({ state }) => state === 'done');
      await made.start(asked());

      const job = await done;
      assert.equal(job.ending, ends);
      assert.match(reportOf(job), /Of it\./);
      made.dispose();
    }
  });
});
