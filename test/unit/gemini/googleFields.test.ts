import assert from 'node:assert/strict';
import type { FileStore } from '../../../src/core/interactions/fileStores';
import type { GoogleFile } from '../../../src/core/interactions/googleFiles';
import { fileStoresOver } from '../../../src/gemini/fileStores';
import { googleFilesOver } from '../../../src/gemini/googleFiles';
import { sandboxesOver } from '../../../src/gemini/sandboxes';
import { never, serverUnderTest } from './serverUnderTest';

describe('what the service says of things at Google', () => {
  const under = serverUnderTest();
  const connection = () => Promise.resolve({ origin: under.server.url, key: 'test-key' });
  const answer = (kind: 'files' | 'stores' | 'environments', body: object, status = 200) =>
    under.server.answerNext({ for: kind, status, body });
  const refusal = (code: string, message: string) => ({ error: { code, message } });

  it('is read of a file also where little is said, and a file without a name is none', async () => {
    const files = [
      { name: '', uri: 'u' },
      { uri: 'u' },
      { name: 'files/a', state: 'FAILED' },
      { name: 'files/b', displayName: 'B', uri: 'u', mimeType: 'image/png', sizeBytes: '7', state: 'ACTIVE' },
    ];
    answer('files', { files });
    const all: GoogleFile[] = [];
    assert.equal(await googleFilesOver(connection).list((page) => all.push(...page), never()), true);
    const times = { createdAt: undefined, expiresAt: undefined };
    assert.deepEqual(all, [
      { name: 'files/a', displayName: 'files/a', uri: '', mimeType: '', size: 0, ...times, state: 'failed' },
      { name: 'files/b', displayName: 'B', uri: 'u', mimeType: 'image/png', size: 7, ...times, state: 'active' },
    ]);
  });

  it('is read of a store also where little is said, and a store without a name is none', async () => {
    const createTime = '2026-11-20T10:00:00Z';
    const counts = {
      sizeBytes: '9',
      activeDocumentsCount: '1',
      pendingDocumentsCount: '2',
      failedDocumentsCount: '3',
    };
    answer('stores', {
      fileSearchStores: [
        { name: '' },
        { displayName: 'x' },
        { name: 's/a' },
        { name: 's/b', displayName: 'B', createTime, ...counts },
      ],
    });
    const all: FileStore[] = [];
    assert.equal(await fileStoresOver(connection).list((page) => all.push(...page), never()), true);
    const nothing = { size: 0, active: 0, pending: 0, failed: 0, createdAt: undefined };
    assert.deepEqual(all, [
      { name: 's/a', displayName: 's/a', ...nothing },
      { name: 's/b', displayName: 'B', size: 9, active: 1, pending: 2, failed: 3, createdAt: Date.parse(createTime) },
    ]);
  });

  it('is read of a document with the file that it was made of', async () => {
    const metadata = (...fields: readonly (readonly [key: string, stringValue: string])[]) => ({
      customMetadata: fields.map(([key, stringValue]) => ({ key, stringValue })),
    });
    answer('stores', {
      documents: [
        { name: '' },
        { displayName: 'x' },
        { name: 'd/a' },
        { name: 'd/b', state: 'STATE_FAILED', ...metadata(['sha256', 'h'], ['path', 'b.md']) },
        { name: 'd/c', state: 'STATE_ACTIVE', ...metadata(['path', 'c.md']) },
        { name: 'd/d', ...metadata(['sha256', 'h']) },
      ],
    });
    assert.deepEqual(await fileStoresOver(connection).documents('fileSearchStores/a', never()), [
      { name: 'd/a', isFailed: false, origin: undefined },
      { name: 'd/b', isFailed: true, origin: { path: 'b.md', sha256: 'h' } },
      { name: 'd/c', isFailed: false, origin: { path: 'c.md', sha256: '' } },
      { name: 'd/d', isFailed: false, origin: undefined },
    ]);
  });

  it('is no store where a new one has no name', async () => {
    answer('stores', { displayName: 'x' });
    await assert.rejects(fileStoresOver(connection).create('x', never()), { reason: 'malformedAnswer' });
  });

  it('is that something is gone, where it may belong to another project', async () => {
    const stores = fileStoresOver(connection);
    answer('stores', refusal('permission_denied', 'No.'), 403);
    await stores.delete('fileSearchStores/a', never());
    answer('stores', refusal('permission_denied', 'No.'), 403);
    await stores.deleteDocument('fileSearchStores/a/documents/b', never());
    answer('stores', refusal('service_unavailable', 'Busy.'), 503);
    await assert.rejects(stores.delete('fileSearchStores/a', never()), { reason: 'serviceBusy' });

    const files = googleFilesOver(connection);
    answer('files', refusal('permission_denied', 'You may not access the file a.'), 403);
    await files.delete('files/a', never());
    answer('files', refusal('invalid_request', 'The PDF has a password.'), 400);
    await assert.rejects(files.delete('files/a', never()), { reason: 'attachmentRefused' });
  });

  it('is of a sandbox its size and age, and whether it has expired', async () => {
    const created = '2026-11-20T10:00:00Z';
    const last_accessed = '2026-11-21T10:00:00Z';
    answer('environments', {
      environments: [
        { id: '' },
        { id: 'env_1', created, last_accessed, size_bytes: '12', file_count: 0, status: 'active' },
        { id: 'env_2', size_bytes: 'many' },
      ],
    });
    const all: object[] = [];
    await sandboxesOver(connection).all((page) => all.push(...page), never());
    const times = { createdAt: Date.parse(created), usedAt: Date.parse(last_accessed) };
    assert.deepEqual(all, [
      { name: 'env_1', ...times, size: 12, fileCount: 0, isExpired: false },
      { name: 'env_2', createdAt: undefined, usedAt: undefined, size: 0, fileCount: undefined, isExpired: false },
    ]);
  });

  it('is for the next page where the last one ended', async () => {
    const sandboxes = sandboxesOver(connection);
    answer('environments', { environments: [], next_page_token: 'one more' });
    answer('environments', {});
    await sandboxes.all(() => {}, never());
    answer('environments', { files: [{ type: 'file' }, { type: 'file', path: 'a' }], next_page_token: 'and more' });
    answer('environments', {});
    assert.deepEqual(await sandboxes.list('env_1', never()), {
      entries: [{ path: 'a', size: 0, isFile: true }],
      isWhole: true,
    });
    assert.deepEqual(
      under.server.requests.map(({ path }) => new URL(path, under.server.url).searchParams.get('page_token')),
      [null, 'one more', null, 'and more'],
    );
  });
});
