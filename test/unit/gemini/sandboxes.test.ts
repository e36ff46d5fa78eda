import assert from 'node:assert/strict';
import { Failure } from '../../../src/core/base/failure';
import { antigravity } from '../../../src/core/interactions/agents';
import type { Sandbox } from '../../../src/core/interactions/sandboxes';
import { sandboxesOver } from '../../../src/gemini/sandboxes';
import { collect, never, question, serverUnderTest } from './serverUnderTest';

describe('the sandboxes of a key', () => {
  const under = serverUnderTest({ researchMs: 0 });
  const sandboxes = () => sandboxesOver(() => Promise.resolve({ origin: under.server.url, key: 'test-key' }));
  async function all(): Promise<readonly Sandbox[]> {
    const found: Sandbox[] = [];
    assert.equal(await sandboxes().all((page) => found.push(...page), never()), true);
    return found;
  }

  it('are listed with their size and their age, over several pages, and deleted', async () => {
    assert.deepEqual(await all(), []);
    const sources = [{ type: 'inline', target: '/workspace/a.py', content: 'print(1)\n' }];
    const agent = { id: antigravity, environment: { type: 'remote', sources } };
    await collect(under.client.ask(question('Look', { model: '', agent }), never()));
    const [made] = await all();
    assert.deepEqual(
      { size: made?.size, fileCount: made?.fileCount, isExpired: made?.isExpired },
      { size: 9, fileCount: 1, isExpired: false },
    );
    const { name = '', createdAt = 0, usedAt = 0 } = made ?? {};
    assert.ok(usedAt >= createdAt && createdAt > Date.parse('2026-01-01'));

    await sandboxes().delete(name, never());
    assert.deepEqual(await all(), []);
    await sandboxes().delete(name, never());
  });

  it('are read page by page, without those that cannot be named, and not without end', async () => {
    const page = (id: string, next?: string) => ({
      for: 'environments' as const,
      status: 200,
      body: { environments: [{ id, status: 'expired' }, { created: 'x' }], ...(next && { next_page_token: next }) },
    });
    under.server.answerNext(page('env_1', 'more'));
    under.server.answerNext(page('env_2'));
    const unknown = { createdAt: undefined, usedAt: undefined, size: undefined, fileCount: undefined };
    const wanted = ['env_1', 'env_2'].map((name) => ({ name, ...unknown, isExpired: true }));
    assert.deepEqual(await all(), wanted);

    for (let n = 0; n < 12; n += 1) under.server.answerNext(page(`env_${n}`, String(n)));
    let pages = 0;
    const isWhole = await sandboxes().all(() => {
      pages += 1;
    }, never());
    assert.deepEqual([isWhole, pages], [false, 10]);
  });

  it('are asked for as the service allows: no other parameter, and at most 1,000 at once', async () => {
    const ask = async (query: string) =>
      (await fetch(`${under.server.url}/v1/environments?${query}`, { headers: { 'x-goog-api-key': 'test-key' } }))
        .status;
    assert.equal(await ask('page_size=1000'), 200);
    assert.equal(await ask('page_size=1001'), 400);
    assert.equal(await ask('pageSize=10'), 400);
    assert.equal(await ask('page_token=AAAA'), 400);
  });

  it('that cannot be deleted are a failure', async () => {
    under.server.answerNext({
      for: 'environments',
      status: 403,
      body: { error: { code: 'permission_denied', message: 'No.' } },
    });
    await assert.rejects(sandboxes().delete('env_1', never()), { name: 'Failure' });
  });
});

describe('the files of a sandbox', () => {
  const under = serverUnderTest({ researchMs: 0 });
  const sandboxes = () => sandboxesOver(() => Promise.resolve({ origin: under.server.url, key: 'test-key' }));
  async function taskWith(files: Readonly<Record<string, string>>): Promise<string> {
    const sources = Object.entries(files).map(([path, content]) => ({
      type: 'inline',
      target: `/workspace/${path}`,
      content,
    }));
    const agent = { id: antigravity, environment: { type: 'remote', sources } };
    await collect(under.client.ask(question('Look', { model: '', agent }), never()));
    return [...under.server.environments().keys()].at(-1) ?? '';
  }

  it('are listed over several pages, and read as bytes by the path that was listed', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_500 }, (_, n) => [`src/f${n} ä.py`, `print(${n})\n`]));
    const id = await taskWith(many);
    const { entries, isWhole } = await sandboxes().list(id, never());
    assert.equal(isWhole, true);
    assert.equal(entries.length, 2_500);
    assert.deepEqual(entries[7], { path: 'workspace/src/f7 ä.py', size: 9, isFile: true });
    const paths = entries.slice(0, 100).map(({ path }) => path);
    const texts: string[] = [];
    const take = async (read: Uint8Array | Failure, at: number) => {
      texts[at] = read instanceof Failure ? read.reason : new TextDecoder().decode(read);
    };
    await sandboxes().readEach(id, paths, take, never());
    assert.deepEqual(
      texts,
      paths.map((_, n) => `print(${n})\n`),
    );
    const before = under.server.requests.length;
    const revoked = { status: 401, body: { error: { code: 'unauthenticated', message: 'No.' } } };
    under.server.answerNext({ for: 'environments', ...revoked });
    await assert.rejects(sandboxes().readEach(id, paths, take, never()), { reason: 'badKey' });
    assert.ok(under.server.requests.length - before < 60, 'what fails ends the reading');
  });

  it('are read one by one: what is gone, closed, broken or huge is told, and the rest comes', async () => {
    const id = await taskWith({
      'a#b.py': 'hash\n',
      'x%41.py': 'percent\n',
      'a+b&c=d.py': 'signs\n',
      'last.py': 'last\n',
    });
    const { files, odd } = under.server.environments().get(id) ?? {};
    files?.set('/workspace/huge.py', 'print(1)\n'.repeat(4_000_000));
    for (const [name, status] of [
      ['gone', 404],
      ['closed', 403],
      ['broken', 500],
    ] as const) {
      odd?.set(`/workspace/${name}.py`, { type: 'file', status });
    }
    const { entries } = await sandboxes().list(id, never());
    const paths = entries.map(({ path }) => path).toSorted();
    const before = under.server.requests.length;
    const found: Record<string, string> = {};
    await sandboxes().readEach(
      id,
      paths,
      async (read, at) => {
        found[paths[at] ?? ''] = read instanceof Failure ? `! ${read.reason}` : new TextDecoder().decode(read);
      },
      never(),
    );
    assert.deepEqual(found, {
      'workspace/a#b.py': 'hash\n',
      'workspace/a+b&c=d.py': 'signs\n',
      'workspace/broken.py': '! serviceBusy',
      'workspace/closed.py': '! keyNotAllowed',
      'workspace/gone.py': '! notFound',
      'workspace/huge.py': '! oversizedEvent',
      'workspace/last.py': 'last\n',
      'workspace/x%41.py': 'percent\n',
    });
    // The list is asked once whether the sandbox is still there.
    assert.equal(under.server.requests.length - before, paths.length + 1);
  });

  it('of a sandbox that goes while they are read are a failure', async () => {
    const id = await taskWith({ 'a.py': 'a\n', 'b.py': 'b\n' });
    const taken: unknown[] = [];
    under.server.forgetEnvironment(id);
    const reading = sandboxes().readEach(
      id,
      ['workspace/a.py', 'workspace/b.py'],
      async (one) => void taken.push(one),
      never(),
    );
    await assert.rejects(reading, { reason: 'environmentGone' });
    assert.deepEqual(taken, []);
  });

  it('of a sandbox that goes are a failure also where each of them is said to be gone for good', async () => {
    const gone = (status: number, message: string) =>
      under.server.answerNext({ for: 'environments', status, body: { error: { code: 'not_found', message } } });
    gone(410, 'Nothing here.');
    gone(404, 'The environment was not found.');
    const reading = sandboxes().readEach('env_1', ['a.py'], async () => assert.fail('nothing can be read'), never());
    await assert.rejects(reading, { reason: 'environmentGone' });
  });

  it('are told from folders and from links and devices, whatever the service calls these', async () => {
    const id = await taskWith({ 'a.py': 'a\n' });
    const { odd } = under.server.environments().get(id) ?? {};
    for (const type of ['directory', 'symlink', 'DEVICE', '']) odd?.set(`/workspace/${type}`, { type, status: 400 });
    const { entries } = await sandboxes().list(id, never());
    assert.deepEqual(
      entries.map(({ path, isFile }) => [path, isFile]),
      [
        ['workspace/a.py', true],
        ['workspace/symlink', false],
        ['workspace/DEVICE', false],
        ['workspace/', false],
      ],
    );
  });

  it('are not listed without end', async () => {
    const page = {
      files: [
        { type: 'file', path: 'a', size_bytes: '1' },
        { type: 'directory', path: 'b' },
        { type: 'link', path: 'c' },
      ],
    };
    for (let n = 0; n < 12; n += 1) {
      under.server.answerNext({ for: 'environments', status: 200, body: { ...page, next_page_token: String(n) } });
    }
    const { entries, isWhole } = await sandboxes().list('env_1', never());
    assert.equal(isWhole, false);
    assert.deepEqual([...new Set(entries.map(({ path, isFile }) => `${path} ${isFile}`))], ['a true', 'c false']);
  });

  it('of one that is gone are a failure with a reason, and a stop ends the reading', async () => {
    await assert.rejects(sandboxes().list('env_9', never()), { reason: 'environmentGone' });
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(sandboxes().list('env_9', stop.signal), { name: 'AbortError' });
  });
});
