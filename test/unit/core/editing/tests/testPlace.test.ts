import assert from 'node:assert/strict';
import { testPlace } from '../../../../../src/core/editing/tests/testPlace';

describe('testPlace', () => {
  for (const [name, source, tests, expected] of [
    ['tests that are there', 'src/a.ts', ['src/b.test.ts', 'test/a.test.ts'], 'test/a.test.ts'],
    [
      'of two with the same name the one in the same place',
      'src/host/log/log.ts',
      ['test/unit/core/log/log.test.ts', 'test/unit/host/log/log.test.ts'],
      'test/unit/host/log/log.test.ts',
    ],
    [
      'of two with the same name the one in the same place, if that is the first',
      'src/host/log/log.ts',
      ['test/unit/host/log/log.test.ts', 'test/unit/core/log/log.test.ts'],
      'test/unit/host/log/log.test.ts',
    ],
    ['beside', 'src/x/a.ts', ['src/b.spec.ts'], 'src/x/a.spec.ts'],
    ['beside, with the ending of the source', 'src/x/a.tsx', ['src/x/b.test.ts'], 'src/x/a.test.tsx'],
    ['a folder in each folder', 'src/x/a.js', ['src/y/__tests__/b.test.js'], 'src/x/__tests__/a.test.js'],
    ['one folder for all', 'lib/x/a.py', ['tests/test_b.py', 'tests/test_c.py'], 'tests/test_a.py'],
    [
      'folders as the sources have them',
      'src/core/editing/ask/a.ts',
      ['test/unit/core/editing/b.test.ts', 'test/panel/c.test.ts'],
      'test/unit/core/editing/ask/a.test.ts',
    ],
    ['folders with src in them', 'src/x/a.ts', ['tests/src/y/b.test.ts'], 'tests/src/x/a.test.ts'],
    [
      'a package of several',
      'packages/one/src/x/a.ts',
      ['packages/two/src/b.test.ts', 'packages/one/test/x/b.test.ts'],
      'packages/one/test/x/a.test.ts',
    ],
    [
      'Java',
      'src/main/java/org/x/Bed.java',
      ['src/test/java/org/x/GardenTest.java'],
      'src/test/java/org/x/BedTest.java',
    ],
    ['Go', 'x/a.go', ['y/b_test.go'], 'x/a_test.go'],
    ['none in this language', 'src/a.py', ['src/b.test.ts'], 'tests/test_a.py'],
    ['none at all, Go', 'x/a.go', [], 'x/a_test.go'],
    ['none at all, Rust', 'src/a.rs', [], 'src/a.rs'],
    ['none at all, TypeScript', 'a.ts', [], 'a.test.ts'],
    ['none at all, a language without a place', 'a.sql', [], undefined],
  ] as const) {
    it(`finds: ${name}`, () => assert.equal(testPlace(source, tests)?.path, expected));
  }

  it('says how it was found, and shows a test of the neighbours', () => {
    assert.deepEqual(testPlace('src/a.ts', ['test/a.test.ts']), { path: 'test/a.test.ts', found: 'existing' });
    assert.deepEqual(testPlace('src/x/a.ts', ['src/x/b.test.ts', 'src/y/c.test.ts']), {
      path: 'src/x/a.test.ts',
      found: 'habit',
      sample: 'src/x/b.test.ts',
    });
    assert.equal(testPlace('a.ts', [])?.found, 'usual');
    assert.equal(testPlace('a.sql', []), undefined);
    const deep = 'test/x/y/1/2/3/4/5/6/7/c.test.ts';
    assert.equal(testPlace('src/x/y/a.ts', ['test/x/b.test.ts', deep])?.sample, deep, 'more folders agree');
  });

  it('takes no file that only ends like a test', () => {
    assert.equal(testPlace('src/a.ts', ['src/.test.ts', 'src/latest.ts'])?.found, 'usual');
  });
});
