import assert from 'node:assert/strict';
import { Drafts } from '../../../../src/core/chat/drafts';
import { MemoryFiles } from '../storage/memoryFiles';

const path = 'v1/drafts.json';

function begin(files: MemoryFiles, errors: unknown[] = []): Drafts {
  return new Drafts({ files, now: () => 9, onError: (error) => errors.push(error) });
}

function onDisk(files: MemoryFiles): unknown {
  return JSON.parse(new TextDecoder().decode(files.bytesOf(path)));
}

async function readFrom(content: object, place = 'view') {
  const files = new MemoryFiles();
  files.put(path, new TextEncoder().encode(JSON.stringify(content)));
  return begin(files).of(place);
}

describe('a question that is held beside the drafts', () => {
  it('is on disk until it is released', async () => {
    const files = new MemoryFiles();
    const drafts = begin(files);
    const held = drafts.hold('view', 'Why?');
    await drafts.keep('tab', { draft: 'Else', at: 4 });
    const kept = { place: 'tab', draft: 'Else', pasted: '', at: 4 };
    assert.deepEqual(onDisk(files), { drafts: [kept], asked: [{ place: 'view', prompt: 'Why?' }] });

    held.release();
    held.giveBack();
    await drafts.forget('other');
    assert.deepEqual(onDisk(files), { drafts: [kept], asked: [] });
    assert.equal(await drafts.of('view'), undefined);
  });

  it('is nothing where it is empty', async () => {
    const files = new MemoryFiles();
    const drafts = begin(files);
    const held = drafts.hold('view', '');
    await drafts.forget('other');
    assert.deepEqual(onDisk(files), { drafts: [], asked: [] });
    held.giveBack();
    await drafts.forget('other');
    assert.equal(await drafts.of('view'), undefined);
  });

  it('is forgotten with its place, and those of other places stay', async () => {
    const files = new MemoryFiles();
    const drafts = begin(files);
    const gone = drafts.hold('tab', 'gone');
    drafts.hold('view', 'Why?');
    await drafts.keep('tab', { draft: 'half', at: 1 });
    await drafts.forget('tab');
    gone.giveBack();
    await drafts.forget('other');
    assert.deepEqual(onDisk(files), { drafts: [], asked: [{ place: 'view', prompt: 'Why?' }] });
  });

  it('tells where the disk does not take it', async () => {
    const files = new MemoryFiles();
    const errors: unknown[] = [];
    files.faults = (operation) => (operation === 'write' ? { code: 'ENOSPC' } : undefined);
    const drafts = begin(files, errors);
    drafts.hold('view', 'Why?');
    await assert.rejects(drafts.keep('view', { draft: '', at: 1 }), { code: 'ENOSPC' });
    await assert.rejects(drafts.forget('view'), { code: 'ENOSPC' });
    assert.equal(errors.length, 1);
  });
});

describe('a question that comes back', () => {
  async function givenBack(prompt: string, draft: string, pasted: string) {
    const drafts = begin(new MemoryFiles());
    await drafts.keep('view', { draft, pasted, at: 1 });
    const held = drafts.hold('view', prompt);
    held.giveBack();
    await drafts.forget('other');
    return drafts.of('view');
  }

  it('stands before the draft, and leaves the pasted text', async () => {
    assert.deepEqual(await givenBack('Why?', 'half', 'long'), { draft: 'Why?\n\nhalf', pasted: 'long', at: 9 });
    assert.deepEqual(await givenBack('Why?', '', ''), { draft: 'Why?', pasted: '', at: 9 });
  });

  it('goes to the pasted text where it and the draft are longer than 50,000 characters together', async () => {
    const [most, over] = ['a'.repeat(49_996), 'a'.repeat(49_997)];
    assert.deepEqual(await givenBack(most, 'half', 'long'), { draft: `${most}\n\nhalf`, pasted: 'long', at: 9 });
    assert.deepEqual(await givenBack(over, 'half', 'long'), { draft: 'half', pasted: `${over}\n\nlong`, at: 9 });
  });
});

describe('the file of drafts', () => {
  const whole = { place: 'view', draft: 'Why', pasted: 'long', at: 1 };

  it('is read without what is not whole', async () => {
    assert.deepEqual(await readFrom({ drafts: [whole] }), { draft: 'Why', pasted: 'long', at: 1 });
    const { pasted, ...short } = whole;
    assert.deepEqual([pasted, await readFrom({ drafts: [short] })], ['long', { draft: 'Why', pasted: '', at: 1 }]);
    for (const lost of ['place', 'draft', 'at']) {
      assert.equal(await readFrom({ drafts: [{ ...whole, [lost]: null }] }), undefined, lost);
    }
    assert.deepEqual(await readFrom({ drafts: [{ ...whole, at: null }, whole] }), {
      draft: 'Why',
      pasted: 'long',
      at: 1,
    });
  });

  it('gives back the held questions that are whole', async () => {
    const asked = [{ place: 'view', prompt: 'Why?' }, { place: 'view' }, { prompt: 'lost' }, 'x'];
    assert.deepEqual(await readFrom({ asked }), { draft: 'Why?', pasted: '', at: 9 });
    assert.equal(await readFrom({ asked: [{ place: 'view' }] }), undefined);
  });

  it('is read once', async () => {
    const files = new MemoryFiles();
    const drafts = begin(files);
    await Promise.all([drafts.of('view'), drafts.of('tab'), drafts.keep('view', { draft: 'a', at: 1 })]);
    await drafts.of('view');
    assert.equal(files.calls.filter((call) => call === `read ${path}`).length, 1);
  });
});
