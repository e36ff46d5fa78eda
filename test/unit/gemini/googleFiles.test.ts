import assert from 'node:assert/strict';
import type { GoogleFile } from '../../../src/core/interactions/googleFiles';
import { googleFilesOver } from '../../../src/gemini/googleFiles';
import { storedFile } from '../../server/storedFile';
import { never, serverUnderTest } from './serverUnderTest';

describe('the files at Google', () => {
  const under = serverUnderTest();
  const files = (key = 'test-key') => googleFilesOver(() => Promise.resolve({ origin: under.server.url, key }));
  async function listed(onPage: (page: readonly GoogleFile[]) => void = () => {}, signal = never()) {
    const all: GoogleFile[] = [];
    const isWhole = await files().list((page) => {
      all.push(...page);
      onPage(page);
    }, signal);
    return { all, isWhole };
  }
  const put = (count: number) => {
    for (let number = 1; number <= count; number += 1) under.server.putFile(storedFile(`f${number}`));
  };

  it('are none in an empty project', async () => {
    assert.deepEqual(await listed(), { all: [], isWhole: true });
  });

  it('come with all that the service says of them', async () => {
    under.server.putFile(
      storedFile('talk', { displayName: '', state: 'PROCESSING', sizeBytes: '2147483648', mimeType: 'video/mp4' }),
    );
    const { all } = await listed();
    assert.deepEqual(all, [
      {
        name: 'files/talk',
        uri: 'https://files.example/v1/files/talk',
        displayName: 'files/talk',
        mimeType: 'video/mp4',
        size: 2147483648,
        createdAt: Date.UTC(2026, 10, 28, 9),
        expiresAt: Date.UTC(2026, 10, 30, 9),
        state: 'processing',
      },
    ]);
  });

  it('are 5,000 in 50 pages, each once', async () => {
    put(5_000);
    const sizes: number[] = [];
    const { all, isWhole } = await listed((page) => sizes.push(page.length));
    assert.deepEqual([sizes.length, new Set(sizes), isWhole], [50, new Set([100]), true]);
    assert.equal(new Set(all.map(({ name }) => name)).size, 5_000);
  });

  it('are listed no further than 10,000, which is said', async () => {
    put(10_001);
    const { all, isWhole } = await listed();
    assert.deepEqual([all.length, isWhole], [10_000, false]);
  });

  it('stop coming between two pages when they are no longer wanted', async () => {
    put(300);
    const stop = new AbortController();
    const reading = listed(() => stop.abort(), stop.signal);
    await assert.rejects(reading, (error) => error === stop.signal.reason);
    assert.equal(under.server.requests.length, 1);
  });

  it('are deleted, and one that is gone already counts as deleted', async () => {
    put(2);
    await files().delete('files/f1', never());
    await files().delete('files/f1', never());
    const { all } = await listed();
    assert.deepEqual(
      all.map(({ name }) => name),
      ['files/f2'],
    );
  });

  it('fail as other calls do', async () => {
    await assert.rejects(
      files('bad-key').list(() => {}, never()),
      { reason: 'badKey' },
    );
    const busy = { error: { code: 503, status: 'UNAVAILABLE', message: 'x' } };
    under.server.answerNext({ for: 'files', status: 503, body: busy });
    await assert.rejects(files().delete('files/f1', never()), { reason: 'serviceBusy' });
    const forbidden = { error: { code: 403, status: 'PERMISSION_DENIED', message: 'No.' } };
    under.server.answerNext({ for: 'files', status: 403, body: forbidden });
    await assert.rejects(files().delete('files/f1', never()), { reason: 'keyNotAllowed' });
  });
});
