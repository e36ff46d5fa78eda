import assert from 'node:assert/strict';
import { Drafts } from '../../../../src/core/chat/drafts';
import { MemoryFiles } from '../storage/memoryFiles';

describe('Drafts', () => {
  it('are there in the next run, each in its place, and a long text stays until it changes', async () => {
    const files = new MemoryFiles();
    const drafts = new Drafts(files);
    await drafts.keep('view', { draft: 'Why', pasted: 'long', at: 1 });
    await Promise.all(['?', '??'].map((end, i) => drafts.keep('view', { draft: `Why${end}`, at: 2 + i })));
    await drafts.keep('tab', { draft: 'Else', at: 4 });

    const again = new Drafts(files);
    assert.deepEqual(await again.of('view'), { draft: 'Why??', pasted: 'long', at: 3 });
    assert.deepEqual(await again.of('tab'), { draft: 'Else', pasted: '', at: 4 });
    assert.equal(await again.of('other'), undefined);
  });

  it('are none where something else wrote the file', async () => {
    const files = new MemoryFiles();
    for (const text of ['', 'null', '{"drafts":[{"place":"view"}]}']) {
      await files.write('v1/drafts.json', new TextEncoder().encode(text));
      assert.equal(await new Drafts(files).of('view'), undefined);
    }
  });
});
