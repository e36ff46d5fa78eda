import assert from 'node:assert/strict';
import { isRefusal, readRepositoryUrl, repositoryFolder } from '../../../../src/core/chat/sandboxRepository';
import { sandboxPaths, taskInput } from '../../../../src/core/chat/sandboxSources';
import type { Attachment } from '../../../../src/core/conversation/turn';

describe('the address of a repository', () => {
  it('may have 500 characters, a dash, a dot and more folders, and ends in no stroke', () => {
    const long = `https://github.com/a/${'b'.repeat(479)}`;
    assert.equal(readRepositoryUrl(long), long);
    assert.equal(readRepositoryUrl(`${long}c`), 'form');
    assert.equal(
      readRepositoryUrl('https://git.my-host.example/a/b_c.d+e~f-g/h//'),
      'https://git.my-host.example/a/b_c.d+e~f-g/h',
    );
  });

  it('has a host that others know, and names that begin with a letter, a digit or an underscore', () => {
    for (const host of ['host', 'a.local', 'a.LOCALHOST', 'a.internal', '10.0.0.1', 'a.b1']) {
      assert.equal(readRepositoryUrl(`https://${host}/a/b`), 'form', host);
    }
    for (const name of ['-b', '.b', '~b', 'b%20c', 'b@c', '...']) {
      assert.equal(readRepositoryUrl(`https://e.example/a/${name}`), 'form', name);
    }
    assert.equal(readRepositoryUrl('https://local.example/_a/1'), 'https://local.example/_a/1');
  });

  it('is told for what it was refused: a secret first', () => {
    assert.deepEqual(['notHttps', 'credentials', 'form', 'https://e.example/a/b'].map(isRefusal), [
      true,
      true,
      true,
      false,
    ]);
    assert.equal(readRepositoryUrl('ssh://:pw@e.example/a'), 'credentials');
    assert.equal(readRepositoryUrl('http://e.example/a?b'), 'credentials');
    assert.equal(readRepositoryUrl('http://host/a'), 'notHttps');
    assert.equal(readRepositoryUrl('https://e.example/a b/c'), 'form');
  });
});

describe('the folder of a repository', () => {
  it('is its name without the ending of Git', () => {
    assert.equal(repositoryFolder('https://e.example/a/tools.GIT', []), 'tools');
    assert.equal(repositoryFolder('https://e.example/a/tools.github', []), 'tools.github');
    assert.equal(repositoryFolder('https://e.example/a/.git', []), 'repository');
  });

  it('is a free one beside the files', () => {
    assert.equal(repositoryFolder('https://e.example/a/Tools', ['tools/a.py']), 'Tools-2');
    assert.equal(repositoryFolder('https://e.example/a/Tools', ['src/tools/a.py']), 'Tools');
    assert.equal(repositoryFolder('https://e.example/a/tools', ['tools', 'TOOLS-2/x', 'tools-3']), 'tools-4');
  });
});

describe('the path of a file in a sandbox', () => {
  it('is the path in the workspace, or the name alone of a file outside of it', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['a/./b//c.py', 'a/b/c.py'],
      ['a/..b/c.py', 'a/..b/c.py'],
      ['a/../c.py', 'c.py'],
      ['~ada/c.py', '~ada/c.py'],
      ['file:///home/ada/c.py', 'c.py'],
      ['vscode-remote:a/c.py', 'c.py'],
      ['1:a/c.py', '1:a/c.py'],
      ['a:/c.py', 'c.py'],
      ['x/a:b/c.py', 'x/a:b/c.py'],
      ['.', 'file'],
    ];
    for (const [path, inside] of cases) assert.deepEqual(sandboxPaths([path]), [inside], path);
  });

  it('is another one for each, whatever the case of its letters', () => {
    assert.deepEqual(sandboxPaths(['a/B.py', 'A/b.py', 'a/b.py']), ['a/B.py', '2/A/b.py', '3/a/b.py']);
  });
});

describe('a task of an agent', () => {
  const url = 'https://e.example/a/tools';
  const file: Attachment = {
    kind: 'file',
    id: 'f',
    uri: 'file:///a.py',
    path: 'a.py',
    languageId: 'python',
    text: 'x',
  };

  it('names what lies in its sandbox before all else', () => {
    const attachments: readonly Attachment[] = [
      { ...file, sandboxPath: 'a.py' },
      { kind: 'url', id: 'r', url, sandboxPath: 'tools' },
    ];
    assert.deepEqual(taskInput({ prompt: 'Run it', attachments }), {
      input: [
        {
          type: 'text',
          text: `These files are in your sandbox:\n- /workspace/a.py\n- /workspace/tools (the Git repository ${url})`,
        },
        { type: 'text', text: 'Run it' },
      ],
      sources: [
        { type: 'inline', target: '/workspace/a.py', content: 'x' },
        { type: 'repository', target: '/workspace/tools', source: url },
      ],
    });
  });

  it('is the question alone where nothing is meant for the sandbox', () => {
    const attachments: readonly Attachment[] = [{ kind: 'url', id: 'u', url }];
    assert.deepEqual(taskInput({ prompt: 'Run it', attachments }), {
      input: [
        { type: 'text', text: `Web page: ${url}` },
        { type: 'text', text: 'Run it' },
      ],
      sources: [],
    });
  });
});
