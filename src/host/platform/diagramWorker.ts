import { Worker } from 'node:worker_threads';

/*
 * With diagramWorkerMain.ts the part of the host that needs Node's threads. It does not import VS Code, so that tests can
 * run it by itself.
 */

/** Milliseconds. */
export interface WorkerTimes {
  /** A drawing that takes longer will never end. */
  readonly longest: number;
  /** After so long without work, the thread is let go. */
  readonly rest: number;
}

/** What a thread may take, so that a text made for it cannot take the memory of the window. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Draws diagrams in a thread of its own: the text is a model's, and may be one that makes the layout run forever. Such a
 * thread is killed. The next drawing starts another one.
 */
export class DiagramWorker {
  private worker: Worker | undefined;
  private started: Promise<void> = Promise.resolve();
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** `script` is the file that the thread runs. */
  constructor(
    private readonly script: string,
    private readonly times: WorkerTimes = { longest: 2_000, rest: 30_000 },
  ) {}

  /** Whether there is a thread. */
  get isRunning(): boolean {
    return this.worker !== undefined;
  }

  /** What the thread answers, whatever that is; undefined if it does not. One text at a time. */
  async draw(text: string): Promise<unknown> {
    clearTimeout(this.resting);
    const worker = this.worker ?? this.start();
    this.worker = worker;
    // How long that takes is not the text's doing.
    await this.started;
    const answer = await this.ask(worker, text);
    if (!answer.isAlive) this.dispose();
    else if (this.worker) this.resting = setTimeout(() => this.dispose(), this.times.rest).unref();
    return answer.value;
  }

  dispose(): void {
    clearTimeout(this.resting);
    void this.worker?.terminate();
    this.worker = undefined;
  }

  private start(): Worker {
    const worker = new Worker(this.script, {
      resourceLimits,
      env: {},
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    // A window that closes does not wait for it. What happens to it while nobody asks it anything is nobody's concern.
    worker.unref();
    worker.on('error', () => undefined);
    this.started = new Promise((resolve) => void worker.once('online', resolve).once('exit', resolve));
    return worker;
  }

  private ask(worker: Worker, text: string): Promise<{ readonly isAlive: boolean; readonly value?: unknown }> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => end({ isAlive: false }), this.times.longest);
      const onMessage = (value: unknown) => end({ isAlive: true, value });
      const onEnd = () => end({ isAlive: false });
      const end = (answer: { readonly isAlive: boolean; readonly value?: unknown }) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
        resolve(answer);
      };
      worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
      worker.postMessage(text);
    });
  }
}
