import assert from 'node:assert/strict';
import { Drafts } from '../../../../src/core/chat/drafts';
import { MemoryFiles } from '../storage/memoryFiles';

function begin(files: MemoryFiles): Drafts {
  return new Drafts({ files, now: () => 9, onError: (error) => assert.fail(String(error)) });
}

describe('Drafts', () => {
  it('are there in the next run, each in its place, and a long text stays until it changes', async () => {
    const files = new MemoryFiles();
    const drafts = begin(files);
    await drafts.keep('view', { draft: 'Why', pasted: 'long', at: 1 });
    await Promise.all(['?', '??'].map((end, i) => drafts.keep('view', { draft: `Why${end}`, at: 2 + i })));
    await drafts.keep('tab', { draft: 'Else', at: 4 });

    const again = begin(files);
    assert.deepEqual(await again.of('view'), { draft: 'Why??', pasted: 'long', at: 3 });
    assert.deepEqual(await again.of('tab'), { draft: 'Else', pasted: '', at: 4 });
    assert.equal(await again.of('other'), undefined);
  });

  it('get a question back that was being asked about when the window went away', async () => {
    const files = new MemoryFiles();
    const drafts = begin(files);
    await drafts.keep('view', { draft: 'Why', at: 1 });
    const first = drafts.hold('view', 'Why is the sky blue?');
    const second = drafts.hold('view', 'And the sea?');
    await drafts.keep('view', { draft: 'half', at: 2 });
    assert.deepEqual(await drafts.of('view'), { draft: 'half', pasted: '', at: 2 });
    const both = { draft: 'Why is the sky blue?\n\nAnd the sea?\n\nhalf', pasted: '', at: 9 };
    assert.deepEqual(await begin(files).of('view'), both);

    first.release();
    second.giveBack();
    first.giveBack();
    await drafts.keep('tab', { draft: 'Else', at: 4 });
    const one = { draft: 'And the sea?\n\nhalf', pasted: '', at: 9 };
    assert.deepEqual([await drafts.of('view'), await begin(files).of('view')], [one, one]);
  });

  it('get a long question back as pasted, and none of a chat that was deleted', async () => {
    const files = new MemoryFiles();
    const drafts = begin(files);
    const long = 'a'.repeat(50_001);
    drafts.hold('view', long);
    drafts.hold('tab', 'gone');
    await drafts.forget('tab');
    assert.deepEqual(await begin(files).of('view'), { draft: '', pasted: long, at: 9 });
    assert.equal(await begin(files).of('tab'), undefined);
  });

  it('are none where something else wrote the file', async () => {
    const files = new MemoryFiles();
    for (const text of ['', 'null', '{"drafts":[{"place":"view"}]}']) {
      await files.write('v1/drafts.json', new TextEncoder().encode(text));
      assert.equal(await begin(files).of('view'), undefined);
    }
  });
});
