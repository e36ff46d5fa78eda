import assert from 'node:assert/strict';
import { type CommitMaterial, commitRequest } from '../../../../src/core/commit/commitRequest';
import { noRules } from '../../../../src/core/commit/projectRules';
import { styleOf, styleSample } from '../../../../src/core/commit/style';
import { histories } from './histories';

const bare: CommitMaterial = {
  style: undefined,
  rules: noRules,
  branch: undefined,
  examples: [],
  situation: [],
  changes: ['the changes', 'a diff'],
  hint: undefined,
};
const textsOf = (more: Partial<CommitMaterial>) =>
  commitRequest('gemini-3.8-flash', { ...bare, ...more }).input.map((content) => 'text' in content && content.text);

describe('what a model is told for a commit message', () => {
  it('is the style as a list, and the changes', () => {
    const [style, ...others] = textsOf({});
    assert.match(String(style), /^The style:\n- Subject: .*\n- Language: .*\n- A body .*$/);
    assert.deepEqual(others, ['the changes', 'a diff', 'Write the commit message.']);
  });

  it('has the rest of the material in its order', () => {
    const [, ...others] = textsOf({
      rules: {
        ...noRules,
        commitlint: { path: '.commitlintrc', text: 'rules: {}' },
        template: { path: '.gitmessage', text: '# Why?' },
      },
      examples: ['Add a', 'Add b'],
      situation: ['One.', 'Two.'],
      hint: 'for speed',
    });
    assert.deepEqual(others, [
      'Earlier subjects, for the style and not for what they say:\nAdd a\nAdd b',
      'Rules of the project, from .commitlintrc:\n```\nrules: {}\n```',
      "The project's template for messages. Fill it in; lines that begin with # explain it and stay out:\n```\n# Why?\n```",
      'One.\nTwo.',
      'the changes',
      'a diff',
      'What the author says about this commit:\nfor speed',
      'Write the commit message.',
    ]);
  });

  it('goes as texts', () => {
    assert.deepEqual(commitRequest('gemini-3.8-flash', bare).input.slice(1, 3), [
      { type: 'text', text: 'the changes' },
      { type: 'text', text: 'a diff' },
    ]);
  });

  it('has no more earlier subjects than a style is measured by', () => {
    const examples = Array.from({ length: styleSample + 1 }, (_, at) => `Add ${at}`);
    assert.equal(String(textsOf({ examples })[1]).split('\n').length, 1 + styleSample);
  });

  it('takes the ticket of the branch', () => {
    const style = styleOf(histories.tickets, []);
    assert.match(String(textsOf({ style, branch: 'SHOP-7-cart' })[0]), /`SHOP-7`/);
  });

  it('is asked with the least thought, if that of the model is known', () => {
    const { input: _input, systemInstruction: _instruction, ...request } = commitRequest('gemini-3.8-flash', bare);
    assert.deepEqual(request, {
      model: 'gemini-3.8-flash',
      purpose: 'commit',
      store: false,
      thinkingLevel: 'low',
    });
    assert.ok(!('thinkingLevel' in commitRequest('some-other-model', bare)));
  });
});
