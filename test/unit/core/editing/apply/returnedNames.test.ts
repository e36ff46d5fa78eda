import assert from 'node:assert/strict';
import { returnedPath } from '../../../../../src/core/editing/apply/returnedPath';

describe('the name of a file that a sandbox returns', () => {
  const told = (path: string) => {
    const result = returnedPath(path);
    return 'refusal' in result ? result.refusal : result.path;
  };

  it('has up to 255 characters, in a path of up to 1,024', () => {
    assert.equal(told('x'.repeat(255)), 'x'.repeat(255));
    assert.equal(told(`${'x'.repeat(256)}/a`), 'unsafe');
    const long = `${'abc/'.repeat(255)}abcd`;
    assert.equal(told(long), long);
    assert.equal(told(`/workspace/${long}`), long);
    assert.equal(told(`${long}e`), 'unsafe');
  });

  it('may look a little like what is refused', () => {
    for (const path of [
      ...['workspace.ts', 'src/workspace/a.ts', 'console.ts', 'com.ts', 'com10', 'nulls', 'a/auxiliary.ts', 'icon'],
      ...['100%', 'a%2', 'a%20b', 'a~b', 'a. b', 'a .b', '...a', '-a', 'ﬁ.ts', 'x²'],
      ...['.env/a', 'package.json/a', 'makefile/b', 'a.lnk/b', 'a.csproj.ts', 'my.env', 'git/a', 'node_modules.ts'],
    ]) {
      assert.equal(told(path), path);
    }
  });

  it('is refused in any case, in each folder on the way', () => {
    for (const path of [
      'a/NUL/b',
      'Aux.txt',
      'com1',
      'LPT9.log',
      'a%2E',
      'x%00',
      'a/~b',
      'a/ b',
      'a./b',
      'b~1',
      'b~1x',
    ]) {
      assert.equal(told(path), 'unsafe', path);
    }
    for (const path of ['a/Node_Modules/b', 'node_modules', '.SSH/id', 'a/.kube', 'A.LNK', 'a.Desktop', 'a/.ENVoy']) {
      assert.equal(told(path), 'protected', path);
    }
  });
});
