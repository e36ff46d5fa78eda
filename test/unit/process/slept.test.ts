import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { type LocalServer, startLocalServer } from '../../server/localServer';

/** Longer than the silence a stream may keep and the lateness that tells a sleep, both as the sleeper counts. */
const sleepMs = 3_500;

type Mode = 'background' | 'foreground';

interface End {
  readonly status: string;
  readonly reason?: string;
  readonly text: string;
  readonly errors: readonly unknown[];
}

interface Sleeper {
  readonly server: LocalServer;
  readonly child: ChildProcess;
  /** The rest of the next line that begins with this word. */
  said(word: string): Promise<string>;
}

describe('a process that is put to sleep in mid-answer', function () {
  this.timeout(60_000);
  const sleepers: Partial<Record<Mode, Sleeper>> = {};

  before(async function () {
    // Windows can put no process to sleep.
    if (process.platform === 'win32') this.skip();
    // At the same time: nothing else is to be done meanwhile.
    await Promise.all((['background', 'foreground'] as const).map((mode) => putToSleep(mode)));
  });
  after(async () => {
    for (const { child, server } of Object.values(sleepers)) {
      child.kill('SIGKILL');
      await server.close();
    }
  });

  /** Starts a process that asks, and lets it sleep when it has all of the answer that was written so far. */
  async function putToSleep(mode: Mode): Promise<void> {
    const server = await startLocalServer();
    server.holdAfter(4);
    const args = [join(__dirname, 'sleeperMain.js'), server.url, mode];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const said = async (line: string): Promise<string> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) assert.fail(`it never said ${line}`);
        if (`${value} `.startsWith(`${line} `)) return value.slice(line.length + 1);
      }
    };
    sleepers[mode] = { server, child, said };
    await server.held();
    const [live] = server.interactions().values();
    const written = live?.events.filter(({ event_type }) => event_type.startsWith('step.')).length;
    // What is still on its way would be taken for a stream that came back.
    await said(`has ${written}`);
    child.kill('SIGSTOP');
    await setTimeout(sleepMs);
    child.kill('SIGCONT');
  }

  function sleeperOf(mode: Mode): Sleeper {
    const sleeper = sleepers[mode];
    assert.ok(sleeper);
    return sleeper;
  }

  it('finds its answer by itself when that was written in the background, and asks nothing twice', async () => {
    const { server, said } = sleeperOf('background');
    await said('lookingFor');
    server.release();
    const end: End = JSON.parse(await said('end'));

    assert.equal(end.status, 'done');
    const [live] = server.interactions().values();
    assert.ok(JSON.stringify(live?.steps).includes(JSON.stringify(end.text)));
    assert.deepEqual(end.errors, []);
    assert.equal(questionsAt(server), 1);
  });

  it('says that it slept when the answer needed the connection, and keeps what came', async () => {
    const { server, said } = sleeperOf('foreground');
    await said('lookingFor');
    const end: End = JSON.parse(await said('end'));

    assert.equal(end.status, 'failed');
    assert.equal(end.reason, 'slept');
    assert.ok(end.text.length > 0);
    assert.deepEqual(end.errors, []);
    assert.equal(questionsAt(server), 1);
  });
});

function questionsAt(server: LocalServer): number {
  return server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/interactions')).length;
}
