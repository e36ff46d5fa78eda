import assert from 'node:assert/strict';
import { type EditOptions, type EditQuestion, editRequest } from '../../../../../src/core/editing/ask/editRequest';

const question: EditQuestion = {
  kind: 'fix',
  path: 'a.ts',
  languageId: 'ts',
  text: 'a\nb\n',
  ranges: [{ start: 0, end: 2 }],
  instruction: 'Do',
};

function asked(changes: Partial<EditQuestion> = {}, options: Partial<EditOptions> = {}) {
  const result = editRequest({ ...question, ...changes }, { model: 'm', ...options });
  assert.ok(result.kind === 'request');
  return result;
}
const sent = (changes: Partial<EditQuestion>, options: Partial<EditOptions> = {}) =>
  asked(changes, options).request.input.map((content) => (content.type === 'text' ? content.text : ''));
const selection = 'The selection, lines 1-2:\n```ts\na\nb\n```';

describe('the request for an edit', () => {
  it('has what the question has, and nothing else', () => {
    assert.deepEqual(asked().request, {
      model: 'm',
      purpose: 'fix',
      input: ['File: a.ts\nLanguage: ts', selection, 'What to do: Do'].map((text) => ({ type: 'text', text })),
      store: false,
      systemInstruction: asked().request.systemInstruction,
      thinkingLevel: 'low',
    });
    assert.equal(asked({}, { thinkingLevel: 'high' }).request.thinkingLevel, 'high');
    assert.deepEqual(asked({ instruction: ' \n' }).request.input.length, 2);
    const fragment = { start: 0, end: 1 };
    assert.deepEqual(asked({ fragment }).target.fragment, fragment);
    assert.ok(!('fragment' in asked().target));
  });

  it('is refused from one more than 200,000 characters on', () => {
    const ranges = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ];
    const made = (more: string) =>
      editRequest(
        { ...question, text: `${'x'.repeat(99_999)}\nb\n${'y'.repeat(99_999)}${more}\n`, ranges },
        { model: 'm' },
      );
    assert.equal(made('').kind, 'request');
    assert.deepEqual(made('z'), { kind: 'refused', reason: 'selectionTooLarge', chars: 200_001, limit: 200_000 });
    assert.deepEqual(editRequest({ ...question, ranges: [] }, { model: 'm' }), {
      kind: 'refused',
      reason: 'nothingSelected',
    });
  });

  it('counts what nobody sees in the selections and in the instruction alone', () => {
    const text = 'a\u200B\nb\u200B\nc\u200B\n';
    const ranges = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ];
    assert.equal(asked({ text, ranges, path: 'a\u200B' }).hidden, 2);
    assert.equal(asked({ text, ranges, instruction: 'x\u200B\u200B' }).hidden, 4);
  });

  it('has 16,000 characters of each rule, and 60,000 of the code that is tested', () => {
    const [rule, tested] = ['r'.repeat(16_000), 't'.repeat(60_000)];
    const texts = sent({
      rules: [
        { path: 'A.md', text: rule },
        { path: 'B.md', text: `${rule}x` },
        { path: 'C.md', text: '' },
      ],
      tested: { path: 'b.py', languageId: 'py', text: `${tested}x` },
      enclosing: ['class A'],
    });
    assert.deepEqual(texts, [
      'File: a.ts\nLanguage: ts',
      `How this project wants its code, from A.md:\n\`\`\`markdown\n${rule}\n\`\`\``,
      `How this project wants its code, from B.md:\n\`\`\`markdown\n${rule}\n\`\`\``,
      `The code to test, from b.py:\n\`\`\`py\n${tested}\n\`\`\``,
      'The selection is inside:\nclass A',
      selection,
      'What to do: Do',
    ]);
  });

  it('has the first fifty problems, each with 1,000 characters on one line', () => {
    const problems = Array.from({ length: 51 }, (_, line) => ({ line, severity: 'hint' as const, message: 'm' }));
    const lines = problems.map((_, at) => `line ${at + 1}: hint: m`);
    assert.equal(sent({ problems })[2], `Problems:\n\`\`\`\n${lines.slice(0, 50).join('\n')}\n\`\`\``);
    const one = (message: string, source?: string) =>
      sent({ problems: [{ line: 1, severity: 'error', message, ...(source !== undefined && { source }) }] })[2]?.split(
        '\n',
      )[2];
    assert.equal(one(`${'x'.repeat(1_000)}y`), `line 2: error: ${'x'.repeat(1_000)}`);
    assert.equal(one(' a \r\n\n  b\nc ', 'ts 1'), 'line 2: error: a / b / c (ts 1)');
    assert.equal(one('a', ''), 'line 2: error: a');
  });

  it('has the proposals that are refined, by their numbers where there are several', () => {
    const refine = { kind: 'refine', earlier: ['A', ' \n'] } as const;
    const both = [
      'Your proposal for selection 1 as it is now:\n```ts\nA\n```',
      'Your proposal for selection 2 as it is now:\nno lines',
      'What to do: Do',
    ];
    assert.deepEqual(sent(refine), ['File: a.ts\nLanguage: ts', selection, ...both]);
    assert.deepEqual(sent(refine, { previousInteractionId: 'v1' }), both);
    assert.deepEqual(sent({ ...refine, earlier: [''] }, { previousInteractionId: 'v1' }), [
      'Your proposal as it is now:\nno lines',
      'What to do: Do',
    ]);
    assert.ok(!('previousInteractionId' in asked({ kind: 'edit' }, { previousInteractionId: 'v1' }).request));
  });
});
