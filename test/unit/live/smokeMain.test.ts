import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './runProgram';
import { type Deviation, type DevOverrides, testKey } from './standIn';
import { withStandIn } from './walkUnderTest';

const env = { GEMINI_API_KEY: testKey };

describe('npm run smoke:live', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'smoke-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const at = (standIn: DevOverrides, ...args: string[]) => ['--base-url', standIn.url, ...args];

  it('says plainly that there is no key, and is content', async () => {
    await withStandIn({}, async (standIn) => {
      const { code, stdout } = await runProgram('smokeMain', at(standIn, '--yes'));

      assert.equal(code, 0);
      assert.match(stdout, /^GEMINI_API_KEY is not set, so nothing was sent\./);
      assert.deepEqual(standIn.heard, []);
    });
  });

  it('prints the plan, and sends nothing', async () => {
    await withStandIn({}, async (standIn) => {
      const { code, stdout } = await runProgram('smokeMain', at(standIn, '--plan', '--yes'), { env });

      assert.equal(code, 0);
      assert.match(stdout, /"model": "gemini-3\.8-flash"/);
      assert.ok(!stdout.includes(testKey));
      assert.deepEqual(standIn.heard, []);
    });
  });

  it('refuses to send the key over plain http', async () => {
    const { code, stderr } = await runProgram('smokeMain', ['--base-url', 'http://example.com', '--yes'], { env });

    assert.equal(code, 2);
    assert.match(stderr, /^http:\/\/example\.com is neither https nor on this machine/);
  });

  for (const input of ['', 'no\n']) {
    it(`sends nothing without a yes: ${JSON.stringify(input)}`, async () => {
      await withStandIn({}, async (standIn) => {
        const { code, stdout } = await runProgram('smokeMain', at(standIn, '--only', 'steps'), { env, input });

        assert.equal(code, 0);
        assert.match(stdout, /at most \$0\.\d\d by the prices of .*Send them\? Type yes: \n?.*Nothing was sent\.\n$/s);
        assert.deepEqual(standIn.heard, []);
      });
    });
  }

  it('after a yes prints what it found, and writes it down without the key', async () => {
    const out = join(folder, 'found.json');
    await withStandIn({}, async (standIn) => {
      const args = at(standIn, '--only', 'steps,unknown-model,get-input', '--out', out);
      const { code, stdout } = await runProgram('smokeMain', args, { env, input: 'yes\n' });

      assert.equal(code, 0);
      assert.match(
        stdout,
        /\n3 +unknown-model +404 model_not_found -> modelUnavailable +404 model_not_found -> \w+ +yes\n/,
      );
      assert.match(stdout, /\n3 probes: 3 as assumed, 0 not, 0 open\nAll that was made at Google is deleted\.\n/);
      assert.ok(stdout.includes(`Written to ${out}.`));
      const report = readFileSync(out, 'utf8');
      assert.ok(![stdout, report].some((text) => text.includes(testKey)));
      assert.deepEqual(
        JSON.parse(report).rows.map(({ id }: { id: string }) => id),
        ['steps', 'unknown-model', 'get-input'],
      );
      assert.equal(standIn.server.interactions().size, 0);
    });
  });

  it('sends nothing more with a key that is not taken', async () => {
    await withStandIn({}, async (standIn) => {
      const wrong = { GEMINI_API_KEY: 'AQ.some-other-key' };
      const { code, stdout, stderr } = await runProgram('smokeMain', at(standIn, '--yes'), { env: wrong });

      assert.equal(code, 1);
      assert.match(stderr, /The list of models was answered 400 invalid_argument -> badKey, so nothing else was sent/);
      assert.deepEqual(
        standIn.heard.map(({ method, path }) => `${method} ${path}`),
        ['GET /v1/models?pageSize=1'],
      );
      assert.doesNotMatch(stdout, /Written to/);
    });
  });

  it('when it is stopped, prints what it found, deletes what it made, and writes it down', async () => {
    const out = join(folder, 'stopped.json');
    const silent: Deviation = { answers: ({ body }) => (body.labels === undefined ? undefined : 'silence') };
    await withStandIn(silent, async (standIn) => {
      const args = at(standIn, '--yes', '--only', 'get-input,labels', '--out', out);
      let isSent = false;
      const onOutput = (stdout: string, kill: (signal: NodeJS.Signals) => void) => {
        if (isSent || !/^yes {3}get-input/m.test(stdout)) return;
        isSent = true;
        kill('SIGINT');
        // As it comes when npm ends first.
        kill('SIGTERM');
      };
      const { code, stdout } = await runProgram('smokeMain', args, { env, onOutput });

      assert.equal(code, 130);
      assert.match(stdout, /Stopped\..*\n9 +get-input .* yes\n.*All that was made at Google is deleted\./s);
      const { isStopped, rows } = JSON.parse(readFileSync(out, 'utf8'));
      assert.equal(isStopped, true);
      assert.equal(rows.length, 1);
      assert.equal(standIn.server.interactions().size, 0);
    });
  });
});
