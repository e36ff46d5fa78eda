import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import type { ResearchJob } from '../../../../src/core/research/job/job';
import { budget, runSeed } from '../../../budget';
import { ManualClock } from '../../fakes/manualClock';
import { MemoryFiles } from '../storage/memoryFiles';
import { FaultyService, randomFrom } from './faultyService';
import { agent, ResearchWindow, SetService } from './researchUnderTest';

const runs = budget(1_000, 60);
const day = 24 * 3_600_000;

/** Windows of one machine over one disk and one service, which are opened, killed and used at random. */
class Machine {
  private readonly clock = new ManualClock();
  private readonly disk = new MemoryFiles();
  readonly service: FaultyService;
  private windows: { window: ResearchWindow; isAlive: boolean }[] = [];
  private processes = 0;
  private questions = 0;
  private isDiskFaulty = true;

  constructor(private readonly random: () => number) {
    this.service = new FaultyService(this.clock, random);
  }

  async live(): Promise<void> {
    await this.open();
    for (let step = 0; step < 25; step += 1) {
      await this.act();
      await ticks(12);
    }
  }

  /** A new window, with nothing in its way, has all the time it needs. */
  async afterwards(): Promise<readonly ResearchJob[]> {
    for (const one of this.windows) this.kill(one);
    this.service.isFaulty = false;
    this.isDiskFaulty = false;
    const window = await this.open();
    for (let minute = 0; minute < 75; minute += 1) {
      this.clock.advance(60_000);
      await ticks(12);
    }
    await ticks(30);
    const { all } = window.jobs;
    for (const one of this.windows) this.kill(one);
    return all;
  }

  private async act(): Promise<void> {
    const dice = this.random();
    const one = this.windows[Math.floor(this.random() * this.windows.length)];
    if (dice < 0.2) this.clock.advance(Math.floor(this.random() * 600_000));
    else if (dice < 0.25) this.clock.setWall((this.random() < 0.5 ? -1 : 1) * day);
    else if (dice < 0.28) this.clock.advance(day);
    else if (dice < 0.4 && one) this.kill(one);
    else if (dice < 0.5 || !one) await this.open();
    else if (dice < 0.7) void this.start(one.window).catch(expected);
    else void this.proceed(one.window).catch(expected);
  }

  private async open(): Promise<ResearchWindow> {
    if (this.windows.length === 2 && this.windows[0]) this.kill(this.windows[0]);
    this.processes += 1;
    const files = this.disk.otherProcess(this.processes);
    for (let gone = 1; gone < this.processes; gone += 1) {
      if (!this.windows.some(({ window }) => window.files.process.pid === gone)) files.gone.add(`here/${gone}`);
    }
    const life = { isAlive: true };
    const window = new ResearchWindow(
      new SetService(),
      files,
      this.clock,
      this.service.port(() => life.isAlive),
    );
    files.faults = () => {
      // Nothing that a killed process was about to do happens.
      if (!life.isAlive) return { code: 'EIO' };
      return this.isDiskFaulty && this.random() < 0.02 ? { code: 'ENOSPC' } : undefined;
    };
    this.windows.push(Object.assign(life, { window }));
    await window.jobs.resume().catch(expected);
    return window;
  }

  private kill(one: { window: ResearchWindow; isAlive: boolean }): void {
    one.isAlive = false;
    one.window.jobs.dispose();
    this.windows = this.windows.filter((other) => other !== one);
    for (const { window } of this.windows) window.files.gone.add(`here/${one.window.files.process.pid}`);
  }

  private async start({ jobs }: ResearchWindow): Promise<void> {
    this.questions += 1;
    await jobs.start({ question: `Question ${this.questions}`, agent, planFirst: this.random() < 0.5 });
  }

  private async proceed({ jobs }: ResearchWindow): Promise<void> {
    const planned = jobs.all.filter(({ state }) => state === 'planned');
    const job = planned[Math.floor(this.random() * planned.length)];
    if (!job) return jobs.wake();
    this.questions += 1;
    if (this.random() < 0.4) await jobs.changePlan(job.id, `Wish ${this.questions}`);
    else await jobs.startPlanned(job.id);
  }
}

describe('research among random faults, restarts, windows and clocks', () => {
  it(`sends no request twice and gives no finished job up, in ${runs} runs`, async function () {
    this.timeout(600_000);
    const first = runSeed;
    for (let run = 0; run < runs; run += 1) {
      const seed = first + run;
      const machine = new Machine(randomFrom(seed));
      await machine.live();
      const jobs = await machine.afterwards();
      assert.doesNotThrow(() => check(machine.service, jobs), `seed ${seed}`);
    }
  });
});

function check(service: FaultyService, jobs: readonly ResearchJob[]): void {
  const { runs: accepted } = service;
  // What is said is another in each request, or builds on another plan.
  const keys = accepted.map(({ request }) => JSON.stringify([request.input, request.previousInteractionId]));
  assert.equal(new Set(keys).size, keys.length, 'a request was sent twice');
  for (const job of jobs) {
    const id = job.interactionId;
    assert.ok(!['starting', 'running', 'lost'].includes(job.state), `${job.state} when all was over`);
    if (job.state === 'uncertain') assert.equal(id, undefined, 'uncertain although its id is known');
    else if (id === undefined) {
      const isAtGoogle = accepted.some(({ request }) => JSON.stringify(request.input).includes(`"${job.question}"`));
      assert.ok(!isAtGoogle, 'failed although it runs');
    } else {
      const end = service.statusOf(id);
      const isGood = end === 'completed' || (end === 'incomplete' && job.task === 'report');
      const state = job.task === 'plan' ? 'planned' : 'done';
      if (isGood) assert.equal(job.state, state, `given up although it is ${end}`);
      if (end !== undefined && job.task === 'report') assert.ok(job.report, 'its text was not kept');
    }
  }
}

function expected(error: unknown): void {
  if (error instanceof Failure || (error instanceof Error && 'code' in error)) return;
  throw error;
}

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick += 1) await setImmediate();
}
