import assert from 'node:assert/strict';
import { DebtsAtGoogle, type Owed } from '../../../../src/core/chat/debtsAtGoogle';
import { googleFilesOver } from '../../../../src/gemini/googleFiles';
import { storedFile } from '../../../server/storedFile';
import { collect, never, question, serverUnderTest } from '../../gemini/serverUnderTest';
import { MemoryFiles } from '../storage/memoryFiles';

const day = 24 * 3_600_000;

describe('what is owed at Google', () => {
  const under = serverUnderTest();
  let files: MemoryFiles;
  let now: number;
  beforeEach(() => {
    files = new MemoryFiles();
    now = 0;
  });

  function window(): DebtsAtGoogle {
    const connection = () => Promise.resolve({ origin: under.server.url, key: 'test-key' });
    return new DebtsAtGoogle({
      files,
      interactions: under.client,
      uploads: googleFilesOver(connection),
      newId: () => String(files.paths.length),
      now: () => now,
      onError: (error) => assert.fail(String(error)),
    });
  }
  /** As a window left it. */
  async function owed(...debts: readonly Owed[]): Promise<void> {
    for (const [at, { interactions = [], uploads = [] }] of debts.entries()) {
      const debt = JSON.stringify({ since: 0, interactions, uploads });
      await files.write(`v1/debts/${at}.json`, new TextEncoder().encode(debt));
    }
  }
  async function stored(count: number): Promise<readonly string[]> {
    for (let index = 0; index < count; index += 1) await collect(under.client.ask(question('Hello'), never()));
    return [...under.server.interactions().keys()];
  }
  const kept = () => files.paths.map((path) => JSON.parse(new TextDecoder().decode(files.bytesOf(path))));
  const left = () => [...under.server.interactions().keys(), ...under.server.files().keys()];
  const deletions = () => under.server.requests.filter(({ method }) => method === 'DELETE').length;

  it('is on disk first, is deleted then, and leaves nothing on disk', async () => {
    const interactions = await stored(2);
    under.server.putFile(storedFile('talk'));
    const debts = window();
    await debts.owe({ interactions, uploads: ['files/talk', 'files/gone'] });
    assert.deepEqual(kept(), [{ since: 0, interactions, uploads: ['files/talk', 'files/gone'] }]);

    await debts.pay();
    assert.deepEqual([left(), kept()], [[], []]);
    await debts.owe({ interactions: [], uploads: [] });
    assert.deepEqual(kept(), []);
  });

  it('waits where it could not be deleted, for the next window that tries', async () => {
    const [first = '', second = ''] = await stored(2);
    under.server.putFile(storedFile('talk'));
    under.server.answerNext({ for: 'delete', status: 500, body: '' });
    await owed({ interactions: [first, second], uploads: ['files/talk'] });
    await window().pay();
    assert.deepEqual(kept(), [{ since: 0, interactions: [first], uploads: [] }]);
    assert.deepEqual(left(), [first]);

    await window().pay();
    assert.deepEqual([left(), kept()], [[], []]);
  });

  it('is tried no further while the service is out of reach, and tried on after what this key is refused for', async () => {
    const [first = '', second = ''] = await stored(2);
    const debts = [{ interactions: [first] }, { interactions: [second] }];
    await owed(...debts);
    under.server.answerNext({
      for: 'delete',
      status: 429,
      body: { error: { code: 'rate_limit_exceeded', message: '' } },
    });
    await window().pay();
    assert.deepEqual([left(), kept().length, deletions()], [[first, second], 2, 1]);

    under.server.answerNext({
      for: 'delete',
      status: 403,
      body: { error: { code: 'permission_denied', message: '' } },
    });
    await window().pay();
    assert.deepEqual([left(), kept().length, deletions()], [[first], 1, 3]);
  });

  it('is dropped once Google has deleted it by itself, and is no file that something else wrote', async () => {
    await files.write('v1/debts/other.json', new TextEncoder().encode('{'));
    await files.write('v1/debts/note.txt', new TextEncoder().encode('{"since":0}'));
    const interactions = await stored(1);
    await owed({ interactions });
    now = 57 * day;
    await window().pay();
    assert.deepEqual(files.paths, ['v1/debts/note.txt', 'v1/debts/other.json']);
    assert.deepEqual(left(), interactions);
  });
});
