import assert from 'node:assert/strict';
import { uploadFile } from '../../../src/gemini/fileUploads';
import { collect, never, question, serverUnderTest } from './serverUnderTest';

const megabyte = 1024 * 1024;
const video = (bytes: number) => ({
  bytes: new Blob([new Uint8Array(bytes).fill(7)]),
  mimeType: 'video/mp4',
  name: 'v.mp4',
});

describe('files that are uploaded', () => {
  const under = serverUnderTest();
  const connection =
    (key = 'test-key') =>
    () =>
      Promise.resolve({ origin: under.server.url, key });
  const upload = (bytes: number, onProgress: (sent: number) => void = () => {}, signal = never()) =>
    uploadFile(connection(), video(bytes), onProgress, signal, 1);

  it('go in pieces that tell how far they are, and can be asked about once they were processed', async () => {
    under.server.processingLooks = 3;
    const progress: number[] = [];
    const before = Date.now();
    const { name, uri, expiresAt } = await upload(20 * megabyte, (sent) => progress.push(sent));

    assert.deepEqual(progress, [0, 8 * megabyte, 16 * megabyte, 20 * megabyte]);
    const stored = under.server.files().get(name);
    assert.deepEqual([stored?.sizeBytes, stored?.state], [String(20 * megabyte), 'ACTIVE']);
    assert.deepEqual([stored?.displayName, stored?.mimeType], ['v.mp4', 'video/mp4']);
    assert.ok(expiresAt >= before + 48 * 3_600_000, String(expiresAt - before));

    const ask = question('What happens?', { input: [{ type: 'video', mimeType: 'video/mp4', uri }] });
    const events = await collect(under.client.ask(ask, never()));
    assert.equal(events.at(-1)?.type, 'completed');
  });

  it('are refused in the words for a file once Google has deleted them', async () => {
    const { name, uri } = await upload(9);
    under.server.forgetFile(name);
    const ask = question('What happens?', { input: [{ type: 'video', mimeType: 'video/mp4', uri }] });
    await assert.rejects(collect(under.client.ask(ask, never())), { reason: 'attachmentRefused', code: 'expired' });
  });

  it('stop at once when they are no longer wanted', async () => {
    const stop = new AbortController();
    const sent = upload(40 * megabyte, (at) => at > 8 * megabyte && stop.abort(), stop.signal);
    await assert.rejects(sent, (error) => error === stop.signal.reason);
    assert.equal(under.server.files().size, 0);
  });

  it('fail as other calls do: a wrong key, a fault of the service, a file that cannot be processed', async () => {
    await assert.rejects(
      uploadFile(connection('bad-key'), video(9), () => {}, never(), 1),
      { reason: 'badKey' },
    );

    under.server.answerNext({
      for: 'files',
      status: 503,
      body: { error: { code: 503, status: 'UNAVAILABLE', message: 'x' } },
    });
    await assert.rejects(upload(9), { reason: 'serviceBusy' });

    under.server.processingLooks = 1_000;
    const failing = upload(9);
    while (under.server.files().size === 0) await new Promise(setImmediate);
    for (const file of under.server.files().values()) file.state = 'FAILED';
    await assert.rejects(failing, { reason: 'attachmentRefused', code: 'unreadable' });
  });
});
