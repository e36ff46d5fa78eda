import assert from 'node:assert/strict';
import { PreparedMedia } from '../../../../src/core/chat/preparedMedia';
import type { Attachment, MediaAttachment } from '../../../../src/core/conversation/turn';
import { pictureAttachment as picture } from '../../fakes/attachments';
import { MemoryFiles } from '../storage/memoryFiles';

const other: MediaAttachment = { ...picture, id: 'o', data: 'REVG' };
const page: Attachment = { kind: 'url', id: 'u', url: 'https://e.example' };

describe('the bytes of what is attached', () => {
  it('are in a file of their own, and come back from it', async () => {
    const files = new MemoryFiles();
    const listed = await new PreparedMedia(files).slim([page, picture]);
    const [path = ''] = files.paths;
    const { data, ...rest } = picture;
    const name = path.slice('v1/blobs/prepared/'.length);
    assert.deepEqual(listed, [page, { ...rest, blob: name }]);
    assert.deepEqual(JSON.parse(new TextDecoder().decode(files.bytesOf(path))), { data });

    const attachments = listed.map((one) => ({ ...one }));
    const content = JSON.parse(JSON.stringify({ chatId: 'c', attachments }));
    assert.deepEqual(await new PreparedMedia(files).fill(content), { chatId: 'c', attachments: [page, picture] });
    await files.remove(path);
    assert.deepEqual(await new PreparedMedia(files).fill(content), { chatId: 'c', attachments: [page] });
  });

  it('are what was listed, where nothing has bytes', async () => {
    const content = { attachments: [{ kind: 'url', id: 'u', url: 'https://e.example' }] };
    assert.deepEqual(await new PreparedMedia(new MemoryFiles()).fill(content), content);
  });

  it('are written once, however often the list is', async () => {
    const files = new MemoryFiles();
    const media = new PreparedMedia(files);
    const first = await media.slim([picture]);
    const before = files.calls.length;
    assert.deepEqual(await media.slim([picture]), first);
    assert.equal(files.calls.length, before);
  });

  it('are removed with the last that is listed, also those of an earlier run', async () => {
    const files = new MemoryFiles();
    await new PreparedMedia(files).slim([{ ...picture, id: 'old', data: 'R0hJ' }]);
    const media = new PreparedMedia(files);
    await media.slim([picture, other]);
    assert.equal(files.paths.length, 3);

    await media.keepOnly(new Set(['p']));
    assert.equal(files.paths.length, 1);
    const [listed] = await media.slim([picture]);
    assert.deepEqual(files.paths, [`v1/blobs/prepared/${listed && 'blob' in listed ? listed.blob : ''}`]);
    await media.keepOnly(new Set());
    assert.deepEqual(files.paths, []);
    await media.slim([picture]);
    assert.equal(files.paths.length, 1);
  });
});
