import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { NodeFiles } from '../../../../src/host/platform/nodeFiles';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const create = { create: true, durable: false };
const existing = { create: false, durable: true };

describe('the files of the system', () => {
  let root = '';
  let files = new NodeFiles(root);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gemini-files-'));
    files = new NodeFiles(root);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('say nothing of what is not there', async () => {
    assert.deepEqual(await files.list('v1'), []);
    assert.equal(await files.stat('v1/a'), undefined);
    assert.equal(await files.read('v1/a'), undefined);
    assert.equal(await files.readRange('v1/a', 0, 4), undefined);
    await files.remove('v1/a');
    await assert.rejects(files.append('v1/a', bytesOf('x'), existing), { code: 'ENOENT' });
  });

  it('are made with their folders, for their owner alone', async () => {
    await files.append('v1/chats/a', bytesOf('one'), { create: true, durable: true });
    await files.append('v1/chats/a', bytesOf(' two'), existing);
    await files.write('v1/b', bytesOf('three'));

    assert.equal(textOf(await files.read('v1/chats/a')), 'one two');
    assert.equal(textOf(await files.readRange('v1/chats/a', 4, 99)), 'two');
    assert.deepEqual(
      (await files.list('v1')).map(({ name, isFolder }) => [name, isFolder]),
      [
        ['b', false],
        ['chats', true],
      ],
    );
    if (process.platform === 'win32') return;
    assert.equal(statSync(join(root, 'v1/chats/a')).mode & 0o777, 0o600);
    assert.equal(statSync(join(root, 'v1/chats')).mode & 0o777, 0o700);
  });

  it('are made once where only one may make them', async () => {
    const made = await Promise.all([1, 2, 3].map((index) => files.createNew('lock', bytesOf(`${index}`))));

    assert.equal(made.filter((isMade) => isMade).length, 1);
    assert.equal(textOf(await files.read('lock')), `${made.indexOf(true) + 1}`);
  });

  it('take appends of many at once, each whole', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `${index} ${'x'.repeat(index * 20)}\n`);
    await Promise.all(lines.map((line) => files.append('log', bytesOf(line), create)));

    const found = readFileSync(join(root, 'log'), 'utf8').split('\n').filter(Boolean);
    assert.deepEqual(new Set(found.map((line) => `${line}\n`)), new Set(lines));
  });

  it('hold what is appended while they are exchanged', async function () {
    this.timeout(30_000);
    if (!files.exchange) this.skip();
    await files.append('log', bytesOf('first\n'), create);
    assert.equal(await files.exchange('log', 'log', 3), false, 'its size is another');

    let exchanged = 0;
    for (let round = 0; round < 100; round += 1) {
      const old = (await files.read('log')) ?? new Uint8Array();
      await files.write('copy', old);
      const [isExchanged] = await Promise.all([
        files.exchange('copy', 'log', old.length),
        ...Array.from({ length: 20 }, (_, index) => files.append('log', bytesOf(`${20 * round + index}\n`), create)),
      ]);
      if (isExchanged) exchanged += 1;
    }

    const kept = new Set(readFileSync(join(root, 'log'), 'utf8').split('\n'));
    assert.ok(exchanged > 0);
    for (let index = 0; index < 20 * 100; index += 1) assert.ok(kept.has(`${index}`), `${index} is missing`);
  });

  it('tell an append that its file was moved away, before it or during it', async function () {
    this.timeout(30_000);
    await files.append('log', bytesOf('a'), create);
    const size = 64 * 1024 * 1024;
    const during = files.append('log', new Uint8Array(size), existing);
    while (statSync(join(root, 'log')).size === 1) await setImmediate();
    renameSync(join(root, 'log'), join(root, 'trash'));

    // On a fast disk it was over before the move, and then the file that was moved has all of it.
    const told = await during.then(
      () => 'nothing',
      (error: NodeJS.ErrnoException) => error.code,
    );
    if (told === 'nothing') assert.equal(statSync(join(root, 'trash')).size, 1 + size);
    else assert.equal(told, 'ENOENT');
    await assert.rejects(files.append('log', bytesOf('b'), existing), { code: 'ENOENT' });
    assert.equal(await files.stat('log'), undefined);
  });

  it('lose the temporary files of processes that are gone, once they are old', async () => {
    const id = '0b0e4a52-11f5-4b1e-9a55-0a3a3a0b8f11';
    for (const name of [`a.${id}.tmp`, `b.${id}.tmp`, 'c.tmp']) writeFileSync(join(root, name), 'x');
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of [`a.${id}.tmp`, 'c.tmp']) utimesSync(join(root, name), longAgo, longAgo);

    await files.write('index', bytesOf('{}'));

    const names = (await files.list('')).map(({ name }) => name);
    assert.deepEqual(names.sort(), [`b.${id}.tmp`, 'c.tmp', 'index']);
  });

  it('never lie outside their folder', async () => {
    await assert.rejects(async () => files.read('../other'));
    await assert.rejects(async () => files.write('v1/../../other', bytesOf('x')));
  });

  it('know which processes are gone', () => {
    const { host, pid } = files.process;
    assert.equal(files.isProcessGone(host, pid), false);
    assert.equal(files.isProcessGone(host, 2 ** 30), true);
    assert.equal(files.isProcessGone('elsewhere', 2 ** 30), false);
  });

  it('stay as they were when they cannot be replaced', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    await files.write('v1/index', bytesOf('old'));
    chmodSync(join(root, 'v1'), 0o500);
    await assert.rejects(files.write('v1/index', bytesOf('new')), { code: 'EACCES' });
    chmodSync(join(root, 'v1'), 0o700);
    assert.equal(textOf(await files.read('v1/index')), 'old');
  });
});
