import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { scaled } from '../scale';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const taskCategory = 'disabled-by-default-devtools.timeline';

/** A page is idle when for so long, at every look, it has used no more than this part of the time. */
const idleEnoughMs = scaled(800, 100);
const lookEveryMs = 100;
const idleShare = 0.05;

/** What the main thread of a page does, in processor time: what else the machine does is hardly in it. */
export class MainThread {
  private constructor(
    private readonly browser: Browser,
    private readonly session: CDPSession,
  ) {}

  /** A frame has one of its own only where the browser gives it a process of its own. */
  static async of(page: Page, frame?: Frame): Promise<MainThread> {
    const context = page.context();
    const browser = context.browser();
    if (!browser) throw new Error('a page without a browser');
    const session = await context.newCDPSession(frame ?? page).catch(() => context.newCDPSession(page));
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MainThread(browser, session);
  }

  /** Milliseconds of all tasks meanwhile: script, style, layout, paint and commit. */
  async cpuOf(work: () => Promise<unknown>): Promise<number> {
    const before = await this.metric('TaskDuration');
    await work();
    return ((await this.metric('TaskDuration')) - before) * 1000;
  }

  /** Milliseconds of each task meanwhile; one of them makes a frame. To look at them adds some to each. */
  async tasksOf(work: () => Promise<unknown>): Promise<readonly number[]> {
    const tracing = await this.browser.newBrowserCDPSession();
    const events: TraceEvent[] = [];
    // The protocol leaves open what is in an event.
    tracing.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as readonly TraceEvent[])));
    const traceConfig = { includedCategories: [taskCategory], excludedCategories: ['*'] };
    await tracing.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
    await work();
    const complete = new Promise((resolve) => tracing.once('Tracing.tracingComplete', resolve));
    await tracing.send('Tracing.end');
    await complete;
    await tracing.detach();
    return busiestMainThread(events);
  }

  /** Resolves when there was next to nothing to do for a while, or after `mostMs`. */
  async idle(mostMs = 60_000): Promise<void> {
    const started = performance.now();
    for (let idleMs = 0; idleMs < idleEnoughMs && performance.now() - started < mostMs; ) {
      const busyMs = await this.cpuOf(() => pause(lookEveryMs));
      idleMs = busyMs < lookEveryMs * idleShare ? idleMs + lookEveryMs : 0;
    }
  }

  /** What the scripts keep, in MiB. What the browser keeps for the page itself is not in it. */
  async keptHeap(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage');
    return (await this.metric('JSHeapUsedSize')) / 1024 ** 2;
  }

  private async metric(wanted: string): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === wanted);
    if (!found) throw new Error(`Chromium has no figure ${wanted}`);
    return found.value;
  }
}

/** The tasks of the page that worked most: Chromium keeps an idle one at hand. */
function busiestMainThread(events: readonly TraceEvent[]): readonly number[] {
  const tasks = new Map<string, number[]>();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  for (const event of events) {
    if (event.name === 'thread_name' && event.args?.name === 'CrRendererMain') tasks.set(threadOf(event), []);
  }
  for (const event of events) {
    if (event.name === 'RunTask') tasks.get(threadOf(event))?.push((event.tdur ?? 0) / 1000);
  }
  const work = (thread: readonly number[]) => thread.reduce((sum, ms) => sum + ms, 0);
  return [...tasks.values()].toSorted((a, b) => work(b) - work(a))[0] ?? [];
}
