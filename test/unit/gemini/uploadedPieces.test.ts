import assert from 'node:assert/strict';
import { uploadFile } from '../../../src/gemini/fileUploads';
import { fakeNetwork } from './fakeNetwork';
import { never } from './serverUnderTest';

const piece = 8 * 1024 * 1024;

describe('a file that is uploaded in pieces', () => {
  const network = fakeNetwork();
  let file: object;
  let progress: number[];
  beforeEach(() => {
    file = { name: 'files/a', uri: 'https://gemini.example/v1/files/a', state: 'ACTIVE' };
    progress = [];
    network.answer = ({ url, init }) => {
      const isLast = new Headers(init.headers).get('x-goog-upload-command')?.includes('finalize');
      const headers = { 'x-goog-upload-status': isLast ? 'final' : 'active' };
      if (url.pathname === '/piece') return Response.json(isLast ? { file } : {}, { headers });
      return Response.json({}, { headers: { ...headers, 'x-goog-upload-url': 'https://gemini.example/piece' } });
    };
  });
  const upload = (size: number) =>
    uploadFile(
      () => Promise.resolve({ origin: 'https://gemini.example', key: 'k' }),
      // Each piece says where it is from, in place of its bytes.
      {
        bytes: { size, slice: (start, end) => new Blob([`${start} to ${end}`]) },
        mimeType: 'video/mp4',
        name: 'v.mp4',
      },
      (sent) => progress.push(sent),
      never(),
      0,
    );

  it('goes one after the other, and tells before each how much is sent, and at last that all is', async () => {
    await upload(2 * piece + 3);
    const sent = network.sent.slice(1).map(({ init }) => {
      const headers = new Headers(init.headers);
      const body = init.body instanceof ArrayBuffer ? new TextDecoder().decode(init.body) : '';
      return [headers.get('x-goog-upload-offset'), headers.get('x-goog-upload-command'), body];
    });
    assert.deepEqual(sent, [
      ['0', 'upload', `0 to ${piece}`],
      [`${piece}`, 'upload', `${piece} to ${2 * piece}`],
      [`${2 * piece}`, 'upload, finalize', `${2 * piece} to ${2 * piece + 3}`],
    ]);
    assert.deepEqual(progress, [0, piece, 2 * piece, 2 * piece + 3]);
  });

  it('is kept for as long as the service says', async () => {
    file = { ...file, expirationTime: '2026-11-22T10:00:00Z' };
    assert.deepEqual(await upload(3), {
      name: 'files/a',
      uri: 'https://gemini.example/v1/files/a',
      expiresAt: Date.UTC(2026, 10, 22, 10),
    });
  });

  it('is kept for 48 hours where the service does not say how long', async () => {
    const before = Date.now();
    const { expiresAt } = await upload(3);
    const life = 48 * 3_600_000;
    assert.ok(expiresAt >= before + life && expiresAt <= Date.now() + life);
  });

  it('is of no use without a name or an address', async () => {
    for (const part of [{ name: 'files/a' }, { uri: 'https://gemini.example/v1/files/a' }]) {
      file = { ...part, state: 'ACTIVE' };
      await assert.rejects(upload(3), { reason: 'malformedAnswer' });
    }
  });

  it('is refused as unreadable where the service cannot process it', async () => {
    file = { ...file, state: 'FAILED' };
    await assert.rejects(upload(3), { reason: 'attachmentRefused', code: 'unreadable' });
  });
});
