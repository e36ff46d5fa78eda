import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LogOutputChannel } from 'vscode';
import { Failure } from '../../../../src/core/base/failure';
import { codeOnly, Log, type LogLevel } from '../../../../src/host/log/log';

const key = 'AIzaCANARY0000000000000000000000000000';

describe('Log', () => {
  let written: string[];
  let log: Log;

  beforeEach(() => {
    written = [];
    const write = (level: LogLevel) => (line: string | Error) => void written.push(`${level} ${line}`);
    const channel: Partial<LogOutputChannel> = {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    };
    log = new Log(channel as LogOutputChannel, () => 0);
  });

  it('writes codes, counts and durations', () => {
    log.event('turn.ended', { status: 'done', ms: 12, parts: 3, cached: true, code: undefined });
    assert.deepEqual(written, ['info turn.ended status=done ms=12 parts=3 cached=true']);
    assert.deepEqual(log.recent, ['1970-01-01T00:00:00.000Z info turn.ended status=done ms=12 parts=3 cached=true']);
  });

  it('puts … for whatever could be part of a sentence, a path or a key', () => {
    for (const text of [
      'my secret plan',
      '/home/ada/x',
      'C:\\Users\\ada',
      '',
      'a\nb',
      'é',
      key,
      `x-${key}`,
      'AQ.Ab8',
      'a@b',
    ]) {
      assert.equal(codeOnly(text), '…', text);
    }
    assert.equal(codeOnly('x'.repeat(65)), '…');
    fc.assert(fc.property(fc.string(), (text) => codeOnly(text) === '…' || /^[\w.:-]{1,64}$/.test(text)));
  });

  it('writes a failure by its codes', () => {
    log.failure(
      'connection.failed',
      new Failure('badKey', { status: 400, code: 'API_KEY_INVALID', cause: new Error(key) }),
    );
    assert.deepEqual(written, ['warn connection.failed reason=badKey code=API_KEY_INVALID status=400']);
  });

  it('writes a bug by its class and places, without its message and without folders', () => {
    const error = new TypeError(`cannot read "what Ada asked"\n    at secret (/home/ada/plan.txt:1:1)\n${key}`);
    error.stack = [
      `TypeError: ${error.message}`,
      '    at Refactor.run (/home/ada lovelace/.vscode/extensions/x/dist/extension.js:1:234)',
      '    at async c:\\Users\\Ada Lovelace\\dist\\extension.js:5:6',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
    ].join('\n');

    log.bug(error);

    assert.deepEqual(written, [
      'error bug TypeError\n  at Refactor.run extension.js:1:234\n  at extension.js:5:6\n' +
        '  at process.processTicksAndRejections task_queues:104:5',
    ]);
  });

  it('writes what is thrown without being an error by its kind alone', () => {
    log.bug(`a sentence with ${key}`);
    assert.deepEqual(written, ['error bug string']);
  });

  it('keeps the latest lines only', () => {
    for (let number = 0; number < 500; number++) log.event('work.done', { number });
    assert.equal(log.recent.length, 200);
    assert.match(log.recent.at(-1) ?? '', /number=499$/);
  });
});
