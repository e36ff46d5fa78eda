import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import manifest from '../../package.json';

const security = readFileSync('SECURITY.md', 'utf8');

describe('SECURITY.md', () => {
  it('names tests that are there', () => {
    const named = [...security.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);

    assert.ok(named.length >= 10);
    assert.deepEqual(
      named.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('leads to the repository that package.json names', () => {
    const repository = manifest.repository.url.replace(/\.git$/, '');

    assert.ok(security.includes(`${repository}/security/advisories/new`));
    assert.ok(
      readFileSync('.github/ISSUE_TEMPLATE/config.yml', 'utf8').includes(`${repository}/security/advisories/new`),
    );
  });
});
