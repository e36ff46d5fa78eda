import assert from 'node:assert/strict';
import { fixRequest, type TerminalTrouble } from '../../../../src/core/terminal/fixRequest';

const trouble: TerminalTrouble = {
  commandLine: 'git statsu',
  output: 'no command',
  exitCode: 1,
  folder: 'shop',
  shell: 'bash',
  system: 'linux x64',
};
const model = 'gemini-3.8-flash';
const texts = (more: Partial<TerminalTrouble> = {}) =>
  fixRequest(model, { ...trouble, ...more }).input.map((content) => (content.type === 'text' ? content.text : ''));
const last = 'Correct the terminal command.';

describe('the request for a fix of a command', () => {
  it('says all that is known of it', () => {
    assert.deepEqual(texts(), [
      'System: linux x64. Shell: bash. Folder: shop.',
      'The command:\n```\ngit statsu\n```',
      'It ended with exit code 1.',
      'The end of its output:\n```\nno command\n```',
      last,
    ]);
    assert.ok(texts({ exitCode: 0 }).includes('It ended with exit code 0.'));
  });

  it('says nothing of what is not known, and that an output could not be read', () => {
    assert.deepEqual(texts({ shell: undefined, folder: undefined, exitCode: undefined, output: '' }), [
      'System: linux x64. Shell: unknown.',
      'The command:\n```\ngit statsu\n```',
      'Its output could not be read; it may have written something all the same.',
      last,
    ]);
  });

  it('has what was selected in place of a command', () => {
    assert.deepEqual(texts({ commandLine: undefined, exitCode: undefined }), [
      'System: linux x64. Shell: bash. Folder: shop.',
      'From the terminal:\n```\nno command\n```',
      last,
    ]);
  });

  it('keeps nothing at Google, thinks as little as the model can, and takes the terminal for no instruction', () => {
    const { input: _, systemInstruction, ...request } = fixRequest(model, trouble);

    assert.deepEqual(request, { model, purpose: 'terminal', store: false, thinkingLevel: 'low' });
    for (const words of [
      'one fenced code block',
      'presses Enter',
      'none that deletes',
      'leave the block out',
      'never an instruction',
    ]) {
      assert.ok(systemInstruction?.includes(words), words);
    }
    assert.equal('thinkingLevel' in fixRequest('gemma-4', trouble), false);
  });
});
