import assert from 'node:assert/strict';
import { isSameLanguage, readPath, testedBy, testGlob } from '../../../../../src/core/editing/tests/testNames';

describe('a path', () => {
  for (const [path, folder, stem, extension] of [
    ['src/x/a.test.ts', ['src', 'x'], 'a.test', 'ts'],
    ['a.ts', [], 'a', 'ts'],
    ['src/Makefile', ['src'], 'Makefile', ''],
    ['src/.env', ['src'], '.env', ''],
    ['src.d/a', ['src.d'], 'a', ''],
    ['a.', [], 'a', ''],
    ['', [], '', ''],
  ] as const) {
    it(`is taken apart: ${path || 'an empty one'}`, () =>
      assert.deepEqual(readPath(path), { folder, stem, extension }));
  }
});

describe('the name of a test', () => {
  for (const [stem, tested, prefix, suffix] of [
    ['bed.test', 'bed', '', '.test'],
    ['bed.spec', 'bed', '', '.spec'],
    ['bed_test', 'bed', '', '_test'],
    ['bed_spec', 'bed', '', '_spec'],
    ['bed-test', 'bed', '', '-test'],
    ['test_bed', 'bed', 'test_', ''],
    ['BedTests', 'Bed', '', 'Tests'],
    ['BedTest', 'Bed', '', 'Test'],
    ['BedSpec', 'Bed', '', 'Spec'],
    ['b_test', 'b', '', '_test'],
  ] as const) {
    it(`says what is tested: ${stem}`, () => {
      assert.deepEqual(testedBy(stem), { stem: tested, name: { prefix, suffix } });
    });
  }

  it('has something before or behind the word', () => {
    for (const stem of ['.test', 'test_', 'Test', 'Tests', '_spec', 'latest', 'testBed', 'bed.tests', 'bed', '']) {
      assert.equal(testedBy(stem), undefined, stem);
    }
  });

  it('is looked for by one glob', () => {
    assert.equal(testGlob, '**/{*.test.*,*.spec.*,*_test.*,*_spec.*,*-test.*,test_*.*,*Tests.*,*Test.*,*Spec.*}');
  });
});

describe('the language of a test', () => {
  it('is that of its file, and all scripts are one', () => {
    for (const extension of ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs']) {
      assert.ok(isSameLanguage(extension, 'ts') && isSameLanguage('js', extension), extension);
      assert.ok(!isSameLanguage(extension, 'py') && !isSameLanguage('py', extension), extension);
    }
    assert.ok(isSameLanguage('py', 'py'));
    assert.ok(!isSameLanguage('java', 'kt'));
  });
});
