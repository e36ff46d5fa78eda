import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFix, unfitReason, visible } from '../../../../src/core/terminal/readFix';

const block = (command: string) => `\`\`\`sh\n${command}\n\`\`\`\n\nShows the state of the files.`;
const note = 'Shows the state of the files.';

describe('a fix for a terminal', () => {
  it('is a command and what it does', () => {
    assert.deepEqual(readFix(block('git status')), { kind: 'command', command: 'git status', note });
    assert.deepEqual(readFix(`Use this:\n${block('git status')}`), {
      kind: 'command',
      command: 'git status',
      note: `Use this: ${note}`,
    });
    assert.deepEqual(readFix(block('$ git status  ')), { kind: 'command', command: 'git status', note });
    assert.deepEqual(readFix('```\ngit status'), { kind: 'command', command: 'git status', note: '' });
  });

  it('is one line of words about it, without formatting', () => {
    assert.deepEqual(readFix('```\nls\n```\n**Lists** the\n`files`.\u001B').note, 'Lists the files.');
    const long = readFix(`\`\`\`\nls\n\`\`\`\n${'word '.repeat(200)}`).note;
    assert.ok(long.length <= 300 && long.endsWith('…'));
  });

  it('is advice where there is no command', () => {
    assert.deepEqual(readFix('Start the database first.'), { kind: 'advice', note: 'Start the database first.' });
    assert.deepEqual(readFix('```\n\n```\nStart it.'), { kind: 'advice', note: 'Start it.' });
  });

  it('of several lines is no command: the first line would run at once', () => {
    for (const text of ['cd a\nls', 'ls \\\n-la', 'ls\r\npwd', 'ls\u0085pwd', 'ls\u2028pwd']) {
      const fix = readFix(block(text));
      assert.equal(fix.kind === 'unfit' && fix.why, 'severalLines', JSON.stringify(text));
    }
  });

  it('with characters that do not show is no command, and shows them', () => {
    for (const hidden of ['\u001B[A', '\t', '\u0003', '\u202E', '\u200B', '\u{E0041}', '\u00A0', '\u3164', '\uFEFF']) {
      const fix = readFix(block(`ls ${hidden}-la`));
      assert.ok(fix.kind === 'unfit' && fix.why === 'hiddenCharacters', JSON.stringify(hidden));
      assert.match(fix.text, /\\u\{[0-9a-f]+\}/);
      assert.ok(!fix.text.includes(hidden));
    }
  });

  it('that is too long for a terminal is no command', () => {
    const fix = readFix(block('x'.repeat(4_001)));
    assert.equal(fix.kind === 'unfit' && fix.why, 'tooLong');
  });

  it('never puts at a prompt what would run or hide there, whatever the reply', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('```', '```sh\n', '\n', '\r', '~~~\n', '$ ', 'ls', '\u001B', '\t'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const fix = readFix(pieces.join(''));
        assert.doesNotMatch(fix.note, /\p{Cc}/u);
        if (fix.kind === 'command') {
          assert.doesNotMatch(fix.command, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          assert.equal(unfitReason(fix.command), undefined);
          assert.equal(visible(fix.command), fix.command);
          assert.notEqual(fix.command, '');
        }
        if (fix.kind === 'unfit') assert.doesNotMatch(fix.text, /[^\P{Cc}\n]/u);
      }),
      { numRuns: 3_000 },
    );
  });
});
