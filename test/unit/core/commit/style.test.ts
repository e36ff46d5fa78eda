import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noRules, readRules } from '../../../../src/core/commit/projectRules';
import { type CommitStyle, styleOf, styleSample } from '../../../../src/core/commit/style';
import { limitOf, styleLines } from '../../../../src/core/commit/styleLines';
import { commits, histories } from './histories';

function measured(name: keyof typeof histories): CommitStyle {
  const style = styleOf(histories[name], []);
  assert.ok(style);
  return style;
}

describe('the style of commit messages', () => {
  it('sees types and scopes', () => {
    const style = measured('conventional');

    assert.deepEqual(style.prefixes, ['feat', 'fix', 'chore', 'docs']);
    assert.equal(style.prefixIs, 'type');
    assert.deepEqual(style.scopes, ['chat', 'research', 'deps', 'panel', 'readme']);
    assert.equal(style.firstLetter, 'lower');
    assert.equal(style.body, 'never');
    assert.equal(style.emoji, undefined);
  });

  it('sees names of parts, and that a body is usual', () => {
    const style = measured('parts');

    assert.deepEqual(style.prefixes, ['Server', 'Panel', 'Tests', 'Core']);
    assert.equal(style.prefixIs, 'part');
    assert.deepEqual(style.scopes, []);
    assert.equal(style.tense, 'imperative');
    assert.equal(style.body, 'usual');
    assert.equal(style.bullet, undefined);
  });

  it('sees gitmoji, as signs and as codes', () => {
    assert.equal(measured('gitmoji').emoji, 'sign');
    assert.equal(measured('gitmoji').firstLetter, 'upper');
    assert.equal(measured('gitmojiCodes').emoji, 'code');
    assert.equal(measured('gitmojiCodes').firstLetter, 'lower');
  });

  it('sees tickets and the tense', () => {
    const style = measured('tickets');

    assert.deepEqual(style.ticket, { kind: 'key', place: 'start', written: 'SHOP-1201' });
    assert.equal(style.tense, 'past');
    assert.equal(style.prefixIs, undefined);
  });

  it('sees the language, where the tense of English says nothing', () => {
    assert.equal(measured('german').language, 'German');
    assert.equal(measured('german').tense, undefined);
    assert.equal(measured('japanese').language, 'Japanese');
    assert.equal(measured('parts').language, 'English');
  });

  it('sees trailers and bullets, and takes neither for text', () => {
    assert.deepEqual(measured('signedOff').trailers, ['Signed-off-by']);
    assert.equal(measured('signedOff').body, 'usual');
    assert.equal(measured('bullets').bullet, '-');
  });

  it('takes the number that a forge adds for no part of a subject', () => {
    assert.ok(!measured('japanese').subjects.join('\n').includes('#12'));
    assert.equal(measured('japanese').ticket, undefined);
  });

  it('goes by the length of all but the longest subjects, within reason', () => {
    const of = (length: number, count = 1) => commits(...Array.from({ length: count }, () => 'x'.repeat(length)));

    assert.equal(styleOf([...of(60, 18), ...of(300, 2)], [])?.subjectLimit, 60);
    assert.equal(styleOf(of(20, 20), [])?.subjectLimit, 50);
    assert.equal(styleOf(of(300, 20), [])?.subjectLimit, 100);
    assert.equal(styleOf([], of(20, 2))?.subjectLimit, 72);
  });

  it('goes by the author, and by the branch where the author wrote too few', () => {
    assert.equal(styleOf(histories.gitmoji, histories.conventional)?.emoji, 'sign');
    assert.equal(styleOf(histories.gitmoji.slice(0, 4), histories.conventional)?.prefixIs, 'type');
    assert.equal(styleOf([], []), undefined);
  });

  it('leaves out what git, forges and robots wrote', () => {
    const made = [
      ...commits(
        'Merge branch "main" into topic',
        'Merge pull request #3 from a/b\n\nTitle',
        'Revert "feat: x"',
        'fixup! feat: y',
        'Bump lodash from 4.17.20 to 4.17.21',
        'chore(deps): bump actions/cache from 4 to 5',
        '1.2.3',
      ),
      { message: 'Whatever the button said', isMerge: true },
    ];

    assert.deepEqual(styleOf(made, made), undefined);
    assert.equal(styleOf([...made, ...histories.gitmoji], [])?.subjects.length, 5);
  });

  it('measures the newest of a long history', () => {
    const long = Array.from({ length: 100 }, (_, i) => `feat: number ${i}`);
    assert.deepEqual(styleOf(commits(...long), [])?.subjects, long.slice(0, styleSample));
    assert.deepEqual(styleOf([], commits(...long))?.subjects, long.slice(0, styleSample));
  });

  it('does not fail on any history, and keeps its limit within bounds', () => {
    const message = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...Object.values(histories)
          .flat()
          .map((c) => c.message),
      ),
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), fc.string(), (messages, branch) => {
        const style = styleOf(commits(...messages), commits(...messages));
        const lines = styleLines(style, noRules, branch);
        assert.ok(lines.every((line) => line.trim() !== ''));
        const limit = limitOf(style, noRules);
        assert.ok(limit >= 50 && limit <= 100);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the style as the model is told it', () => {
  const told = (name: keyof typeof histories, branch?: string) =>
    styleLines(measured(name), noRules, branch).join('\n');

  it('names the form with what the history uses', () => {
    assert.match(
      told('conventional'),
      /Form: `type\(scope\): summary`\. Types used: feat, fix, chore, docs\. Scopes used: chat,/,
    );
    assert.match(told('parts'), /Form: `part: summary`\. Names of parts used: Server, Panel/);
    assert.match(told('gitmojiCodes'), /gitmoji, written as a code such as `:bug:`/);
    assert.match(told('german'), /No type and no prefix[\s\S]*Language: German\./);
  });

  it('takes the ticket from the branch, in the form of the history, and invents none', () => {
    assert.match(told('tickets', 'feature/shop-1300-colours'), /Begin the subject with `SHOP-1300`\./);
    assert.match(told('tickets', 'main'), /not known here: leave it out/);
    assert.match(told('tickets'), /not known here: leave it out/);
    const numbers = styleOf(commits(...Array.from({ length: 5 }, (_, i) => `[#${i + 10}] Add part ${i}`)), []);
    assert.match(styleLines(numbers, noRules, 'issue-77-fix').join('\n'), /Begin the subject with `\[#77\]`\./);
  });

  it('lets the rules of the project win', () => {
    const rules = readRules(
      {
        path: 'commitlint.config.js',
        text: "rules: { 'header-max-length': [2, 'always', 40], 'type-enum': [2, 'always', ['new', 'mend']] }",
      },
      undefined,
    );
    const lines = styleLines(measured('gitmoji'), rules, undefined).join('\n');

    assert.match(lines, /at most 40 characters/);
    assert.match(lines, /Types allowed: new, mend\./);
  });

  it('has a plain style where there is neither history nor rule', () => {
    assert.deepEqual(styleLines(undefined, noRules, 'main'), [
      'Subject: one line of at most 72 characters.',
      'Language: English. Begin with a verb: "Add", "Fix".',
      'A body only where the subject does not say enough: after an empty line, short, why rather than what. Lines of at most 72 characters.',
    ]);
  });
});
