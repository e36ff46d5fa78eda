import assert from 'node:assert/strict';
import { isRefusal, readRepositoryUrl, repositoryFolder } from '../../../../src/core/chat/sandboxRepository';

describe('the address of a Git repository for a sandbox', () => {
  it('is taken where Google can fetch it, in one form', () => {
    assert.equal(
      readRepositoryUrl(' https://github.com/octocat/Spoon-Knife/ '),
      'https://github.com/octocat/Spoon-Knife',
    );
    assert.equal(readRepositoryUrl('https://gitlab.com/a/b/c.git'), 'https://gitlab.com/a/b/c.git');
    for (const address of [
      'https://git.internal.example.com/a/b',
      'https://github.com/a/b.',
      'https://github.com/a/b..c',
    ]) {
      assert.equal(readRepositoryUrl(address), address);
    }
    assert.equal(isRefusal('https://github.com/a/b'), false);
  });

  it('is refused with what is wrong with it', () => {
    const refused = {
      notHttps: ['http://github.com/a/b', 'ssh://github.com/a/b', 'git://github.com/a/b', 'file:///home/a/b'],
      credentials: [
        'https://token@github.com/a/b',
        'https://ada:pw@github.com/a/b',
        'http://ada:pw@github.com/a/b',
        'https://github.com/a/b?token=x',
        'ssh://git@github.com/a/b',
      ],
      form: [
        ...[
          '',
          'a/b',
          'git@github.com:a/b.git',
          'https://github.com',
          'https://github.com/a',
          'https://github.com/a/b#main',
        ],
        ...['https://localhost/a/b', 'https://127.0.0.1/a/b', 'https://[::1]/a/b', 'https://git.internal/a/b'],
        ...[
          'https://github.com:8443/a/b',
          'https://github.com/a/../../b/..',
          'https://github.com/a//b',
          'https://gïthub.com/a/b',
        ],
        ...['https://a_b.example.com/a/b', 'https://git.a_b.example.com/a/b', 'https://git.internal./a/b'],
        ...[
          'https://github.com/a/...',
          'https://github.com/a/.b',
          'https://github.com/a/b%00',
          'https://github.com/a/b\nc',
          `https://github.com/a/${'b'.repeat(500)}`,
        ],
      ],
    };
    for (const [reason, addresses] of Object.entries(refused)) {
      for (const address of addresses) assert.equal(readRepositoryUrl(address), reason, address);
    }
  });

  it('has its name as its folder, beside the files', () => {
    assert.equal(repositoryFolder('https://github.com/a/tools.git', ['src/a.py']), 'tools');
    assert.equal(repositoryFolder('https://github.com/a/tools', ['Tools/a.py', 'tools-2']), 'tools-3');
  });
});
