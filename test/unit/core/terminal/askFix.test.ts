import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import type { OutgoingGate } from '../../../../src/core/privacy/outgoingGate';
import { askFix } from '../../../../src/core/terminal/askFix';
import type { TerminalTrouble } from '../../../../src/core/terminal/fixRequest';
import { ManualClock } from '../../fakes/manualClock';
import { never, serverUnderTest } from '../../gemini/serverUnderTest';

const trouble: TerminalTrouble = {
  commandLine: 'git statsu',
  output: "git: 'statsu' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tstatus",
  exitCode: 1,
  folder: 'shop',
  shell: 'bash',
  system: 'linux x64',
};
const open: Pick<OutgoingGate, 'review'> = { review: (texts) => Promise.resolve(texts.map(({ text }) => text)) };
const names = { commandLine: 'command', output: 'output' };

describe('asking for a fix of a command', () => {
  const under = serverUnderTest();
  const ask = (about = trouble, gate = open) =>
    askFix({ interactions: under.client, clock: new ManualClock(), gate }, 'gemini-3.8-flash', about, names, never());
  const sent = () => JSON.stringify(under.server.requests[0]?.body);

  it('sends the command, its end, its output and the place, and keeps nothing at Google', async () => {
    const fix = await ask();

    assert.deepEqual(fix, {
      kind: 'command',
      command: 'git status',
      note: 'Runs the git command that is spelt most like yours.',
    });
    for (const part of ['git statsu', 'exit code 1', 'most similar', 'Shell: bash. Folder: shop.', 'linux x64']) {
      assert.ok(sent().includes(part), part);
    }
    assert.equal(under.server.interactions().size, 0);
  });

  it('does not take silence for a sign', async () => {
    await ask({ ...trouble, output: '' });
    assert.match(sent(), /could not be read; it may have written something/);
  });

  it('takes a selection in place of a command', async () => {
    const fix = await ask({
      ...trouble,
      commandLine: undefined,
      exitCode: undefined,
      output: `$ git statsu\n${trouble.output}`,
    });
    assert.equal(fix?.kind === 'command' && fix.command, 'git status');
    assert.doesNotMatch(sent(), /exit code/);
  });

  it('sends what the gate lets through, and nothing if the user says so', async () => {
    await ask(trouble, {
      review: (texts) => Promise.resolve(texts.map(({ text }) => text.replace('statsu', 'MARKED'))),
    });
    assert.match(sent(), /git MARKED/);

    assert.equal(await ask(trouble, { review: () => Promise.resolve(undefined) }), undefined);
    assert.equal(under.server.requests.length, 1);
  });

  it('rejects with the failure of the request', async () => {
    under.server.answerNext({ status: 503, body: '' });
    await assert.rejects(ask(), (error) => error instanceof Failure && error.reason === 'serviceBusy');
  });
});
