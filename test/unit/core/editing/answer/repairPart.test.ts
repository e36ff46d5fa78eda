import assert from 'node:assert/strict';
import type { EditKind } from '../../../../../src/core/editing/ask/editPrompt';
import { type Asked, outcome, read, tagged } from '../reading';

/** The lines that go in place of the selection, and what was put right in them; or why not. */
function repaired(asked: Asked, code: string) {
  const answer = read(asked, tagged(code));
  return answer.kind === 'replacement' ? [answer.parts.join('|'), ...answer.repairs] : answer.reason;
}

describe('what is put right in an answer', () => {
  const text = 'a();\nb();\nc();\n';
  const asked: Asked = { text, lines: [1, 2] };

  it('is told, and nothing where it is as it was asked for', () => {
    assert.deepEqual(repaired(asked, 'b(2);'), ['b(2);']);
    assert.deepEqual(repaired(asked, '```ts\nb(2);\n```'), ['b(2);', 'fence']);
    assert.deepEqual(repaired(asked, '@@ @@\n-b();\n+b(2);'), ['b(2);', 'patch']);
    assert.deepEqual(repaired(asked, 'a();\nb(2);\nc();'), ['b(2);', 'surroundings']);
    assert.deepEqual(repaired({ text: '  a();\n' }, 'b();'), ['  b();', 'indentation']);
    assert.deepEqual(repaired(asked, '```diff\n-b();\n+b(2);\n```'), ['b(2);', 'fence', 'patch']);
    const untagged = read(asked, '```ts\nb(2);\n```');
    assert.deepEqual(untagged.kind === 'replacement' && untagged.repairs, ['tagsMissing']);
  });

  it('is told once, however many parts had it', () => {
    const ranges = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ];
    const answer = read({ text, ranges }, tagged('```\nA();\n```') + tagged('```\nC();\n```', 2));
    assert.deepEqual(answer, {
      kind: 'replacement',
      proposal: 'A();\nb();\nC();\n',
      parts: ['A();', 'C();'],
      repairs: ['fence'],
    });
  });
});

describe('an answer that is a patch of the selection', () => {
  const asked: Asked = { text: 'a();\nb();\n', lines: [1, 2] };

  it('may name its file, and is text in a document that holds patches', () => {
    assert.deepEqual(repaired(asked, '--- a/src/a.ts\n+++ b/src/a.ts\n@@\n-b();\n+c();'), ['c();', 'patch']);
    assert.deepEqual(repaired({ ...asked, languageId: 'diff' }, '@@ -1 +1 @@\n-b();\n+c();'), [
      '@@ -1 +1 @@\n-b();\n+c();',
    ]);
  });

  it('is refused where it changes nothing, or lines outside', () => {
    assert.equal(outcome(asked, '```diff\nsee above\n```'), 'refused: patchDoesNotFit');
    assert.equal(repaired(asked, '@@ @@\n-a();\n+c();'), 'patchDoesNotFit');
    assert.equal(repaired(asked, '@@ @@\n-b();\n+  '), 'empty');
    assert.deepEqual(repaired({ ...asked, kind: 'edit' }, '@@ @@\n-b();\n+  '), ['', 'patch']);
  });
});

describe('an answer without code', () => {
  const asked: Asked = { text: 'a();\n  b();\nc();\n', lines: [1, 2] };

  it('takes the lines away for an edit and its refinement, and for nothing else', () => {
    const kinds: readonly EditKind[] = ['edit', 'refine', 'refactor', 'fix', 'document', 'writeTests'];
    assert.deepEqual(
      kinds.filter((kind) => outcome({ ...asked, kind }, tagged('   ')) === 'a();\nc();\n'),
      ['edit', 'refine'],
    );
    assert.deepEqual(
      kinds.filter((kind) => repaired({ ...asked, kind }, '   ') === 'empty'),
      ['refactor', 'fix', 'document', 'writeTests'],
    );
  });

  it('is none where there is nothing to take away', () => {
    assert.equal(repaired({ ...asked, lines: [1, 1], kind: 'edit' }, ''), 'empty');
  });
});

describe('blank lines at the ends of an answer', () => {
  it('are kept, as many as the selection has there', () => {
    const asked: Asked = { text: '\na();\n \n\nb();\n', lines: [0, 4] };
    assert.deepEqual(repaired(asked, '\n \nc();\n\n \n'), [' \nc();\n\n ']);
    assert.deepEqual(repaired(asked, 'c();\n'), ['c();\n']);
    assert.deepEqual(repaired(asked, 'c();'), ['c();']);
    assert.deepEqual(repaired({ ...asked, lines: [1, 2] }, '\nc();\n'), ['c();']);
    assert.deepEqual(repaired({ ...asked, lines: [2, 4] }, '\nc();\n\n\n'), ['c();\n\n']);
  });
});

describe('an answer to part of a line', () => {
  const asked: Asked = { text: 'const total = sum(a) * rate;\nlog(total);\n', fragment: { start: 14, end: 20 } };

  it('is put into the line, which is told', () => {
    assert.deepEqual(repaired(asked, 'add(b)'), ['const total = add(b) * rate;', 'fragment']);
    assert.deepEqual(repaired(asked, '```ts\nadd(b)\n```'), ['const total = add(b) * rate;', 'fence', 'fragment']);
    assert.deepEqual(repaired(asked, 'const total = add(b) * rate;'), ['const total = add(b) * rate;']);
  });

  it('is the new lines where it has several, or where several were selected', () => {
    assert.deepEqual(repaired(asked, 'add(b);\nlog(b);'), ['add(b);\nlog(b);']);
    assert.deepEqual(repaired({ ...asked, lines: [0, 2] }, 'add(b)'), ['add(b)']);
  });
});

describe('an answer that leaves code of the selection out', () => {
  const method = (name: string, value: number) => `  ${name}() {\n    return ${value};\n  }\n`;
  const tail = 'function b() {\n  return 1;\n}\n\nfunction c() {\n  return 1;\n}\n';
  const text = `class A {\n${method('f', 1)}\n${method('g', 1)}}\n\n${tail}`;
  const asked: Asked = { text, lines: [0, text.split('\n').length - 1] };
  const rest = '// ... existing code ...';

  it('gets it back, from one statement or from several', () => {
    const one: Asked = { text: tail, lines: [0, 3] };
    assert.deepEqual(repaired(one, `function b(x) {\n  ${rest}\n}`), [
      'function b(x) {\n  return 1;\n}',
      'placeholders',
    ]);
    assert.equal(
      outcome(asked, tagged(`class A {\n  ${rest}\n${method('g', 2)}}\n\n${rest}\n\n${tail.replaceAll('1', '3')}`)),
      text.replace(method('g', 1), method('g', 2)).replace(tail, tail.replaceAll('1', '3')),
    );
    assert.deepEqual(repaired(asked, `${rest}\n\nfunction c() {\n  return 2;\n}`), [
      text.replace(/1;\n}\n$/, '2;\n}'),
      'placeholders',
    ]);
  });

  it('gets it back from the part of its name, where it is one of several that are selected', () => {
    const own = tail.replace(/1;\n}\n$/, '2;\n}\n');
    const several: Asked = { text: own, lines: [0, 7] };
    assert.equal(outcome(several, tagged(`function c(x) {\n  ${rest}\n}`)), own.replace('c()', 'c(x)'));
    assert.equal(outcome(several, tagged(`function b(x) {\n  ${rest}\n}`)), own.replace('b()', 'b(x)'));
    assert.equal(repaired(several, `function renamed() {\n  ${rest}\n}`), 'placeholder');
    assert.deepEqual(repaired({ text: own, lines: [0, 3] }, `function renamed() {\n  ${rest}\n}`), [
      ...['function renamed() {\n  return 1;\n}', 'placeholders'],
    ]);
  });

  it('has a comment of the selection that only looks like a mark', () => {
    const [mark, n] = ['  // ... other plants ...', method('n', 2)];
    const own = `class A {\n${mark}\n\n${method('f', 1)}}\n`;
    assert.deepEqual(repaired({ text: own, lines: [1, 6] }, `${mark}\n\n${n}\n  ${rest}`), [
      `${mark}\n\n${n}\n${method('f', 1).trimEnd()}`,
      'placeholders',
    ]);
  });

  it('is refused where a method would be lost, or where the place of a statement is not certain', () => {
    assert.equal(repaired(asked, `class A {\n${method('f', 2)}}\n\n${rest}\n\n${tail}`), 'placeholder');
    const garden: Asked = { text: `class A {\n${method('f', 1)}\n${method('g', 1)}}\n`, lines: [0, 9] };
    assert.equal(repaired(garden, `class A {\n  ${rest}\n${method('f', 2)}\n${method('n', 2)}}`), 'placeholder');
    assert.equal(repaired(asked, `${rest}\nlog();\n${rest}`), 'placeholder');
    assert.equal(
      repaired({ text: tail, lines: [0, 3] }, `function b() {\n  log();\n  ${rest}\n  log();\n}`),
      'placeholder',
    );
  });

  it('is as it is written where the selection says the same', () => {
    assert.deepEqual(repaired({ text: `  ${rest}\n  a();\n`, lines: [0, 2] }, `  ${rest}\n  b();`), [
      `  ${rest}\n  b();`,
    ]);
  });
});
