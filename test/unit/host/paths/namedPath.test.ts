import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { pathBelow, pathInNamedFolder, readNamedPath } from '../../../../src/host/paths/namedPath';
import { budget } from '../../../budget';
import { cpuTimeOf } from '../../../cpuTime';

const root = { name: 'shop', path: '/home/me/shop' };
const windowsRoot = { name: 'shop', path: '/c:/Users/me/shop' };

describe('reading the name of a file', () => {
  const cases: readonly (readonly [text: string, expected: ReturnType<typeof readNamedPath>])[] = [
    ['src/a.ts', { path: 'src/a.ts' }],
    ['./src/a.ts', { path: 'src/a.ts' }],
    ['src\\host\\a.ts', { path: 'src/host/a.ts' }],
    ['Makefile', { path: 'Makefile' }],
    ['src/a.ts:12', { path: 'src/a.ts', line: 12 }],
    ['src/a.ts:12:', { path: 'src/a.ts', line: 12 }],
    ['src/a.ts:12:5', { path: 'src/a.ts', line: 12, column: 5 }],
    ['src/a.ts:12-20', { path: 'src/a.ts', line: 12, endLine: 20 }],
    ['src/a.ts#L12', { path: 'src/a.ts', line: 12 }],
    ['src/a.ts#L12-L20', { path: 'src/a.ts', line: 12, endLine: 20 }],
    ['src/a.ts#L12C3-L20C1', { path: 'src/a.ts', line: 12, column: 3, endLine: 20 }],
    ['src/a.ts(12,5)', { path: 'src/a.ts', line: 12, column: 5 }],
    ['a.ts line 12', { path: 'a.ts', line: 12 }],
    ['a.ts, lines 12–20', { path: 'a.ts', line: 12, endLine: 20 }],
    ['C:\\Users\\me\\shop\\a.ts:7', { path: 'C:/Users/me/shop/a.ts', line: 7 }],
    [' a b.ts ', { path: 'a b.ts' }],
    ['v1.2', { path: 'v1.2' }],
    // A file on Windows may have a stream behind a colon, which no answer means.
    ['', undefined],
    ['src/', undefined],
    ['https://example.com/a.ts', undefined],
    ['file:///etc/passwd', undefined],
    ['vscode:settings', undefined],
    ['*.ts', undefined],
    ['<T>', undefined],
    ['a\u202Est.ts', undefined],
    ['a\0.ts', undefined],
    ['a\nb.ts', undefined],
    ['a'.repeat(401), undefined],
  ];
  for (const [text, expected] of cases) {
    it(`takes ${JSON.stringify(text.slice(0, 40))} for ${JSON.stringify(expected) ?? 'nothing'}`, () =>
      assert.deepEqual(readNamedPath(text), expected));
  }

  it('counts lines from 1', () => {
    assert.equal(readNamedPath('a.ts:0')?.line, undefined);
    assert.deepEqual(readNamedPath('a.ts:3:0'), { path: 'a.ts', line: 3 });
  });

  it('is quick with names made to be slow', () => {
    const took = cpuTimeOf(() => {
      for (const piece of [':1', '#L1', '-1', ' line', '(1', './', 'a:', ',']) readNamedPath(piece.repeat(199));
    });
    assert.ok(took < 1_000);
  });
});

describe('following a path into a folder', () => {
  it('goes below the root and keeps what is below it', () => {
    assert.equal(pathBelow(root, 'src/a.ts'), 'src/a.ts');
    assert.equal(pathBelow(root, '.env/x'), '.env/x');
    assert.equal(pathBelow(root, '..a/b..'), '..a/b..');
    assert.equal(pathBelow(root, '/home/me/shop/src/a.ts'), 'src/a.ts');
    assert.equal(pathBelow(windowsRoot, 'C:/Users/ME/shop/src/a.ts'), 'src/a.ts');
    assert.equal(pathInNamedFolder(root, 'shop/src/a.ts'), 'src/a.ts');
  });

  it('goes nowhere else', () => {
    for (const path of [
      '',
      '.',
      '..',
      '../a.ts',
      'src/../../a.ts',
      'src/../a.ts',
      'src/./a.ts',
      '.. /a.ts',
      '.../a.ts',
      'src//a.ts',
      '/etc/passwd',
      '/home/me/shop',
      '/home/me/shop/',
      '/home/me/shop-evil/a.ts',
      '/home/me/SHOP/a.ts',
      '/home/me/shop/../a.ts',
      '//server/share/a.ts',
      '~/a.ts',
      'C:/Windows/win.ini',
      'c:a.ts',
      'a.ts::$DATA',
    ]) {
      assert.equal(pathBelow(root, path), undefined, path);
      assert.equal(pathInNamedFolder(root, `shop/${path}`), undefined, `shop/${path}`);
    }
    assert.equal(pathInNamedFolder(root, 'shop-evil/a.ts'), undefined);
  });

  it(`never leaves the root, whatever it is given`, () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '...',
      '.. ',
      'a',
      'shop',
      'home',
      'me',
      '~',
      'c:',
      'C:',
      '',
      ' ',
      '%2e%2e',
      'a:b',
    );
    const path = fc
      .tuple(
        fc.constantFrom('', '/', '//', '\\\\', './', 'C:\\', '/home/me/shop/'),
        fc.array(part),
        fc.constantFrom('/', '\\'),
      )
      .map(([start, parts, separator]) => start + parts.join(separator));
    fc.assert(
      fc.property(fc.oneof(path, fc.string()), (text) => {
        const named = readNamedPath(text);
        if (!named) return;
        for (const below of [pathBelow(root, named.path), pathInNamedFolder(root, named.path)]) {
          if (below === undefined) continue;
          assert.ok(posix.normalize(`${root.path}/${below}`).startsWith(`${root.path}/`), below);
          // Windows reads the same letters in its own way.
          assert.ok(win32.resolve('C:\\shop', below).startsWith('C:\\shop\\'), below);
        }
      }),
      { numRuns: budget(10_000) },
    );
  });
});
