import assert from 'node:assert/strict';
import { projectFiles, testFramework } from '../../../../../src/core/editing/tests/testFramework';
import { testPlace } from '../../../../../src/core/editing/tests/testPlace';

describe('what the tests of a project are written with', () => {
  const node = (manifest: object, extension = 'ts') =>
    testFramework([{ name: 'package.json', text: JSON.stringify(manifest) }], extension);

  for (const [name, text, extension, expected] of [
    ['setup.cfg', '[tool:pytest]', 'py', 'pytest'],
    ['tox.ini', 'deps =\n  pytest-cov', 'pyi', 'pytest'],
    ['requirements-dev.txt', 'a\npytest>=8', 'py', 'pytest'],
    ['requirements.txt', 'a-pytest', 'py', undefined],
    ['requirements.txt', 'pytests', 'py', undefined],
    ['pyproject.toml', 'name = "a"', 'py', undefined],
    ['pyproject.toml', 'pytest', 'ts', undefined],
    ['Cargo.toml', '[workspace]\n', 'rs', 'Rust’s built-in tests'],
    ['Cargo.toml', '[dependencies]\n', 'rs', undefined],
    ['pom.xml', '<artifactId>testng</artifactId>', 'kt', 'TestNG'],
    ['pom.xml', '<artifactId>junit</artifactId>', 'java', 'JUnit 4'],
    ['build.gradle', 'useJUnitPlatform()', 'groovy', 'JUnit 5'],
    ['build.gradle.kts', 'junit-jupiter', 'kt', 'JUnit 5'],
    ['build.gradle.kts', 'junit-jupiter', 'groovy', undefined],
    ['Gemfile', "gem 'minitest'", 'rb', 'Minitest'],
    ['composer.json', '"phpunit/phpunit"', 'php', 'PHPUnit'],
    ['composer.json', '"pestphp/pest", "phpunit/phpunit"', 'php', 'Pest'],
    ['pubspec.yaml', 'dev_dependencies:\n  test: any', 'dart', 'package:test'],
    ['pubspec.yaml', '  flutter_test:\n  test: any', 'dart', 'flutter_test'],
    ['go.mod', 'module a', 'rs', undefined],
    ['unknown.txt', 'pytest', 'py', undefined],
  ] as const) {
    it(`is ${expected ?? 'not told'} for .${extension} by ${name}: ${JSON.stringify(text)}`, () => {
      assert.equal(testFramework([{ name, text }], extension), expected);
    });
  }

  it('is the first of those that a manifest names, in either list', () => {
    assert.equal(node({ dependencies: { mocha: '1' }, devDependencies: { ava: '1' } }), 'mocha');
    assert.equal(node({ dependencies: { ava: '1' } }), 'ava');
    assert.equal(
      node({ devDependencies: { '@playwright/test': '1' }, scripts: { test: 'node --test' } }),
      '@playwright/test',
    );
    assert.equal(node({ devDependencies: { 'mocha-x': '1' } }), undefined);
    for (const extension of ['ts', 'tsx', 'mts', 'cjs', 'jsx'])
      assert.equal(node({ dependencies: { tap: '1' } }, extension), 'tap');
    for (const extension of ['json', 'css', 'ats', 'tsxx'])
      assert.equal(node({ dependencies: { tap: '1' } }, extension), undefined);
  });

  it('is Node’s own runner where the script of the tests says so', () => {
    assert.equal(node({ scripts: { test: 'node --test' } }), 'node:test');
    assert.equal(node({ scripts: { test: 'node --tests' } }), undefined);
    assert.equal(node({ scripts: { test: 'deno --test' } }), undefined);
    assert.equal(node({ scripts: { check: 'node --test' } }), undefined);
    assert.equal(node({ scripts: 'node --test' }), undefined);
    assert.equal(testFramework([{ name: 'package.json', text: '[]' }], 'ts'), undefined);
  });

  it('is looked for in files of all languages, once each', () => {
    assert.equal(new Set(projectFiles).size, projectFiles.length);
    assert.equal(testFramework([], 'ts'), undefined);
  });
});

describe('the place of new tests', () => {
  for (const [name, source, tests, expected] of [
    [
      'most tests there have such a name',
      'src/a.ts',
      ['src/b.spec.ts', 'src/c.test.ts', 'src/d.test.ts'],
      'src/a.test.ts',
    ],
    ['of as many the nearest', 'src/a.ts', ['src/b.spec.ts', 'src/c.test.ts'], 'src/a.spec.ts'],
    [
      'names elsewhere count for nothing',
      'src/x/a.ts',
      ['src/x/b.spec.ts', 'src/c.test.ts', 'd.test.ts'],
      'src/x/a.spec.ts',
    ],
    ['beside the source before elsewhere', 'src/x/a.ts', ['test/x/b.test.ts', 'src/x/c.spec.ts'], 'src/x/a.spec.ts'],
    [
      'in the folder that has more in common',
      'src/x/y/a.ts',
      ['test/x/b.test.ts', 'spec/x/y/c.spec.ts'],
      'spec/x/y/a.spec.ts',
    ],
    [
      'in the folder that has less of its own',
      'src/x/a.ts',
      ['test/x/v/w/b.test.ts', 'spec/x/v/c.spec.ts'],
      'spec/x/a.spec.ts',
    ],
    ['in folders of tests, whatever the case', 'lib/x/a.rb', ['Spec/y/b_spec.rb'], 'Spec/x/a_spec.rb'],
    [
      'with the folder of the sources where the tests have it',
      'app/x/a.ts',
      ['test/app/y/b.test.ts'],
      'test/app/x/a.test.ts',
    ],
    [
      'without the folder of the sources where the tests have none',
      'app/x/a.ts',
      ['test/y/b.test.ts'],
      'test/x/a.test.ts',
    ],
    ['in the one folder of its package', 'one/src/x/a.ts', ['one/test/b.test.ts'], 'one/test/a.test.ts'],
    ['after the tests of another package', 'two/src/x/a.ts', ['one/test/x/b.test.ts'], 'one/test/two/src/x/a.test.ts'],
    ['of the inner folder of tests', 'src/x/a.ts', ['tests/unit/y/b.test.ts'], 'tests/unit/x/a.test.ts'],
    ['in a folder beside each source', 'src/a.js', ['src/x/__tests__/b.test.js'], 'src/__tests__/a.test.js'],
    ['with the prefix of the others', 'a.py', ['test_b.py'], 'test_a.py'],
    ['tests of Java', 'src/main/java/x/A.java', [], 'src/test/java/x/ATest.java'],
    ['tests of Kotlin', 'app/src/main/A.kt', [], 'app/src/test/ATest.kt'],
    ['tests of Python', 'x/y/a.py', [], 'tests/test_a.py'],
    ['tests of Dart', 'lib/x/a.dart', [], 'test/a_test.dart'],
    ['tests of Go', 'x/y/a.go', [], 'x/y/a_test.go'],
    ['tests of JavaScript', 'x/a.jsx', [], 'x/a.test.jsx'],
    ['an unknown language', 'x/a.zig', ['x/b.test.ts'], undefined],
    ['tests of Rust elsewhere', 'src/a.rs', ['tests/b_test.rs'], 'tests/a_test.rs'],
  ] as const) {
    it(`is found: ${name}`, () => assert.equal(testPlace(source, tests)?.path, expected));
  }

  it('is the source itself in Rust, as if it had tests', () => {
    assert.deepEqual(testPlace('src/a.rs', []), { path: 'src/a.rs', found: 'existing' });
  });

  it('is the test of the file itself, the nearest of several', () => {
    const tests = ['test/y/a.test.ts', 'test/x/a.test.ts', 'src/x/b.test.ts', 'test/x/a.test.py'];
    assert.deepEqual(testPlace('src/x/a.ts', tests), { path: 'test/x/a.test.ts', found: 'existing' });
    assert.equal(testPlace('src/x/a.ts', ['test/x/a.test.ts', 'src/x/a.spec.ts'])?.path, 'src/x/a.spec.ts');
  });
});
