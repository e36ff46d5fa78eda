import assert from 'node:assert/strict';
import { commandText } from '../../../../src/core/terminal/commandText';

const command = { commandLine: 'npm test', output: '1 failed', exitCode: 1, isRunning: false };

describe('a command of a terminal as a text', () => {
  it('has its output and its end', () => {
    assert.equal(commandText(command), '$ npm test\n1 failed\n[exit code 1]');
  });

  it('has an end of 0 as well', () => {
    assert.equal(commandText({ ...command, exitCode: 0 }), '$ npm test\n1 failed\n[exit code 0]');
  });

  it('says what is not known, and that it is still running', () => {
    assert.equal(commandText({ ...command, output: '', exitCode: undefined }), '$ npm test\n[no output was read]');
    assert.equal(
      commandText({ ...command, exitCode: undefined, isRunning: true }),
      '$ npm test\n1 failed\n[still running]',
    );
  });
});
