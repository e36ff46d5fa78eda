import assert from 'node:assert/strict';
import { researchableLine } from '../../../../src/core/research/researchableLine';

describe('a line that can be researched', () => {
  it('names a dependency and its version', () => {
    const lines = [
      ['package.json', '    "left-pad": "^1.3.0",', 'left-pad ^1.3.0'],
      ['requirements.txt', 'requests==2.31.0', 'requests ==2.31.0'],
      ['Cargo.toml', 'serde = { version = "1.0", features = ["derive"] }', 'serde 1.0'],
      ['go.mod', '\tgithub.com/gin-gonic/gin v1.9.1', 'github.com/gin-gonic/gin v1.9.1'],
      ['pyproject.toml', '  "httpx>=0.27",', 'httpx >=0.27'],
    ] as const;
    for (const [file, line, text] of lines) {
      assert.deepEqual(researchableLine(line, file), { kind: 'dependency', text }, line);
    }
  });

  it('holds a note to do, or the error of a stack trace', () => {
    assert.deepEqual(researchableLine('  /* TODO: cache the answer */', 'a.ts'), {
      kind: 'todo',
      text: 'cache the answer',
    });
    assert.deepEqual(researchableLine('java.lang.NullPointerException: x is null', 'log.txt'), {
      kind: 'trace',
      text: 'java.lang.NullPointerException: x is null',
    });
  });

  it('is none of ordinary code', () => {
    for (const line of [
      'const a = 1;',
      '"name": "x"',
      'throw new TypeError(message);',
      '',
      `TODO ${'x'.repeat(600)}`,
    ]) {
      assert.equal(researchableLine(line, 'a.ts'), undefined, line);
    }
    assert.equal(researchableLine('  "version": "1.0.0",', 'package.json'), undefined);
  });
});
