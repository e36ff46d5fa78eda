/**
 * A process that starts research until it is killed, and goes on with what it finds. Arguments: the folder, the address of
 * the local server, and a name for its questions. It says a line at each step that a kill may follow.
 */
import { writeSync } from 'node:fs';
import { systemClock } from '../../../src/core/base/clock';
import { ResearchFiles } from '../../../src/core/research/researchFiles';
import { ResearchJobs } from '../../../src/core/research/researchJobs';
import { interactionsOver } from '../../../src/gemini/client';
import { NodeFiles } from '../../../src/host/platform/nodeFiles';
import { agent, words } from '../core/research/researchUnderTest';

const [root = '', origin = '', name = ''] = process.argv.slice(2);

const jobs = new ResearchJobs({
  interactions: interactionsOver(() => Promise.resolve({ origin, key: 'test-key' })),
  files: new ResearchFiles(new NodeFiles(root), systemClock, `window-${process.pid}`),
  newId: () => crypto.randomUUID(),
  now: () => Date.now(),
  words,
  recordUnsettled: () => {},
  onError: (error) => console.error(error),
});

/** Written before anything else happens, so that what was said before a kill is heard. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function main(): Promise<void> {
  let wishes = 0;
  jobs.onDidChange(({ state, attempts }) => say(`${state} ${attempts}`));
  jobs.onShouldTell((job) => {
    if (job.state !== 'planned') return;
    wishes += 1;
    const next = job.plans.length < 2 ? jobs.changePlan(job.id, `Wish ${name}-${wishes}`) : jobs.startPlanned(job.id);
    void next.catch(() => undefined);
  });
  await jobs.resume();
  for (let question = 0; ; question += 1) {
    await jobs.start({ question: `Question ${name}-${question}`, agent, planFirst: question % 2 === 0 });
    say(`started ${question}`);
  }
}

void main();
