import assert from 'node:assert/strict';
import { antigravity } from '../../../src/core/interactions/agents';
import { sandboxesOver } from '../../../src/gemini/sandboxes';
import { collect, never, question, serverUnderTest } from './serverUnderTest';

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
    assert.deepEqual(entries[7], { path: 'workspace/src/f7 ä.py', size: 9 });
    const bytes = await sandboxes().read(id, 'workspace/src/f7 ä.py', never());
    assert.equal(new TextDecoder().decode(bytes), 'print(7)\n');
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
    assert.deepEqual([...new Set(entries.map(({ path }) => path))], ['a']);
  });

  it('of one that is gone are a failure with a reason, and a stop ends the reading', async () => {
    await assert.rejects(sandboxes().list('env_9', never()), { reason: 'environmentGone' });
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(sandboxes().list('env_9', stop.signal), { name: 'AbortError' });
  });
});
