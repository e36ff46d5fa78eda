import assert from 'node:assert/strict';
import { foldersOf, PathIndex } from '../../../../src/core/context/pathIndex';

const files = [
  'README.md',
  'src/host/panel/panelHandle.ts',
  'src/host/panel/panelHtml.ts',
  'src/host/edit/hunkPlace.ts',
  'media/panel.ts',
  'media/panel.css',
  'test/panel/code.test.ts',
];
const index = new PathIndex([...files, ...foldersOf(files)]);
const find = (typed: string, most = 20) => index.find(typed, most);

describe('the index of paths', () => {
  it('puts names that begin so first, then those that hold it, then the folders around them', () => {
    assert.deepEqual(find('panel'), [
      'test/panel/',
      'media/panel.ts',
      'media/panel.css',
      'src/host/panel/',
      'src/host/panel/panelHtml.ts',
      'src/host/panel/panelHandle.ts',
      'test/panel/code.test.ts',
    ]);
  });

  it('finds letters that stand apart, in a name before a path, whatever their case', () => {
    assert.deepEqual(find('pHtml'), ['src/host/panel/panelHtml.ts']);
    assert.deepEqual(find('hpl'), [
      'src/host/edit/hunkPlace.ts',
      'src/host/panel/',
      'src/host/panel/panelHtml.ts',
      'src/host/panel/panelHandle.ts',
    ]);
    assert.deepEqual(find('READ me'), ['README.md']);
    assert.deepEqual(find('media\\panel.c'), ['media/panel.css']);
    assert.deepEqual(new PathIndex(['srcmain.ts', 'src/main.ts']).find('src\\main', 9), ['src/main.ts']);
    assert.deepEqual(find('zzz'), []);
  });

  it('begins with all where nothing was typed, and gives no more than wanted', () => {
    assert.deepEqual(find('', 2), files.slice(0, 2));
    assert.equal(find('e', 3).length, 3);
  });

  it('puts a short path before a long one, and of the same length the one that comes first in the alphabet', () => {
    const paths = ['b/xa.ts', 'a/xa.ts', 'xa.ts', 'c/xa.ts'];
    for (const all of [paths, [...paths].reverse()]) {
      assert.deepEqual(new PathIndex(all).find('xa', 9), ['xa.ts', 'a/xa.ts', 'b/xa.ts', 'c/xa.ts']);
    }
  });

  it('fills up with worse ones until there are as many as wanted', () => {
    const paths = ['ab/x', 'x/a_b', 'x/cab', 'a/b', 'x/abc'];
    const best = ['x/abc', 'x/cab', 'ab/x', 'x/a_b', 'a/b'];

    for (let most = 0; most <= best.length; most += 1) {
      assert.deepEqual(new PathIndex(paths).find('ab', most), best.slice(0, most), `${most}`);
    }
    assert.deepEqual(new PathIndex(paths).find('ab', 9), best);
    assert.deepEqual(new PathIndex(paths).find('x/a', 2), ['x/a_b', 'x/abc']);
  });

  it('finds what begins a name also where the same letters come again in it', () => {
    assert.deepEqual(new PathIndex(['x/bab', 'x/abab']).find('ab', 9), ['x/abab', 'x/bab']);
  });

  it('takes the last part of a folder for its name', () => {
    assert.deepEqual(new PathIndex(['ab/c/', 'c/ab/']).find('ab', 9), ['c/ab/', 'ab/c/']);
  });

  it('knows the folders of files, each once', () => {
    assert.deepEqual(foldersOf(files), [
      'media/',
      'src/',
      'src/host/',
      'src/host/edit/',
      'src/host/panel/',
      'test/',
      'test/panel/',
    ]);
  });
});
