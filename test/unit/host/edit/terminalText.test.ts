import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type TerminalText, terminalText } from '../../../../src/host/edit/terminalText';
import { budget } from '../../../budget';

describe('reading shell code for the prompt of a terminal', () => {
  const commands: readonly (readonly [name: string, code: string, language: string, text: string])[] = [
    ['a command without its line break', 'npm ci\n', 'bash', 'npm ci'],
    ['no line break at its ends', '\r\n\nnpm ci\r\n\r', 'bash', 'npm ci'],
    ['a command without the prompt before it', '$ npm ci\n', 'console', 'npm ci'],
    ['what was typed, not what was printed', '$ npm ci\nadded 12 packages\n', 'console', 'npm ci'],
    ['a command without comments around it', '# install\nnpm ci\n\n# done\n', 'sh', 'npm ci'],
    ['a command over several lines', 'docker run \\\n  --rm \\\n  alpine\n', 'sh', 'docker run   --rm   alpine'],
    ['a back-slash that is meant', 'echo a\\\\\n', 'sh', 'echo a\\\\'],
    ['a command over several lines of PowerShell', 'Get-Item `\n  -Path a\n', 'powershell', 'Get-Item   -Path a'],
    ['a command over several lines of a batch file', 'rem copy\ncopy a ^\n  b\n', 'bat', 'copy a   b'],
    ['a block on one line', 'for f in *; do echo $f; done\n', 'sh', 'for f in *; do echo $f; done'],
    ['a tab that is meant', "cut -d'\t' -f1 a\n", 'sh', "cut -d'\t' -f1 a"],
    ['a joined emoji', 'echo 👩‍💻 🏳️‍🌈 🏴󠁧󠁢󠁳󠁣󠁴󠁿\n', 'sh', 'echo 👩‍💻 🏳️‍🌈 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['letters that are joined or kept apart', 'echo نمی\u200cخواهم क्\u200dष\n', 'sh', 'echo نمی\u200cخواهم क्\u200dष'],
    ['a command behind the prompt of zsh', '% brew update\nUpdated 2 taps.\n', 'zsh', 'brew update'],
    [
      'a command behind that of PowerShell',
      'PS C:\\src\\app> Get-Item a `\n>>  -Force\n    Directory: C:\\\n',
      '',
      'Get-Item a  -Force',
    ],
    ['a command behind that of Windows', 'C:\\Users\\Ada>dir /b ^\n  src\na.ts\n', '', 'dir /b   src'],
    ['a command behind a name and a folder', 'ada@host:~/src$ git log -1\ncommit 1\n', 'console', 'git log -1'],
    ['a command behind a name in brackets', '[root@box /etc]# ls -a\n.  ..\n', 'console', 'ls -a'],
    ['a command of an environment', '(venv) $ pip list\n(venv) $ \n', 'console', 'pip list'],
    ['a command behind an arrow that all lines have', '> npm ci\n', 'console', 'npm ci'],
    [
      'a command over several lines behind its prompt',
      '$ docker run \\\n>   --rm \\\n  alpine\nhello\n',
      'sh',
      'docker run   --rm   alpine',
    ],
  ];
  for (const [name, code, language, text] of commands) {
    it(`takes ${name}`, () => assert.deepEqual(terminalText(code, language), { kind: 'command', text }));
  }

  it('finds several commands, and joins them where that is sure', () => {
    assert.deepEqual(terminalText('git pull\n\n# then\nnpm ci\n', 'bash'), {
      kind: 'commands',
      lines: ['git pull', 'npm ci'],
      joined: 'git pull && npm ci',
    });
    assert.deepEqual(terminalText('$ cd a\n$ ls\nb c\n', 'console'), {
      kind: 'commands',
      lines: ['cd a', 'ls'],
      joined: 'cd a && ls',
    });
    assert.equal(joinedOf(terminalText('cd a\nls\n', 'pwsh')), 'cd a; ls');
  });

  it('takes prompts off only if every command has one', () => {
    assert.deepEqual(terminalText('PS C:\\> cd a\nPS C:\\a> ls\n', ''), {
      kind: 'commands',
      lines: ['cd a', 'ls'],
      joined: 'cd a; ls',
    });
    assert.deepEqual(terminalText('> git add .\n> git commit\n', ''), {
      kind: 'commands',
      lines: ['git add .', 'git commit'],
      joined: 'git add . && git commit',
    });
    for (const code of ['npm ci\n$ npm test', '> npm ci\nadded 12 packages', 'cd a\nC:\\a>dir', 'ls\nada@host:~$ ls']) {
      assert.equal(terminalText(code, 'sh').kind, 'script', code);
    }
    for (const code of [
      'echo $HOME',
      'cat a > b',
      'echo 50%',
      'ssh ada@host',
      'a=$(ls)',
      '$x = 1',
      'git log user@host:~',
    ]) {
      assert.deepEqual(terminalText(code, 'sh'), { kind: 'command', text: code });
    }
  });

  it('takes nothing of which the end was left out as printed', () => {
    for (const code of ["$ echo 'a\nb'\n", '$ cat <<E\nx\nE\n', '$ a |\nb\n', '% echo "a\n$ ls\n']) {
      assert.equal(terminalText(code, 'sh').kind, 'script', code);
    }
  });

  it('refuses what a terminal acts on and what nobody sees', () => {
    for (const char of [
      '\u001b[2J',
      '\u0003',
      '\u007f',
      '\u009b',
      '\u202e',
      '\u200b',
      '\u{e0041}',
      '\ud83d',
      '\0',
      '\u2028',
      '\u00ad',
    ]) {
      assert.deepEqual(terminalText(`echo a${char}b\nls\n`, 'sh'), { kind: 'hidden' }, JSON.stringify(char));
    }
    for (const code of ['rm\u200c-rf b', 'r\u200dm b', 'echo 🏴\u{e0041}\u{e0042} b', '\u200b']) {
      assert.equal(terminalText(code, 'sh').kind, 'hidden', JSON.stringify(code));
    }
  });

  it('does not join what would no longer mean the same', () => {
    for (const first of ['npm ci # install', 'server &', 'cd a;']) {
      const read = terminalText(`${first}\nnpm test\n`, 'sh');
      assert.equal(read.kind, 'commands', first);
      assert.equal(joinedOf(read), undefined, first);
    }
  });

  it('takes lines apart only if none needs the others', () => {
    for (const code of [
      'cat > a <<EOF\nrm -rf b\nEOF',
      'if true; then\n  rm b\nfi',
      'for f in *; do\nrm $f\ndone',
      'f() {\nrm b\n}',
      'echo "a\nrm -rf b\n"',
      "python -c '\nimport os\n'",
      'a |\nb',
      'a &&\nb',
      'a\n&& b',
      'case $x in\na) b;;\nesac',
      'try {\na\n} catch {\nb\n}',
      'a = (\nb\n)',
      'x=`\ny\n`',
    ]) {
      assert.equal(terminalText(code, 'sh').kind, 'script', code);
    }
  });

  it('finds nothing where there is nothing to run', () => {
    for (const code of ['', '\n\n', '# only words\n', '$ \n']) {
      assert.equal(terminalText(code, 'sh').kind, 'nothing', JSON.stringify(code));
    }
  });

  it('takes no more than a terminal does', () => {
    assert.equal(terminalText('x'.repeat(4_001), 'sh').kind, 'script');
    assert.equal(joinedOf(terminalText(`${'x'.repeat(3_000)}\n${'y'.repeat(3_000)}`, 'sh')), undefined);
  });

  it(`puts nothing at the prompt that could run it`, () => {
    const piece = fc.constantFrom(
      'rm',
      ' ',
      '\n',
      '\r',
      '\r\n',
      '\u2028',
      '\u0085',
      '\u001b[201~',
      '\u0003',
      '\t',
      '\\',
      '`',
      '^',
      '$ ',
      '#',
      ';',
      '&',
      '"',
      '\ud800',
      'é',
      '\0',
      '\v',
      '\f',
    );
    const code = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(code, fc.constantFrom('sh', 'powershell', 'bat', ''), (text, language) => {
        for (const line of linesOf(terminalText(text, language))) {
          assert.doesNotMatch(line, /[^\P{Cc}\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        }
      }),
      { numRuns: budget(10_000) },
    );
  });
});

function joinedOf(read: TerminalText): string | undefined {
  return read.kind === 'commands' ? read.joined : undefined;
}

function linesOf(read: TerminalText): readonly string[] {
  if (read.kind === 'command') return [read.text];
  return read.kind === 'commands' ? [...read.lines, ...(read.joined === undefined ? [] : [read.joined])] : [];
}
