import assert from 'node:assert/strict';
import { questionIn, shortened, titleOf, wordsOf } from '../../../../src/core/conversation/chatTitle';

/** Text of this length that is no question and has no empty line. */
const pasted = (length: number) =>
  '{ a }\n'
    .repeat(length)
    .slice(0, length - 1)
    .concat(';');

describe('a line for a list', () => {
  it('is cut where it is longer than there is room, at a word in its second half', () => {
    const cuts = {
      abcdefghij: 'abcdefghij',
      abcdefghijk: 'abcdefghi…',
      'abcdef hijk': 'abcdef…',
      'abcde ghijk': 'abcde ghi…',
      'abc efg ijk': 'abc efg…',
      'abcdefghi k': 'abcdefghi…',
    };
    for (const [line, cut] of Object.entries(cuts)) assert.equal(shortened(line, 10), cut);
  });

  it('is cut between characters, and has room for 80', () => {
    assert.equal(shortened('🚀'.repeat(10), 10), '🚀'.repeat(10));
    assert.equal(shortened('🚀'.repeat(11), 10), `${'🚀'.repeat(9)}…`);
    assert.equal(shortened('a'.repeat(80)), 'a'.repeat(80));
    assert.equal(shortened('a'.repeat(81)), `${'a'.repeat(79)}…`);
  });

  it('is the first that has words, with single blanks', () => {
    assert.equal(titleOf([{ prompt: '\n \n\t Why \t is\u00a0 it? \nNext', attachments: [] }]), 'Why is it?');
    assert.equal(titleOf([]), '');
  });

  it('has the words of a question as they are, or the name of what was attached without words', () => {
    const attachments = [{ kind: 'url', id: 'a', url: 'https://a.example' }] as const;

    assert.equal(wordsOf({ prompt: ' Why? ', attachments }), ' Why? ');
    assert.equal(wordsOf({ prompt: ' \n', attachments }), 'https://a.example');
    assert.equal(wordsOf({ prompt: ' ', attachments: [] }), ' ');
  });
});

describe('the question in a long prompt', () => {
  it('is looked for from 1,500 characters on', () => {
    const question = '\n\nWhy?';
    const short = pasted(1_499 - question.length) + question;
    const long = pasted(1_500 - question.length) + question;

    assert.deepEqual([short.length, questionIn(short)], [1_499, short]);
    assert.deepEqual([long.length, questionIn(long)], [1_500, 'Why?']);
  });

  it('has at most 400 characters and two lines, at either end', () => {
    const yes = ['a'.repeat(400), `${'a'.repeat(199)}\n${'b'.repeat(200)}`, 'Why\nso?'];
    const no = ['a'.repeat(401), 'One\ntwo\nthree'];
    for (const text of yes) {
      assert.equal(questionIn(`${pasted(2_000)}\n \t\n${text}\n\n`), text);
      assert.equal(questionIn(`\n\n${text}\n \t\n${pasted(2_000)}`), text);
    }
    for (const prompt of no.flatMap((text) => [`${pasted(2_000)}\n\n${text}`, `${text}\n\n${pasted(2_000)}`]))
      assert.equal(questionIn(prompt), prompt);
  });

  it('is the end with a question mark, in any script, else the last one', () => {
    const between = `\n\n${pasted(2_000)}\n\n`;
    for (const question of ['Why?', 'なぜ？', 'لماذا؟', 'Why? '])
      assert.equal(questionIn(`${question}${between}Be brief.`), question);
    assert.equal(questionIn(`Why?${between}Or how?`), 'Or how?');
    assert.equal(questionIn(`Explain this.${between}Be brief.`), 'Be brief.');
    assert.equal(questionIn(`Is it? So.${between}Be brief.`), 'Be brief.');
  });

  it('is no line of code, of a log or of a document', () => {
    const lines = ['# Why', '// why', '* why', '<p>why', '`why`', '$ why', '@why', '[why]', '{ why', '} why', '> why'];
    const ends = ['why();', 'if (why) {', 'why }', 'why>', 'why; ', '12:00', '…', '] why'];
    for (const line of [...lines, ...ends]) {
      const prompt = `${line}\n\n${pasted(2_000)}\n\n${line}`;
      assert.equal(questionIn(prompt), prompt, line);
    }
  });

  it('is looked for only near the ends', () => {
    const line = 'Why is this line so long and so far from the end?\n';
    const far = `${pasted(2_000)}\n\nWhy?${'\n'.repeat(5)}${' '.repeat(900)}`;

    assert.equal(questionIn(far), 'Why?');
    assert.equal(questionIn(line.repeat(40)), line.repeat(40));
    assert.equal(questionIn(`if (a) { b }; then\n\n${pasted(2_000)}`), 'if (a) { b }; then');
  });
});
