import assert from 'node:assert/strict';
import { systemClock } from '../../../src/core/base/clock';
import { isUnsettled } from '../../../src/core/research/job/job';
import { ResearchFiles } from '../../../src/core/research/researchFiles';
import { ResearchJobs } from '../../../src/core/research/researchJobs';
import { NodeFiles } from '../../../src/host/platform/nodeFiles';
import { budget } from '../../budget';
import { words } from '../core/research/researchUnderTest';
import { serverUnderTest } from '../gemini/serverUnderTest';
import { folderFor, runProgram } from './writtenChat';

const kills = budget(60, 6);

describe('a process that is killed during research', function () {
  this.timeout(120_000);
  const root = folderFor(this);
  const under = serverUnderTest({ researchMs: 5 });

  it(`sends nothing twice, and what has an id is brought to its end, after ${kills} kills`, async () => {
    for (let round = 0; round < kills; round += 1) {
      const kill = { lines: 1 + Math.random() * 30, ms: Math.random() * 4 };
      await runProgram('researcherMain.js', [root(), under.server.url, `r${round}`], kill);
    }

    const jobs = new ResearchJobs({
      interactions: under.client,
      files: new ResearchFiles(new NodeFiles(root()), systemClock, 'last'),
      newId: () => crypto.randomUUID(),
      now: () => Date.now(),
      words,
      recordUnsettled: () => {},
      onError: (error) => assert.fail(String(error)),
    });
    await jobs.resume();
    // Only now all of them are known.
    await new Promise<void>((resolve) => {
      const look = () => !jobs.all.some(isUnsettled) && resolve();
      jobs.onDidChange(look);
      look();
    });

    const asked = under.server.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => {
        const { input, previous_interaction_id } = body as Record<string, unknown>;
        return JSON.stringify([input, previous_interaction_id]);
      });
    assert.ok(asked.length >= kills / 4, `${asked.length} requests`);
    assert.equal(new Set(asked).size, asked.length, 'a request was sent twice');
    for (const { state, interactionId, failure, question } of jobs.all) {
      if (interactionId !== undefined) assert.ok(state === 'done' || state === 'planned', `${question}: ${state}`);
      else if (state === 'failed') {
        assert.equal(failure, 'interrupted');
        assert.ok(
          !asked.some((request) => request.includes(`"${question}"`)),
          `${question} runs, and counts as failed`,
        );
      } else assert.equal(state, 'uncertain');
    }
    jobs.dispose();
  });
});
