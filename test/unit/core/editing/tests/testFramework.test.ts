import assert from 'node:assert/strict';
import { testFramework } from '../../../../../src/core/editing/tests/testFramework';

describe('testFramework', () => {
  for (const [name, text, extension, expected] of [
    ['package.json', '{"devDependencies":{"mocha":"11"}}', 'ts', 'mocha'],
    ['package.json', '{"dependencies":{"jest":"1"},"devDependencies":{"vitest":"3"}}', 'tsx', 'vitest'],
    ['package.json', '{"devDependencies":{"@jest/globals":"30"}}', 'js', 'jest'],
    ['package.json', '{"scripts":{"test":"node --enable-source-maps --test"}}', 'mjs', 'node:test'],
    ['package.json', '{"name":"jest"}', 'ts', undefined],
    ['package.json', '{ no JSON', 'ts', undefined],
    ['package.json', '{"devDependencies":{"mocha":"11"}}', 'py', undefined],
    ['pyproject.toml', '[tool.pytest.ini_options]\n', 'py', 'pytest'],
    ['pyproject.toml', '[tool.pytest.ini_options]\n', 'pyi', 'pytest'],
    ['pyproject.toml', '[tool.pytest.ini_options]\n', 'pyx', undefined],
    ['pyproject.toml', '[tool.pytest.ini_options]\n', 'spy', undefined],
    ['requirements.txt', 'requests\npytest==8\n', 'py', 'pytest'],
    ['go.mod', 'module x\n', 'go', 'Go’s testing package'],
    ['go.mod', 'module x\nrequire github.com/stretchr/testify v1\n', 'go', 'Go’s testing package with testify'],
    ['Cargo.toml', '[package]\nname = "x"\n', 'rs', 'Rust’s built-in tests'],
    ['pom.xml', '<artifactId>junit-jupiter</artifactId>', 'java', 'JUnit 5'],
    ['Gemfile', 'gem "rspec"\n', 'rb', 'RSpec'],
  ] as const) {
    it(`reads ${expected ?? 'nothing'} for .${extension} from ${name}: ${text.slice(0, 40)}`, () => {
      assert.equal(testFramework([{ name, text }], extension), expected);
    });
  }

  it('goes by the first file that says something', () => {
    const files = [
      { name: 'package.json', text: '{"devDependencies":{}}' },
      { name: 'setup.cfg', text: '' },
      { name: 'tox.ini', text: 'deps = pytest' },
    ];
    assert.equal(testFramework(files, 'py'), 'pytest');
  });
});
