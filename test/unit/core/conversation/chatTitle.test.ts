import assert from 'node:assert/strict';
import { questionIn, titleOf } from '../../../../src/core/conversation/chatTitle';

const page = { kind: 'url', id: 'a', url: 'https://e.example/a' } as const;
const code = Array.from({ length: 200 }, (_, i) => `export const value${i} = compute(${i});`).join('\n');
const log = Array.from({ length: 200 }, (_, i) => `12:00:${i} WARN pump: pressure low`).join('\n');

describe('the name of a chat', () => {
  for (const [what, prompt, question] of [
    ['a question after code', `${code}\n\nWhy is this slow?`, 'Why is this slow?'],
    ['a question before code', `Why is this slow?\n\n${code}`, 'Why is this slow?'],
    ['a request after a log', `${log}\n\nExplain these warnings.`, 'Explain these warnings.'],
    ['a question with a request at the other end', `Why?\n\n${log}\n\nAnswer in Greek.`, 'Why?'],
    ['a question after a fence', `\`\`\`ts\n${code}\n\`\`\`\n\nWhat does it do`, 'What does it do'],
  ] as const) {
    it(`is ${what}`, () => {
      assert.equal(titleOf([{ prompt, attachments: [] }]), question);
    });
  }

  it('is the first line of what was pasted without a question', () => {
    assert.equal(titleOf([{ prompt: log, attachments: [] }]), '12:00:0 WARN pump: pressure low');
    assert.equal(questionIn(`${code}\n\n}`), `${code}\n\n}`);
  });

  it('is the first line of a short prompt, whatever follows', () => {
    assert.equal(titleOf([{ prompt: 'Look at this\n\nlet a = 1;\n\nIs it right?', attachments: [] }]), 'Look at this');
  });

  it('is what was attached where the question has no words', () => {
    const attachments = [page, { ...page, id: 'b', url: 'https://e.example/b' }];
    assert.equal(titleOf([{ prompt: ' \n', attachments }]), 'https://e.example/a');
    assert.equal(titleOf([{ prompt: 'Why?', attachments }]), 'Why?');
    assert.equal(titleOf([{ prompt: '', attachments: [] }]), '');
  });
});
