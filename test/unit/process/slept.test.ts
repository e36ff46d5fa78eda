import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { serverUnderTest } from '../gemini/serverUnderTest';

/** Longer than the silence a stream may keep and the lateness that tells a sleep, both as the sleeper counts. */
const sleepMs = 3_500;

interface End {
  readonly status: string;
  readonly reason?: string;
  readonly text: string;
  readonly errors: readonly unknown[];
}

describe('a process that is put to sleep in mid-answer', function () {
  this.timeout(60_000);
  const under = serverUnderTest();
  const questions = () =>
    under.server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/interactions'));
  let sleeper: ChildProcess | undefined;
  afterEach(() => void sleeper?.kill('SIGKILL'));

  before(function () {
    // Windows can put no process to sleep.
    if (process.platform === 'win32') this.skip();
  });

  /** Starts a process that asks, and lets it sleep when it has all of the answer that was written so far. */
  async function slept(mode: 'background' | 'foreground'): Promise<(word: string) => Promise<string>> {
    under.server.holdAfter(4);
    const args = [join(__dirname, 'sleeperMain.js'), under.server.url, mode];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    sleeper = child;
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const said = async (line: string): Promise<string> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) assert.fail(`it never said ${line}`);
        if (`${value} `.startsWith(`${line} `)) return value.slice(line.length + 1);
      }
    };
    await under.server.held();
    const [live] = under.server.interactions().values();
    const written = live?.events.filter(({ event_type }) => event_type.startsWith('step.')).length;
    // What is still on its way would be taken for a stream that came back.
    await said(`has ${written}`);
    child.kill('SIGSTOP');
    await setTimeout(sleepMs);
    child.kill('SIGCONT');
    return said;
  }

  it('finds its answer by itself when that was written in the background, and asks nothing twice', async () => {
    const said = await slept('background');
    await said('lookingFor');
    under.server.release();
    const end: End = JSON.parse(await said('end'));

    assert.equal(end.status, 'done');
    const [live] = under.server.interactions().values();
    assert.ok(JSON.stringify(live?.steps).includes(JSON.stringify(end.text)));
    assert.deepEqual(end.errors, []);
    assert.equal(questions().length, 1);
  });

  it('says that it slept when the answer needed the connection, and keeps what came', async () => {
    const said = await slept('foreground');
    await said('lookingFor');
    const end: End = JSON.parse(await said('end'));

    assert.equal(end.status, 'failed');
    assert.equal(end.reason, 'slept');
    assert.ok(end.text.length > 0);
    assert.deepEqual(end.errors, []);
    assert.equal(questions().length, 1);
  });
});
