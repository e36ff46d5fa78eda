import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type TerminalText, terminalText } from '../../../../src/host/edit/terminalText';
import { budget } from '../../../budget';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

describe('reading shell code for the prompt of a terminal', () => {
  const commands: readonly (readonly [name: string, code: string, language: string, text: string])[] = [
    ['a command without its line break', 'npm ci\n', 'bash', 'npm ci'],
    ['no line break of any kind', '\r\nnpm ci\r\n\u2028\u0085', 'bash', 'npm ci'],
    ['a command without the prompt before it', '$ npm ci\n', 'console', 'npm ci'],
    ['what was typed, not what was printed', '$ npm ci\nadded 12 packages\n', 'console', 'npm ci'],
    ['a command without comments around it', '# install\nnpm ci\n\n# done\n', 'sh', 'npm ci'],
    ['a command over several lines', 'docker run \\\n  --rm \\\n  alpine\n', 'sh', 'docker run   --rm   alpine'],
    ['a back-slash that is meant', 'echo a\\\\\n', 'sh', 'echo a\\\\'],
    ['a command over several lines of PowerShell', 'Get-Item `\n  -Path a\n', 'powershell', 'Get-Item   -Path a'],
    ['a command over several lines of a batch file', 'rem copy\ncopy a ^\n  b\n', 'bat', 'copy a   b'],
    ['a block on one line', 'for f in *; do echo $f; done\n', 'sh', 'for f in *; do echo $f; done'],
    ['no tab, which would complete', 'grep\t-r\tx\n', 'sh', 'grep -r x'],
    [
      'nothing that does not print',
      'echo \u001b[2Ja\u0003\u007fb\u009b\u202ec\u{E0041}\u200bd\n',
      'sh',
      'echo [2Jabcd',
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
    for (const code of ['', '\n\n', '# only words\n', '\u200b\n', '$ \n']) {
      assert.equal(terminalText(code, 'sh').kind, 'nothing', JSON.stringify(code));
    }
  });

  it('takes no more than a terminal does', () => {
    assert.equal(terminalText('x'.repeat(4_001), 'sh').kind, 'script');
    assert.equal(joinedOf(terminalText(`${'x'.repeat(3_000)}\n${'y'.repeat(3_000)}`, 'sh')), undefined);
  });

  it(`puts nothing at the prompt that could run it (seed ${seed})`, () => {
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
          assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        }
      }),
      { seed, numRuns: budget(10_000) },
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
