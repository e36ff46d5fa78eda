import assert from 'node:assert/strict';
import { slashCommand } from '../../../../src/core/chat/slashCommand';
import { slashNames } from '../../../../src/parts/slash';

describe('a command in the chat', () => {
  it('takes all lines that follow it', () => {
    assert.deepEqual(slashCommand('/research Heat pumps\nin old houses '), {
      name: 'research',
      rest: 'Heat pumps\nin old houses',
    });
    assert.deepEqual(slashCommand('  /Research\tWells'), { name: 'research', rest: 'Wells' });
  });

  it('may stand alone', () => {
    for (const name of slashNames) {
      assert.deepEqual(slashCommand(`/${name}`), { name, rest: '' });
      assert.deepEqual(slashCommand(`/${name} \n`), { name, rest: '' });
    }
  });

  it('is nothing special within a question or a word, nor is a path', () => {
    for (const prompt of [
      'What does /fix do?',
      '/fixed',
      '/new/file.ts',
      '/tests/a.ts fails',
      '/etc/hosts',
      '/',
      'new',
      '',
    ]) {
      assert.equal(slashCommand(prompt), undefined, prompt);
    }
  });
});
