import assert from 'node:assert/strict';
import { PendingAttachments } from '../../../../src/core/chat/pendingAttachments';
import { QuestionQueue } from '../../../../src/core/chat/questionQueue';
import type { ChatRecord } from '../../../../src/core/conversation/records';
import type { Attachment, UploadAttachment } from '../../../../src/core/conversation/turn';
import { fileUses } from '../../../../src/core/googleFiles/fileUses';
import { uploadsOf } from '../../../../src/core/googleFiles/uploadsOf';
import { libraryUnderTest, pathOf } from '../storage/library/libraryUnderTest';
import { asked, begun, titled, written } from '../storage/library/writtenChats';

const upload = (id: string): UploadAttachment => ({
  kind: 'upload',
  id: `here-${id}`,
  name: 'talk.mp4',
  media: 'video',
  mimeType: 'video/mp4',
  size: 9,
  remote: { name: `files/${id}`, uri: `https://files.example/v1/files/${id}`, expiresAt: 9 },
});
const page: Attachment = { kind: 'url', id: 'page', url: 'https://example.com' };
function askedWith(turnId: string, ...attachments: readonly Attachment[]): ChatRecord {
  const record = asked(turnId, 'What happens?');
  assert.equal(record.kind, 'turn');
  return { ...record, turn: { ...record.turn, attachments } };
}
const never = new AbortController().signal;

describe('the chats that use a file at Google', () => {
  it('are told by their titles: asked before, or about to be asked', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('one'), written(1_000, begun(1_000), askedWith('a', upload('x'), upload('x')), titled('One')));
    files.put(
      pathOf('two'),
      written(2_000, begun(2_000), askedWith('b', upload('x'), page, upload('y')), titled('Two')),
    );
    const pending = new PendingAttachments();
    pending.add('one', [upload('z')]);
    pending.add('new', [upload('z')]);

    const queue = new QuestionQueue();
    queue.add('two', [{ id: 'q', prompt: 'And this?', attachments: [upload('q'), page], isHeld: false }]);

    const uses = await fileUses({ library, pending, queue }, 0, never);

    assert.deepEqual(uses.get('files/q'), ['Two']);
    assert.deepEqual([...uses.keys()].toSorted(), ['files/q', 'files/x', 'files/y', 'files/z']);
    assert.deepEqual(uses.get('files/x'), ['Two', 'One']);
    assert.deepEqual(uses.get('files/y'), ['Two']);
    assert.deepEqual(uses.get('files/z'), ['One', '']);
    assert.equal(uses.get('files/none'), undefined);
  });

  it('are not read when they were last used before the oldest file came', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('old'), written(1_000, askedWith('a', upload('x')), titled('Old')));
    files.put(pathOf('new'), written(9_000, askedWith('a', upload('x')), titled('New')));
    const read: string[] = [];
    const peeking = {
      list: () => library.list(),
      peek: (chatId: string) => {
        read.push(chatId);
        return library.peek(chatId);
      },
    };
    const parts = { library: peeking, pending: new PendingAttachments(), queue: new QuestionQueue() };
    assert.deepEqual((await fileUses(parts, 5_000, never)).get('files/x'), ['New']);
    assert.deepEqual(read, ['new']);
    const [newest] = await library.list();
    assert.equal((await fileUses(parts, newest?.updatedAt ?? 0, never)).size, 1);
    assert.equal((await fileUses(parts, (newest?.updatedAt ?? 0) + 1, never)).size, 0);
    parts.pending.add('old', [upload('z')]);
    assert.deepEqual((await fileUses(parts, 5_000, never)).get('files/z'), ['Old']);
    assert.ok(!read.includes('old'));
    await assert.rejects(fileUses(parts, 0, AbortSignal.abort('stop')), (reason) => reason === 'stop');
  });

  it('leave to a chat the files that nothing else has', async () => {
    const { files, library } = libraryUnderTest();
    const all = [...['own', 'own', 'others', 'waiting'].map(upload), page];
    files.put(pathOf('one'), written(1_000, begun(1_000), askedWith('a', ...all)));
    files.put(pathOf('two'), written(1_000, begun(1_000), askedWith('b', upload('others'))));
    const pending = new PendingAttachments();
    pending.add('one', [upload('waiting')]);
    const parts = { library, pending, queue: new QuestionQueue() };

    assert.deepEqual(await uploadsOf(parts, 'one', 8), ['files/own']);
    assert.deepEqual(await uploadsOf(parts, 'one', 9), []);
    assert.deepEqual(await uploadsOf(parts, 'none', 8), []);
  });
});
