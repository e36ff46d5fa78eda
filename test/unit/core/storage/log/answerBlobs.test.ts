import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../../src/core/base/json';
import { day, found, libraryUnderTest, pathOf } from '../library/libraryUnderTest';
import { deltaRecord, endRecord, LogUnderTest, path, turnRecord } from '../logUnderTest';

const picture = { type: 'image', data: 'A'.repeat(9_000), mime_type: 'image/jpeg', resolution: 'high' };
const icon = { ...picture, data: 'A'.repeat(4_096) };
const blobsIn = ({ files }: LogUnderTest) => files.paths.filter((name) => name.startsWith('v1/blobs/chat/'));
const textIn = ({ files }: LogUnderTest) => new TextDecoder().decode(files.bytesOf(path));
const turnsOf = async (under: LogUnderTest) => (await under.read()).chat.turns;

describe('an answer with media', () => {
  let under = new LogUnderTest();
  let log = under.open('a');
  beforeEach(() => {
    under = new LogUnderTest();
    log = under.open('a');
  });

  it('keeps a picture beside the lines, once, although it arrives and stands at the end', async () => {
    await log.append(turnRecord('t'), true);
    await log.append(deltaRecord('t', { i: 0, start: { type: 'model_output' } }, { i: 0, delta: picture }), true);
    await log.append(endRecord('t', 'Here', picture), true);

    assert.equal(blobsIn(under).length, 1);
    assert.equal(textIn(under).includes('AAAA'), false);
    const [turn] = await turnsOf(under);
    assert.deepEqual(turn?.steps, [{ type: 'model_output', content: [{ type: 'text', text: 'Here' }, picture] }]);
    assert.deepEqual(Object.keys(Object(turn?.steps[0]?.content)[1]), Object.keys(picture));
  });

  it('has the picture again where it was cut before its end', async () => {
    await log.append(turnRecord('t'), true);
    await log.append(
      deltaRecord(
        't',
        { i: 0, start: { type: 'thought', summary: [picture] } },
        { i: 0, delta: { type: 'thought_summary', content: picture } },
        { i: 1, start: { type: 'model_output', content: [picture] } },
        { i: 1, delta: picture },
      ),
      true,
    );

    assert.equal(blobsIn(under).length, 1);
    assert.equal(textIn(under).includes('AAAA'), false);
    assert.deepEqual((await turnsOf(under))[0]?.steps, [
      { type: 'thought', summary: [picture, picture] },
      { type: 'model_output', content: [picture, picture] },
    ]);
  });

  it('takes pictures out of the results of tools, and leaves everything else where it is', async () => {
    const steps: readonly JsonObject[] = [
      { type: 'function_result', call_id: '1', name: 'f', result: [picture, { data: 'A'.repeat(9_000) }] },
      { type: 'model_output', content: [icon, { type: 'image', mime_type: 'image/png', uri: 'https://g.example' }] },
    ];
    const end = endRecord('t', '');
    assert.ok(end.kind === 'end');
    await log.append(turnRecord('t'), true);
    await log.append({ ...end, end: { ...end.end, steps } }, true);

    assert.equal(blobsIn(under).length, 1);
    assert.deepEqual((await turnsOf(under))[0]?.steps, steps);
    assert.equal((await under.read()).chat.condition, 'whole');
  });

  it('says that it is damaged where a blob is lost or another, and keeps the place and the words', async () => {
    await log.append(turnRecord('t'), true);
    await log.append(endRecord('t', 'Here', picture), true);
    const [blob = ''] = blobsIn(under);
    const { data: _, ...place } = picture;
    const lost = [{ type: 'model_output', content: [{ type: 'text', text: 'Here' }, place] }];

    await under.files.write(blob, new TextEncoder().encode('{"data":"BBBB"}'));
    const other = (await under.read()).chat;
    await under.files.remove(blob);
    const gone = (await under.read()).chat;

    assert.deepEqual([other.condition, other.turns[0]?.steps], ['damaged', lost]);
    assert.deepEqual([gone.condition, gone.turns[0]?.steps], ['damaged', lost]);
  });

  it('reads no file that a name in a chat leads to from elsewhere', async () => {
    const hostile = { type: 'image', mime_type: 'image/png', blob: '../../secret' };
    await log.append(turnRecord('t'), true);
    await log.append(endRecord('t', 'Here', hostile), true);

    assert.deepEqual(Object((await turnsOf(under))[0]?.steps[0]?.content)[1], hostile);
  });

  it('is listed, searched, exported and imported with all of it', async () => {
    const { files, library } = libraryUnderTest();
    const journal = new LogUnderTest().open('a', { files });
    await journal.append(turnRecord('t'), true);
    await journal.append(endRecord('t', 'A bridge', picture), true);

    assert.deepEqual(
      (await library.list()).map(({ lastLine, condition }) => [lastLine, condition]),
      [['A bridge', 'whole']],
    );
    assert.equal((await found(library, 'bridge')).length, 1);
    const exported = (await library.exportLog('chat')) ?? new Uint8Array();
    assert.ok(new TextDecoder().decode(exported).includes(picture.data));
    const elsewhere = libraryUnderTest();
    const imported = await elsewhere.library.importLog(exported);
    assert.ok(typeof imported === 'object');
    assert.deepEqual(elsewhere.files.bytesOf(pathOf(imported.chatId)), files.bytesOf(pathOf('chat')));
    const chat = await elsewhere.library.load(imported.chatId);
    assert.deepEqual(Object(chat?.turns[0]?.steps[0]?.content)[1], picture);
    assert.equal(chat?.condition, 'whole');
  });

  it('goes for good with its chat', async () => {
    const { files, library, pass } = libraryUnderTest();
    const blobs = () => files.paths.filter((name) => name.startsWith('v1/blobs/'));
    const journal = new LogUnderTest().open('a', { files });
    await journal.append(turnRecord('t'), true);
    await journal.append(endRecord('t', 'A bridge', picture), true);
    await journal.release();

    await library.trash('chat');
    assert.equal(blobs().length, 1);
    pass(40 * day);
    await library.purgeTrash(() => Promise.resolve());

    assert.deepEqual(blobs(), []);
  });
});
