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
    assert.deepEqual(find('zzz'), []);
  });

  it('begins with all where nothing was typed, and gives no more than wanted', () => {
    assert.deepEqual(find('', 2), files.slice(0, 2));
    assert.equal(find('e', 3).length, 3);
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
