import assert from 'node:assert/strict';
import type { Attachment, MediaAttachment } from '../../../../../src/core/conversation/turn';
import { pictureAttachment } from '../../../fakes/attachments';
import { found, libraryUnderTest, pathOf } from '../library/libraryUnderTest';
import { endRecord, LogUnderTest, turnRecord } from '../logUnderTest';

const picture: MediaAttachment = { ...pictureAttachment, data: 'A'.repeat(400_000) };
const small: MediaAttachment = { ...pictureAttachment, id: 's', data: 'AAAA' };
const page: Attachment = { kind: 'url', id: 'u', url: 'https://a.example' };
const blobsIn = ({ files }: LogUnderTest) => files.paths.filter((name) => name.startsWith('v1/blobs/chat/'));

describe('a question with media', () => {
  it('keeps a large picture beside its line, once, however often it is asked', async () => {
    const under = new LogUnderTest();
    const log = under.open('a');
    for (const id of ['t', 'again']) await log.append(turnRecord(id, undefined, [picture, page]), true);
    await log.append(turnRecord('little', undefined, [small]), true);

    assert.equal(blobsIn(under).length, 1);
    assert.match(under.lines()[1] ?? '', /"prompt":"Question t".*"blob":"[0-9a-f]{64}"/);
    assert.match(under.lines()[3] ?? '', /"data":"AAAA"/);
    const { chat } = await under.read();
    assert.deepEqual(
      chat.turns.map(({ attachments }) => attachments),
      [[picture, page], [picture, page], [small]],
    );
    assert.equal(chat.condition, 'whole');
  });

  it('loses nothing else when the picture is lost', async () => {
    const under = new LogUnderTest();
    await under.open('a').append(turnRecord('t', undefined, [picture, page]), true);
    await under.files.remove(blobsIn(under)[0] ?? '');

    const { chat } = await under.read();

    const [turn] = chat.turns;
    assert.deepEqual([chat.condition, turn?.prompt, turn?.attachments], ['damaged', 'Question t', [page]]);
  });

  it('lies beside its line as a whole where it is still too large', async () => {
    const under = new LogUnderTest();
    const file: Attachment = { kind: 'file', id: 'f', uri: '', path: 'f', languageId: '', text: 'é'.repeat(300_000) };
    await under.open('a').append(turnRecord('t', undefined, [picture, file]), true);

    assert.equal(blobsIn(under).length, 2);
    assert.ok((under.lines()[1]?.length ?? 0) < 1_000);
    assert.deepEqual((await under.read()).chat.turns[0]?.attachments, [picture, file]);
  });

  it('is listed, searched, exported and imported with all of it', async () => {
    const { files, library } = libraryUnderTest();
    const log = new LogUnderTest().open('a', { files });
    await log.append(turnRecord('t', undefined, [picture, page]), true);
    await log.append(endRecord('t', 'A bridge'), true);

    assert.deepEqual(
      (await library.list()).map(({ title, lastLine, condition }) => [title, lastLine, condition]),
      [['Question t', 'A bridge', 'whole']],
    );
    assert.equal((await found(library, 'bridge')).length, 1);
    const exported = (await library.exportLog('chat')) ?? new Uint8Array();
    assert.ok(exported.length > picture.data.length);
    const elsewhere = libraryUnderTest();
    const imported = await elsewhere.library.importLog(exported);
    assert.ok(typeof imported === 'object');
    const chat = await elsewhere.library.load(imported.chatId);
    assert.deepEqual([chat?.condition, chat?.turns[0]?.attachments], ['whole', [picture, page]]);
    assert.deepEqual(elsewhere.files.bytesOf(pathOf(imported.chatId)), files.bytesOf(pathOf('chat')));
    assert.deepEqual(await elsewhere.library.exportLog(imported.chatId), exported);
  });
});
