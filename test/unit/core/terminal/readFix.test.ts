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
    assert.equal(
      readFix('## Why\n\n__Runs__ *test_unit* and `a*b_c` of #12').note,
      'Why Runs test_unit and a*b_c of #12',
    );
    assert.equal(readFix('# Why\n  ## How\n\t### Use C# 12 here').note, 'Why How Use C# 12 here');
    const long = readFix(`\`\`\`\nls\n\`\`\`\n${'word '.repeat(200)}`).note;
    assert.ok(long.length <= 300 && long.endsWith('…'));
  });

  it('is found in a block of any form', () => {
    for (const reply of [
      '~~~\nls\n~~~',
      '````sh\nls\n````',
      '   ```\nls\n   ```',
      'Use:\n\t```\nls\n\t```',
      '```\r\nls\r\n```',
      '```\rls\r```',
      '```\nls\n``````',
      '```sh title\n\n  ls\n\n```  ',
      '```\n$ ls\n```',
      '```\n  $  ls\n```',
      '```\nPS> ls\n```',
      '```\n> ls\n```',
    ]) {
      const fix = readFix(reply);
      assert.equal(fix.kind === 'command' && fix.command, 'ls', JSON.stringify(reply));
    }
  });

  it('is no command where a block holds only a prompt', () => {
    for (const prompt of ['$', 'PS>', '>']) {
      for (const command of [prompt, `${prompt} `, `\n  ${prompt}  \n`]) {
        assert.deepEqual(readFix(block(command)), { kind: 'advice', note }, JSON.stringify(command));
      }
    }
  });

  it('is the first block as it stands', () => {
    const command = (reply: string) => {
      const fix = readFix(reply);
      return fix.kind === 'advice' ? undefined : fix.kind === 'command' ? fix.command : fix.text;
    };
    assert.equal(command('```\none\n```\n```\ntwo\n```'), 'one');
    assert.equal(command('```\necho $HOME > a\n```'), 'echo $HOME > a');
    assert.equal(command('```\n$HOME/ls\n```'), '$HOME/ls');
    assert.equal(command('```\na\n~~~\nb\n```'), 'a\n~~~\nb');
    assert.equal(command('````\na\n```\n````'), 'a\n```');
    assert.equal(command('```\na\n ``` b\n```'), 'a\n ``` b');
    for (const none of ['``\nls\n``', 'a ```\nls\n```', '```ls```']) assert.equal(command(none), undefined, none);
  });

  it('has all words around the block in its note, and cuts them at 300 characters', () => {
    const around = (before: string, after: string) => readFix(`${before}\n\`\`\`\nls\n\`\`\`\n${after}`).note;

    assert.equal(around('First  **a** _b_ `c`', '2 * 3 * 4\u200B end'), 'First a b c 2 * 3 * 4 end');
    assert.equal(around('', 'x'.repeat(300)), 'x'.repeat(300));
    assert.equal(around('', 'x'.repeat(301)), `${'x'.repeat(299)}…`);
    assert.equal(around('', `${'x'.repeat(298)} yyy`), `${'x'.repeat(298)}…`);
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
    assert.equal(unfitReason('x'.repeat(4_000)), undefined);
    assert.equal(unfitReason('x'.repeat(4_001)), 'tooLong');
  });

  it('spells out what hides, and leaves line breaks and the rest', () => {
    assert.equal(visible('a\u001B[31m\nb\u{E0041}é😀'), 'a\\u{1b}[31m\nb\\u{e0041}é😀');
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
