import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import {
  type FilesHere,
  largest,
  mostFiles,
  returnedFiles,
  unread,
} from '../../../../src/core/editing/apply/returnedFiles';
import { type Content, given, look, never, Sandbox, utf8, whyOf, workspace } from './returning';

describe('the files that a sandbox returns', () => {
  it('are those that differ from what was sent, and new ones, in the order of their paths', async () => {
    const sent = { 'a.py': 'a\n', 'b.py': 'b\n', 'c.py': 'c\n' };
    const sandbox = new Sandbox(
      new Map([
        ['workspace/new.py', 'new\n'],
        ['workspace/c.py', 'c!\n'],
        ['workspace/b.py', 'b\n'],
        ['workspace/a.py', 'a!\n'],
      ]),
    );
    assert.deepEqual(await look(sandbox, given(sent), workspace(sent)), {
      changes: [
        { place: 'a.py', text: 'a!\n', now: 'a\n', isMerged: false },
        { place: 'c.py', text: 'c!\n', now: 'c\n', isMerged: false },
        { place: 'new.py', text: 'new\n', now: undefined, isMerged: false },
      ],
      refused: [],
      hasMore: false,
    });
  });

  it('are left out where the file was changed here meanwhile, unless it says the same by now', async () => {
    const sandbox = new Sandbox(
      new Map([
        ['a.py', 'theirs\n'],
        ['b.py', 'both\n'],
        ['c.py', 'theirs\n'],
        ['d.py', 'theirs\n'],
      ]),
    );
    const here = workspace({ 'a.py': 'mine\n', 'b.py': 'both\n', 'c.py': 'not sent\n' });
    const found = await look(sandbox, given({ 'a.py': 'sent\n', 'b.py': 'sent\n', 'd.py': 'deleted here\n' }), here);
    assert.deepEqual(found.changes, []);
    assert.deepEqual(whyOf(found), { 'a.py': 'edited', 'c.py': 'other', 'd.py': 'deleted' });
  });

  it('are none where the sandbox left them as they were sent, or made what is here already', async () => {
    const sandbox = new Sandbox(
      new Map([
        ['deleted.py', 'sent\n'],
        ['closed.py', 'sent\n'],
        ['made.py', 'made\n'],
      ]),
    );
    const here: FilesHere<string> = {
      ...workspace({}),
      textOf: async (place) => (place === 'closed.py' ? unread : place === 'made.py' ? 'made\n' : undefined),
    };
    const found = await look(sandbox, given({ 'deleted.py': 'sent\n', 'closed.py': 'sent\n' }), here);
    assert.deepEqual(found, { changes: [], refused: [], hasMore: false });
  });

  it('are not fetched where they would lie nowhere here', async () => {
    const sandbox = new Sandbox(new Map([['a.py', 'a\n']]));
    const found = await look(sandbox, given({}), {
      ...workspace({}),
      placeOf: () => undefined,
      isInside: async () => true,
    });
    assert.deepEqual([found.changes, whyOf(found), sandbox.fetched], [[], { 'a.py': 'outside' }, []]);
  });

  it('have up to a million bytes', async () => {
    const [most, more] = ['x'.repeat(largest), 'x'.repeat(largest + 1)];
    const sandbox = new Sandbox(
      new Map([
        ['listed.py', more],
        ['more.py', more],
        ['most.py', most],
      ]),
      { 'more.py': 1 },
    );
    const found = await look(sandbox);
    assert.deepEqual(
      found.changes.map(({ place, text }) => [place, text.length]),
      [['most.py', 1_000_000]],
    );
    assert.deepEqual(whyOf(found), { 'listed.py': 'tooLarge', 'more.py': 'tooLarge' });
    assert.deepEqual(sandbox.fetched, ['more.py', 'most.py']);
  });

  it('are not fetched where they are protected, lead elsewhere, lie behind a link, or are said to be huge', async () => {
    const paths = ['../out.py', '/etc/passwd', '.vscode/tasks.json', 'package.json', '.env', 'linked/a.py', 'link.py'];
    const huge = ['video.py', 'odd.py', 'odder.py'];
    const sizes = { 'video.py': 200_000_000, 'odd.py': Number.NaN, 'odder.py': Number.POSITIVE_INFINITY };
    const sandbox = new Sandbox(new Map([...paths, ...huge, 'fine.py'].map((path) => [path, 'x\n'])), sizes);

    const found = await look(sandbox, given({}), workspace({}, ['linked', 'link.py']));

    assert.deepEqual(sandbox.fetched, ['fine.py']);
    assert.deepEqual(
      found.changes.map(({ place }) => place),
      ['fine.py'],
    );
    assert.deepEqual(whyOf(found), {
      ...{
        '../out.py': 'unsafe',
        '/etc/passwd': 'unsafe',
        '.vscode/tasks.json': 'protected',
        'package.json': 'protected',
      },
      ...{ '.env': 'protected', 'linked/a.py': 'outside', 'link.py': 'outside' },
      ...{ 'video.py': 'tooLarge', 'odd.py': 'tooLarge', 'odder.py': 'tooLarge' },
    });
  });

  it('are left out where 200 MB come of what was listed as small, and where they or the files here are no small text', async () => {
    const sandbox = new Sandbox(
      new Map<string, Content>([
        ['liar.py', new Uint8Array(200_000_000).fill(97)],
        ['zero.py', 'a\0b'],
        ['latin1.py', new Uint8Array([0x61, 0xe9, 0x0a])],
        ['half.py', utf8('€').subarray(0, 2)],
        ['grown.py', 'small\n'],
        ['empty.py', ''],
      ]),
      { 'liar.py': 10 },
    );
    const here = workspace({ 'grown.py': 'x'.repeat(1_000_001) });
    const found = await look(sandbox, given({ 'grown.py': 'old\n' }), here);
    assert.deepEqual(whyOf(found), {
      'grown.py': 'tooLarge',
      'half.py': 'binary',
      'latin1.py': 'binary',
      'liar.py': 'tooLarge',
      'zero.py': 'binary',
    });
    assert.deepEqual(found.changes, [{ place: 'empty.py', text: '', now: undefined, isMerged: false }]);
  });

  it('are reviewed although some went, cannot be read there or here, or are links; each is named with its reason', async () => {
    const sandbox = new Sandbox(
      new Map<string, Content>([
        ['a.py', 'a!\n'],
        ['closed.py', new Failure('keyNotAllowed', { status: 403 })],
        ['broken.py', new Failure('serviceBusy', { status: 500 })],
        ['endless.py', new Failure('oversizedEvent')],
        ['gone.py', new Failure('notFound', { status: 404 })],
        ['here.py', 'here!\n'],
        ['link.py', '/etc/passwd'],
        ['LINK2.PY', '/etc/passwd'],
        ['link2.py', 'file\n'],
        ['.env', 'link to a secret'],
        ['z.py', 'z\n'],
      ]),
      {},
      ['link.py', 'LINK2.PY', '.env'],
    );
    const sent = { 'a.py': 'a\n', 'gone.py': 'gone\n', 'here.py': 'here\n' };
    const here: FilesHere<string> = {
      ...workspace(sent),
      textOf: async (place) => (place === 'here.py' ? unread : workspace(sent).textOf(place, undefined)),
    };
    const found = await look(sandbox, given(sent), here);
    assert.deepEqual(
      found.changes.map(({ place, text }) => `${place} ${text}`),
      ['a.py a!\n', 'link2.py file\n', 'z.py z\n'],
    );
    assert.deepEqual(whyOf(found), {
      '.env': 'protected',
      'LINK2.PY': 'notFile',
      'broken.py': 'unread',
      'closed.py': 'unread',
      'endless.py': 'tooLarge',
      'gone.py': 'gone',
      'here.py': 'unreadHere',
      'link.py': 'notFile',
    });
    assert.ok(!sandbox.fetched.some((path) => ['link.py', 'LINK2.PY', '.env'].includes(path)));
  });

  it('are told to be gone where they were sent and are only here by now, if all that is there was listed', async () => {
    const inside = 'src/workspace/a.py';
    const sent = {
      'a.py': 'a\n',
      [inside]: 'a\n',
      'here.py': 'h\n',
      'nowhere.py': 'n\n',
      '.env': 'x\n',
      'earlier.py': 'e\n',
    };
    const files = new Map(Object.entries(sent).map(([path, text]) => [path, { place: path, text }]));
    files.set('earlier.py', { place: 'earlier.py', text: 'e\n', ...{ isEarlier: true } });
    const here = workspace({ ...sent, 'here.py': 'changed\n', 'nowhere.py': undefined });
    const sandbox = new Sandbox(
      new Map([
        ['workspace/a.py', 'a\n'],
        [inside, 'a\n'],
        ['workspace/.env', 'x\n'],
      ]),
    );
    assert.deepEqual(whyOf(await look(sandbox, { files, repositories: [] }, here)), {
      'here.py': 'removed',
      'workspace/.env': 'protected',
    });
    const part = { list: async () => ({ entries: sandbox.entries, isWhole: false }), readEach: async () => {} };
    const found = await returnedFiles(part, 'env_1', { files, repositories: [] }, here, never);
    assert.deepEqual(whyOf(found), { 'workspace/.env': 'protected' });
  });

  it('are merged with what was changed here where that is certain, else the file is left as it is', async () => {
    const base = 'import os\n\ndef first():\n    return 1\n\ndef second():\n    return 2\n';
    const theirs = base.replace('return 2', 'return 22');
    const sandbox = new Sandbox(
      new Map([
        ['both.py', theirs],
        ['mine.py', base],
        ['same.py', theirs],
        ['done.py', theirs],
      ]),
    );
    const mine = base.replace('import os', 'import os\nimport sys');
    const merged = mine.replace('return 2', 'return 22');
    const other = base.replace('return 2', 'return 3');
    const here = workspace({ 'both.py': mine, 'mine.py': mine, 'same.py': other, 'done.py': merged });
    const sent = { 'both.py': base, 'mine.py': base, 'same.py': base, 'done.py': base };
    const found = await look(sandbox, given(sent), here);
    assert.deepEqual(found.changes, [{ place: 'both.py', text: merged, now: mine, isMerged: true }]);
    assert.deepEqual(whyOf(found), { 'same.py': 'edited' });
  });

  it('are one file for each that differs by case only, the first by path', async () => {
    const sandbox = new Sandbox(
      new Map([
        ['a/b.py', 'two\n'],
        ['A/b.py', 'one\n'],
        ['workspace/a/b.py', 'three\n'],
      ]),
    );
    const found = await look(sandbox);
    assert.deepEqual(found.changes, [{ place: 'A/b.py', text: 'one\n', now: undefined, isMerged: false }]);
    assert.deepEqual(whyOf(found), { 'a/b.py': 'unsafe', 'workspace/a/b.py': 'unsafe' });
    const streets = await look(
      new Sandbox(
        new Map([
          ['strasse.py', 'ss\n'],
          ['straße.py', 'ß\n'],
        ]),
      ),
    );
    assert.deepEqual([streets.changes.length, streets.refused], [2, []], 'ß and ss are no two cases of one name');
  });

  it('are the first thousand of 5,000, and no more are fetched', async () => {
    const sandbox = new Sandbox(
      new Map(Array.from({ length: 5_000 }, (_, n) => [`src/f${String(n).padStart(4, '0')}.py`, `${n}\n`])),
    );
    const found = await look(sandbox);
    assert.equal(found.hasMore, true);
    assert.equal(sandbox.fetched.length, mostFiles);
    assert.deepEqual([found.changes.length, found.changes.at(-1)?.place], [mostFiles, 'src/f0999.py']);
  });

  it('are none of a Git repository that the sandbox began with, which is told as one', async () => {
    const files = Array.from({ length: 3_000 }, (_, n): [string, string] => [`workspace/Spoon/f${n}.py`, 'x\n']);
    const sandbox = new Sandbox(new Map([...files, ['workspace/Spoon.py', 'mine\n'], ['workspace/SPOON/x.py', 'x\n']]));
    const found = await look(sandbox, given({}, 'Spoon', 'Unused'));
    assert.deepEqual(sandbox.fetched, ['workspace/Spoon.py']);
    assert.equal(found.hasMore, false);
    assert.deepEqual(found.refused, [{ path: 'Spoon/', why: 'repository' }]);
  });

  it('stop being fetched once the user has had enough, and fail as the sandbox does', async () => {
    const stop = new AbortController();
    const sandbox = new Sandbox(new Map(Array.from({ length: 500 }, (_, n) => [`f${n}.py`, 'x\n'])));
    const stopping: FilesHere<string> = {
      ...workspace({}),
      textOf: async () => {
        stop.abort();
        return undefined;
      },
    };
    await assert.rejects(returnedFiles(sandbox, 'env_1', given({}), stopping, stop.signal), { name: 'AbortError' });
    assert.equal(sandbox.fetched.length, 1);
    const broken = { list: () => sandbox.list(), readEach: () => Promise.reject(new Error('gone')) };
    await assert.rejects(returnedFiles(broken, 'env_1', given({}), workspace({}), never), /gone/);
  });
});
