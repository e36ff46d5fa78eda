import assert from 'node:assert/strict';
import { returnedPath } from '../../../../src/core/editing/apply/returnedPath';

/** What a hostile sandbox may call its files. */
const unsafe = [
  ...['', '/', '.', '..', '/workspace/', 'workspace/', '../a', '../../etc/passwd', 'a/../../b', 'a/..', './a', 'a/./b'],
  ...[
    '/etc/passwd',
    '//host/share/a',
    '/workspace/../a',
    '/workspace//a',
    'a//b',
    'a/',
    '/workspace/a/',
    '~/a',
    '~root/a',
  ],
  ...['..\\a', 'a\\..\\b', '\\\\host\\share', 'C:\\a', 'C:a', 'c:/a', 'file:///etc/passwd', 'a:stream', 'a.ts::$DATA'],
  ...[
    'a\0.ts',
    'a\n.ts',
    'a\r.ts',
    'a\u2028.ts',
    'a\u202Ets.exe',
    'a\u200B.ts',
    '\uFEFFa',
    'a\u00ADb',
    'a\uFE0F',
    'a\u{E0041}',
  ],
  ...[
    'a.',
    'a ',
    '.. /a',
    '... /a',
    ' a',
    'CON',
    'nul.txt',
    'src/COM1.ts',
    'GIT~1/config',
    'a|b',
    'a*',
    'a?',
    'a"b',
    'a<b>',
  ],
  ...[
    '%2e%2e/a',
    'a%2Fb',
    'a%5c..',
    '\u2024\u2024/a',
    '\uFF0E\uFF0E/a',
    'a\uFF0F..\uFF0Fb',
    'a\uFE55b',
    'a\u2048',
    'a\uD800',
    'e\u0301.ts',
  ],
  ...['x'.repeat(256), `${'a/'.repeat(600)}b`],
];
const guarded = [
  ...['.vscode/settings.json', '.VSCODE/tasks.json', 'a/.vscode/launch.json', '.git/config', '.GIT/hooks/pre-commit'],
  ...['.github/workflows/a.yml', 'x.code-workspace', '.devcontainer/a', 'devcontainer.json', 'mcp.json', 'a/.mcp.json'],
  ...[
    '.gemini/settings.json',
    '.cursor/mcp.json',
    '.claude/a',
    'AGENTS.md',
    'docs/gemini.md',
    '.env',
    '.env.local',
    '.ENV',
  ],
  ...[
    '.npmrc',
    '.husky/pre-commit',
    'package.json',
    'a/package.json',
    'Makefile',
    'a.csproj',
    'node_modules/a/index.js',
  ],
  ...['/workspace/.vscode/settings.json', '.gitmodules', '.envrc'],
];

describe('the path of a file that a sandbox returns', () => {
  it(`is refused in ${unsafe.length} ways that lead elsewhere or look like something else`, () => {
    assert.ok(unsafe.length >= 60);
    const taken = unsafe.filter((path) => JSON.stringify(returnedPath(path)) !== '{"refusal":"unsafe"}');
    assert.deepEqual(taken, []);
  });

  it('is refused where it makes something run, tells agents what to do, or holds secrets', () => {
    const taken = guarded.filter((path) => JSON.stringify(returnedPath(path)) !== '{"refusal":"protected"}');
    assert.deepEqual(taken, []);
  });

  it('is taken as it is below the root of the sandbox or of the workspace', () => {
    const fine = [
      'a.ts',
      'src/a b.ts',
      'src/ä/日本語.md',
      '.gitignore',
      '.eslintrc.json',
      'a..b/c',
      'environment.ts',
      'a-~b',
    ];
    for (const path of fine) {
      assert.deepEqual(returnedPath(path), { path });
      assert.deepEqual(returnedPath(`/workspace/${path}`), { path });
      assert.deepEqual(returnedPath(`workspace/${path}`), { path });
    }
  });
});
