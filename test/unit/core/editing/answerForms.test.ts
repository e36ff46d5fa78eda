import assert from 'node:assert/strict';
import { FenceReader } from '../../../../src/core/editing/answer/fenceReader';
import { outcome, tagged } from './reading';

/**
 * Which form of an answer is the more certain one, held against the habits of models: a long fence, read strictly or as
 * it comes, or tags. The habits are assumed, after what public reports of edits that failed tell; no model is asked here.
 */
const codes = [
  { languageId: 'typescript', old: 'var a = 1;\n', code: 'const a = 1;\nconst b = 2;\n' },
  { languageId: 'typescript', old: 'f() {\n}\n', code: '/**\n * ```ts\n * f();\n * ```\n */\nf() {\n}\n' },
  { languageId: 'python', old: '"""One."""\n', code: '"""One.\n\n```\nf()\n```\n\nTwo.\n"""\n' },
  {
    languageId: 'markdown',
    old: '# Kiosk\n',
    code: '# Kiosk\n\n```bash\nnpx kiosk\n```\n\n## Options\n\n```\n--port\n```\n\nEnd.\n',
  },
  { languageId: 'markdown', old: '# Kiosk\n', code: '# Kiosk\n\n~~~\nnpx kiosk\n~~~\n' },
] as const;

type Code = (typeof codes)[number];
type Mark = (code: string, languageId: string) => string;

/** The form as it was asked for, and what models make of it. */
const habits: Readonly<Record<string, (mark: Mark, code: Code) => string>> = {
  'does as told': (mark, { code, languageId }) => mark(code, languageId),
  'writes three backticks all the same': (mark, { code, languageId }) =>
    mark === inTags ? inTags(inFence(3)(code, languageId), languageId) : inFence(3)(code, languageId),
  'writes three backticks instead': (_, { code, languageId }) => inFence(3)(code, languageId),
  'talks before and after': (mark, { code, languageId }) =>
    `Here it is:\n\n${mark(code, languageId)}\n\nIt uses \`const\`.`,
  'shows the old code first': (mark, { old, code, languageId }) =>
    `${mark(old, languageId)}\nbecomes\n${mark(code, languageId)}`,
  'is cut in the middle': (mark, { code, languageId }) =>
    mark(code, languageId).slice(0, mark(code, languageId).length * 0.6),
  'is cut behind a fence in the code': (mark, { code, languageId }) => {
    const answer = mark === inTags ? mark(code, languageId) : inFence(3)(code, languageId);
    const fence = /\n(?: \* )?(?:```|~~~)\n/.exec(answer.slice(12));
    return fence ? answer.slice(0, fence.index + fence[0].length + 12) : answer.slice(0, 12);
  },
  'adds a command': (mark, { code, languageId }) => `\`\`\`bash\nnpm install\n\`\`\`\n\n${mark(code, languageId)}`,
  'says no': () => 'I would rather not touch this file.',
};

const longest = 5;
const inTags: Mark = (code, _languageId) => tagged(code.replace(/\n$/, ''));
const inFence =
  (length: number): Mark =>
  (code, languageId) =>
    `${'`'.repeat(length)}${languageId}\n${code}${'`'.repeat(length)}\n`;
const longFence = inFence(longest);

const readers: Readonly<Record<string, { readonly mark: Mark; read(answer: string, code: Code): string | undefined }>> =
  {
    tags: {
      mark: inTags,
      read: (answer, { old, languageId }) => {
        const result = outcome({ text: old, lines: [0, old.split('\n').length - 1], languageId, kind: 'edit' }, answer);
        return result.startsWith('refused') ? undefined : result;
      },
    },
    'a long fence, and no other': { mark: longFence, read: (answer) => betweenLongFences(answer) },
    'the first fence that comes': { mark: longFence, read: (answer) => fenced(answer) },
  };

function betweenLongFences(answer: string): string | undefined {
  const lines = answer.split('\n');
  const fence = '`'.repeat(longest);
  const start = lines.findIndex((line) => line.startsWith(fence));
  const end = lines.indexOf(fence, start + 1);
  return start < 0 || end < 0 ? undefined : `${lines.slice(start + 1, end).join('\n')}\n`;
}

function fenced(answer: string): string | undefined {
  const reader = new FenceReader();
  reader.push(answer);
  reader.end();
  return reader.isClosed ? `${reader.codeLines.join('\n')}\n` : undefined;
}

describe('the forms of an answer', () => {
  const counts = new Map<string, { right: number; refused: number; wrong: number }>();

  before(() => {
    for (const [name, { mark, read }] of Object.entries(readers)) {
      const count = { right: 0, refused: 0, wrong: 0 };
      for (const habit of Object.values(habits)) {
        for (const code of codes) {
          const result = read(habit(mark, code), code);
          if (result === undefined) count.refused += 1;
          else if (result === code.code) count.right += 1;
          else count.wrong += 1;
        }
      }
      counts.set(name, count);
      console.log(`      ${name}: ${count.right} right, ${count.refused} refused, ${count.wrong} wrong`);
    }
  });

  const of = (name: string) => counts.get(name) ?? assert.fail(name);

  // Where the old code comes first, both fences take it for the answer; that is wrong, if harmless.
  it('tags are never misread, and more answers are saved than by fences', () => {
    assert.equal(of('tags').wrong, 0);
    assert.ok(of('tags').right > of('a long fence, and no other').right);
    assert.ok(of('tags').right > of('the first fence that comes').right);
  });

  it('a fence that is read as it comes takes a part for the whole', () => {
    assert.notEqual(of('the first fence that comes').wrong, 0);
  });
});
