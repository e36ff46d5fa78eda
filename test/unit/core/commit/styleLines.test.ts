import assert from 'node:assert/strict';
import { noRules } from '../../../../src/core/commit/projectRules';
import type { CommitStyle } from '../../../../src/core/commit/style';
import { limitOf, styleLines } from '../../../../src/core/commit/styleLines';

const style: CommitStyle = {
  basis: 'author',
  subjects: [],
  prefixes: ['feat', 'fix'],
  prefixIs: 'type',
  scopes: [],
  emoji: undefined,
  ticket: undefined,
  language: 'English',
  tense: 'imperative',
  firstLetter: 'lower',
  endsWithPeriod: false,
  subjectLimit: 60,
  body: 'never',
  bullet: undefined,
  trailers: [],
};
const plain = [
  'Subject: one line of at most 60 characters.',
  'Form: `type: summary`. Types used: feat, fix.',
  'Language: English.',
  'Verb: imperative ("Add").',
  'The summary begins with a small letter.',
  'No period at the end of the subject.',
  'No body: the subject alone.',
];
const sixteen = Array.from({ length: 16 }, (_, at) => `p${at}`);
const whereNeeded =
  'A body only where the subject does not say enough: after an empty line, short, why rather than what.';

describe('a style in lines', () => {
  it('says all that is known of it', () => assert.deepEqual(styleLines(style, noRules, undefined), plain));

  it('says nothing of what is not known', () => {
    const unknown = { ...style, language: undefined, tense: undefined, firstLetter: undefined };
    assert.deepEqual(
      styleLines(unknown, noRules, undefined),
      plain.filter((line) => !/^(?:Language|Verb|The summary)/.test(line)),
    );
  });

  const others: readonly (readonly [
    more: Partial<CommitStyle>,
    branch: string | undefined,
    lines: readonly string[],
  ])[] = [
    [{ subjectLimit: 72 }, undefined, ['Subject: one line of at most 72 characters.']],
    [{ emoji: 'sign' }, undefined, ['Begin with one gitmoji, written as a sign such as 🐛.']],
    [{ emoji: 'code' }, undefined, ['Begin with one gitmoji, written as a code such as `:bug:`.']],
    [
      { scopes: ['chat', 'api'] },
      undefined,
      ['Form: `type(scope): summary`. Types used: feat, fix. Scopes used: chat, api.'],
    ],
    [
      { prefixIs: 'part', prefixes: sixteen },
      undefined,
      [`Form: \`part: summary\`. Names of parts used: ${sixteen.slice(0, 15).join(', ')}.`],
    ],
    [{ prefixIs: undefined, prefixes: [] }, undefined, ['No type and no prefix before the summary.']],
    [{ ticket: { kind: 'number', place: 'end', written: '[#1]' } }, 'issue-77', ['End the subject with `[#77]`.']],
    [
      { ticket: { kind: 'key', place: 'start', written: 'SHOP-1:' } },
      'SHOP-77',
      ['Begin the subject with `SHOP-77:`.'],
    ],
    [
      { ticket: { kind: 'number', place: 'end', written: '[#1]' } },
      undefined,
      ['The number of a ticket is usual, but not known here: leave it out.'],
    ],
    [{ tense: 'past' }, undefined, ['Verb: past tense ("Added").']],
    [{ tense: 'present' }, undefined, ['Verb: present tense ("Adds").']],
    [{ tense: 'gerund' }, undefined, ['Verb: the -ing form ("Adding").']],
    [{ firstLetter: 'upper' }, undefined, ['The summary begins with a capital letter.']],
    [{ endsWithPeriod: true }, undefined, ['The subject ends with a period.']],
    [
      { body: 'usual', bullet: '-' },
      undefined,
      [
        'A short body after an empty line, that says why. Write it as lines that begin with "- ". Lines of at most 72 characters.',
      ],
    ],
    [{ body: 'sometimes' }, undefined, [`${whereNeeded} Lines of at most 72 characters.`]],
    [
      { body: 'sometimes', bullet: '*' },
      undefined,
      [`${whereNeeded} Write it as lines that begin with "* ". Lines of at most 72 characters.`],
    ],
    [{ trailers: ['Signed-off-by', 'JIRA'] }, 'SHOP-12-cart', ['The last line, after an empty one: `JIRA: SHOP-12`.']],
    [{ trailers: ['Refs'] }, 'issue-7', ['The last line, after an empty one: `Refs: #7`.']],
    [{ trailers: ['Refs'] }, 'main', []],
    [{ trailers: ['Refs'] }, undefined, []],
    [{ trailers: ['Signed-off-by', 'Refs-to'] }, 'SHOP-12', []],
  ];
  for (const [more, branch, lines] of others) {
    it(`has for ${JSON.stringify(more)} on ${branch}: ${lines.join(' ') || 'nothing else'}`, () => {
      assert.deepEqual(
        styleLines({ ...style, ...more }, noRules, branch).filter((line) => !plain.includes(line)),
        lines,
      );
    });
  }

  it('has the types of the project in place of its own, and its own scopes', () => {
    const rules = { ...noRules, types: ['new', 'mend'], headerLimit: 40 };
    assert.deepEqual(styleLines({ ...style, emoji: 'code', scopes: ['a'] }, rules, undefined).slice(0, 3), [
      'Subject: one line of at most 40 characters.',
      'Begin with one gitmoji, written as a code such as `:bug:`.',
      'Form: `type(scope): summary`. Types allowed: new, mend. Scopes used: a.',
    ]);
    assert.deepEqual(styleLines(undefined, rules, undefined).slice(1, 3), [
      'Form: `type: summary`. Types allowed: new, mend.',
      'Language: English. Begin with a verb: "Add", "Fix".',
    ]);
  });

  it('has the limit of the project, else of the history, else a usual one', () => {
    assert.equal(limitOf(style, { ...noRules, headerLimit: 40 }), 40);
    assert.equal(limitOf(style, noRules), 60);
    assert.equal(limitOf(undefined, noRules), 72);
  });
});
