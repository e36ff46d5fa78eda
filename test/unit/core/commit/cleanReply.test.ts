import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CleaningRules, cleanReply } from '../../../../src/core/commit/cleanReply';
import { fitSubject } from '../../../../src/core/commit/fitSubject';

const rules: CleaningRules = { subjectLimit: 72, commentMark: '#', isSubjectOnly: false };
const clean = (reply: string, more: Partial<CleaningRules> = {}) => cleanReply(reply, { ...rules, ...more }, true);
const message = 'fix(chat): keep the scroll position\n\n- remember it for each chat\n- restore it after a reload';

describe('a reply as a commit message', () => {
  for (const [what, reply] of [
    ['as it is', message],
    ['in a fence', `\`\`\`\n${message}\n\`\`\``],
    ['in a fence with a language', `\`\`\`text\n${message}\n\`\`\`\n`],
    [
      'in a fence with talk around it',
      `Here is a commit message:\n\n\`\`\`\n${message}\n\`\`\`\n\nIt follows your style.`,
    ],
    ['in a fence of tildes', `~~~\n${message}\n~~~`],
    ['in a fence that was cut off', `\`\`\`\n${message}`],
    ['after talk', `Sure, here's the commit message:\n\n${message}`],
    ['after a heading', `**Commit message:**\n\n${message}`],
    ['behind a label', `Commit message: ${message}`],
    ['in quotes', `"${message}"`],
    ['in curly quotes', `“${message}”`],
    ['with the subject in backticks', message.replace(/^(.*)$/m, '`$1`')],
    ['with a bold subject', message.replace(/^(.*)$/m, '**$1**')],
    ['as a heading', `# ${message}`],
    ['with talk after it', `${message}\n\nLet me know if you would like it shorter.`],
    ['with a rule and an explanation after it', `${message}\n\n---\nExplanation: the diff does this.`],
    ['with other line ends and blanks', `\n\n${message.replaceAll('\n', '  \r\n')}\r\n\r\n`],
    ['with the line ends of an old Mac', message.replaceAll('\n', '\r')],
    ['in quotes with an empty line after them', `"${message}"\n`],
    ['in quotes without the empty line', `"${message.replace('\n\n', '\n')}"`],
    ['with the subject in quotes behind blanks', message.replace(/^(.*)$/m, '  "$1"')],
    ['without the empty line', message.replace('\n\n', '\n')],
    ['with too many empty lines', message.replace('\n\n', '\n\n\n\n')],
    ['with characters that nobody sees', message.replaceAll(' ', ' \u200B\u202E')],
  ] as const) {
    it(`is found ${what}`, () => assert.equal(clean(reply), message));
  }

  it('keeps quotes and backticks that belong to it', () => {
    for (const subject of [
      '"Copy" copies the selection',
      '`ask` takes a signal',
      "'a' and 'b' are equal",
      'Say "done"',
      '"a" and "b"',
      '"Copy" copies\n\nSee "Paste"',
      '"Copy copies\n\nIt was slow',
    ]) {
      assert.equal(clean(subject), subject);
    }
  });

  it('takes marks away that stand around the subject, and none within it', () => {
    const subjects: readonly (readonly [string, string])[] = [
      ['  fix: a', 'fix: a'],
      ['###   fix: a', 'fix: a'],
      ['>   fix: a', 'fix: a'],
      ['fix: a # b > c', 'fix: a # b > c'],
      ['fix: # a', 'fix: # a'],
      ['**Subject:**   fix: a', 'fix: a'],
      ['subject:  fix: a', 'fix: a'],
      ['fix: the subject: line', 'fix: the subject: line'],
      ['**fix:** a', '**fix:** a'],
      ['fix: **a**', 'fix: **a**'],
      ['`fix: a`', 'fix: a'],
      ['"fix: a"', 'fix: a'],
      ['**`fix: a`**', 'fix: a'],
      ['fix: `a`', 'fix: `a`'],
      ['fix:   a\t b', 'fix: a b'],
    ];
    for (const [reply, subject] of subjects) assert.equal(clean(reply), subject, reply);
  });

  it('leaves the mark of a comment of its own out of the subject, and out of the body as well', () => {
    assert.equal(clean('; fix: a\n\n; b', { commentMark: ';' }), 'fix: a\n\n ; b');
    assert.equal(clean('fix: a ; b', { commentMark: ';' }), 'fix: a ; b');
    assert.equal(clean('#12 is fixed'), '#12 is fixed');
  });

  it('speaks for no person', () => {
    const trailers = 'Signed-off-by: A <a@b.c>\nCo-authored-by: B <b@b.c>\nChange-Id: I1\nRefs: #3';
    assert.equal(clean(`fix: a\n\nb\n\n${trailers}`), 'fix: a\n\nb\n\nRefs: #3');
  });

  it('keeps words that merely begin like talk', () => {
    for (const subject of [
      'Here documents are read to their end',
      'Sure footing for the robot arm',
      'Commit message: write it',
    ]) {
      assert.equal(clean(subject), subject.replace('Commit message: ', ''));
    }
  });

  it('has no line that git takes for a comment', () => {
    assert.equal(clean('Fix it\n\n## Why\n#12 asked for it\n# # deep'), 'Fix it\n\nWhy\n #12 asked for it\ndeep');
    assert.equal(clean('; Fix it\n\n; because', { commentMark: ';' }), 'Fix it\n\n ; because');
    assert.equal(clean('Fix it\n\n##   Why\n#12 asked for # signs'), 'Fix it\n\nWhy\n #12 asked for # signs');
  });

  it('has a subject alone where the history has no bodies', () => {
    assert.equal(clean(message, { isSubjectOnly: true }), 'fix(chat): keep the scroll position');
  });

  it('keeps what does not fit into the subject in the body', () => {
    const long = 'Keep the scroll position of every chat, and restore it when the window is loaded again after a crash';
    assert.equal(
      clean(`${long}\n\nPeople lost their place.`),
      `Keep the scroll position of every chat\n\n${long}\n\nPeople lost their place.`,
    );
    assert.equal(clean(long, { isSubjectOnly: true }), 'Keep the scroll position of every chat');
  });

  it('has one empty line between its paragraphs', () => {
    assert.equal(clean('fix: a\n\nb\n\n\n\nc\n\n \nd\n\ne'), 'fix: a\n\nb\n\nc\n\nd\n\ne');
  });

  it('is empty if there is none', () => {
    for (const reply of ['', '\n \n', '```\n```', '```', '""', '""\n\nWhy']) assert.equal(clean(reply), '', reply);
  });

  const wrappings = [
    (text: string) => text,
    (text: string) => `\`\`\`\n${text}\n\`\`\`\nDone.`,
    (text: string) => `Here is the commit message:\n\n${text}`,
    (text: string) => `"${text}"`,
    (text: string) => `${text}\n\nLet me know if that helps.`,
  ];

  it('never shows anything while it streams that is not in the message', () => {
    for (const wrap of wrappings) {
      const reply = wrap(message);
      for (let end = 0; end <= reply.length; end += 1) {
        const shown = cleanReply(reply.slice(0, end), rules, false).replace(/[`"]$/, '');
        assert.ok(message.startsWith(shown.trimEnd()), `${end}: ${shown}`);
      }
      assert.equal(clean(reply), message);
    }
  });

  it('is fit for git, whatever the reply', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '```',
        '~~~',
        '"',
        '#',
        '# ',
        '## ',
        '\n',
        '\n\n',
        '---',
        '**',
        '`',
        'Here is it:',
        'Let me know',
        ' ',
        'fix: it',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ maxLength: 200 }),
    );
    const mark = fc.constantFrom('#', ';', '//');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.integer({ min: 20, max: 100 }),
        mark,
        fc.boolean(),
        fc.boolean(),
        (pieces, subjectLimit, commentMark, isSubjectOnly, isWhole) => {
          const cleaned = cleanReply(pieces.join(''), { subjectLimit, commentMark, isSubjectOnly }, isWhole);
          const [subject = '', second, ...body] = cleaned.split('\n');

          if (isWhole) assert.ok([...subject].length <= subjectLimit);
          assert.ok(second === undefined || second === '');
          assert.equal(cleaned, cleaned.trimEnd());
          assert.ok(body.every((line) => !line.startsWith(commentMark)));
          assert.doesNotMatch(cleaned, /\n\n\n|[^\P{Cc}\n]|[\u202A-\u202E\u200B]/u);
          if (isSubjectOnly) assert.equal(second, undefined);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('a subject that is too long', () => {
  it('ends with a part of the sentence, or with a word that can end one', () => {
    assert.equal(
      fitSubject('Move the parser into a worker, so that typing stays fast', 40),
      'Move the parser into a worker',
    );
    assert.equal(
      fitSubject('Move the parser of all the languages into a worker', 44),
      'Move the parser of all the languages',
    );
    assert.equal(
      fitSubject('Fehler beim Speichern und Laden der Einstellungen', 34),
      'Fehler beim Speichern und Laden',
    );
  });

  it('is cut between characters where there are no words', () => {
    assert.equal(fitSubject('設定画面の表示を修正', 5), '設定画面の');
    assert.equal([...fitSubject('😀'.repeat(30), 20)].length, 20);
  });

  it('is left alone if it fits', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(fitSubject(text, 1_000), text)));
  });

  it('is never longer than the limit and begins as it did', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 10, max: 80 }), (text, limit) => {
        const fitting = fitSubject(text, limit);
        assert.ok([...fitting].length <= limit && text.startsWith(fitting) && fitting !== '');
      }),
    );
  });
});
