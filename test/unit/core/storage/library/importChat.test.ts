import assert from 'node:assert/strict';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { blobPath } from '../../../../../src/core/storage/files/chatPaths';
import { exportedLog, type ImportResult, importChat } from '../../../../../src/core/storage/library/importChat';
import { longestInline } from '../../../../../src/core/storage/log/answerBlobs';
import { blobsOf, keepBlob, largestContent } from '../../../../../src/core/storage/log/blobs';
import { encodeBlobRecord, encodeLine, encodeRecord } from '../../../../../src/core/storage/log/recordLine';
import { endRecord, fileOf, soundLine, turnRecord } from '../logUnderTest';
import { MemoryFiles, systemError } from '../memoryFiles';
import { pathOf } from './libraryUnderTest';
import { asked, written } from './writtenChats';

const stamp = { writer: 'w', number: 9, at: 9 };
const question = written(1, asked('t', 'Hi'));
const picture = { type: 'image', data: 'A'.repeat(longestInline + 1) };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const blobsIn = (files: MemoryFiles) => files.paths.filter((path) => path.startsWith('v1/blobs/'));

/** The ids that are given out, one after the other. */
function idsOf(...ids: readonly string[]): () => string {
  let at = 0;
  return () => ids[at++] ?? assert.fail('asked for one more id');
}

const importInto = (files: MemoryFiles, bytes: Uint8Array, newId = idsOf('new')): Promise<ImportResult> =>
  importChat(files, 'v1/chats/2026', newId, bytes);

describe('a file that becomes a chat', () => {
  it('is taken over line by line', async () => {
    const files = new MemoryFiles();
    assert.deepEqual(await importInto(files, question), { chatId: 'new', condition: 'whole' });
    assert.deepEqual(files.bytesOf(pathOf('new')), question);
    assert.deepEqual(files.paths, [pathOf('new')]);
  });

  it('is empty where there are blanks alone, or nothing was said, and foreign where no line is ours', async () => {
    const files = new MemoryFiles();
    for (const text of ['', ' \t\n\v\f\r ']) assert.equal(await importInto(files, bytesOf(text)), 'empty');
    for (const text of ['x', '\b', '\u000e', '\u001f', '!', ' x '])
      assert.equal(await importInto(files, bytesOf(text)), 'foreign');
    assert.equal(await importInto(files, fileOf([{ kind: 'title', title: 'T', by: 'user' }])), 'empty');
    assert.deepEqual(files.paths, []);
  });

  it('is damaged where some of it was left out, unless it is of a later version', async () => {
    const damaged = joinBytes([question, bytesOf('junk\n')]);
    assert.deepEqual(await importInto(new MemoryFiles(), damaged), { chatId: 'new', condition: 'damaged' });
    const poem = encodeLine(stamp, 'poem', undefined, '"d":{}');
    assert.deepEqual(await importInto(new MemoryFiles(), joinBytes([damaged, poem])), {
      chatId: 'new',
      condition: 'newer',
    });
  });

  it('has its large lines beside it, and lines of up to 256 kB in it', async () => {
    const lineOf = (length: number) => {
      const record = (title: string) => encodeRecord(stamp, { kind: 'title', title, by: 'user' });
      return record('x'.repeat(length - record('').length));
    };
    const files = new MemoryFiles();
    const fits = joinBytes([question, lineOf(largestContent)]);
    await importInto(files, fits);
    assert.deepEqual(files.bytesOf(pathOf('new')), fits);
    assert.deepEqual(blobsIn(files), []);

    await importInto(files, joinBytes([question, lineOf(largestContent + 1)]), idsOf('large'));
    assert.equal(blobsIn(files).length, 1);
    const name = blobsIn(files)[0]?.split('/').at(-1) ?? '';
    assert.deepEqual(
      files.bytesOf(pathOf('large')),
      joinBytes([question, encodeBlobRecord(stamp, { kind: 'title', title: '', by: 'user' }, name)]),
    );
    assert.equal(Object(await blobsOf(files, 'large')(name)).by, 'user');
  });

  it('has the media of its answers beside it, and those of its questions where a line would be too long', async () => {
    const media = (data: string) => ({ kind: 'media', id: 'p', name: '', media: 'image', mimeType: '', data }) as const;
    for (const [records, count] of [
      [[turnRecord('t'), endRecord('t', 'Yes', picture)], 1],
      [[turnRecord('t'), endRecord('t', 'Yes', { ...picture, data: 'A'.repeat(longestInline) })], 0],
      [[turnRecord('t', undefined, [media('A'.repeat(9_000))])], 0],
      [[turnRecord('t', undefined, [media('A'.repeat(largestContent))])], 1],
    ] as const) {
      const files = new MemoryFiles();
      const exported = fileOf(records);
      assert.deepEqual(await importInto(files, exported), { chatId: 'new', condition: 'whole' });
      assert.equal(blobsIn(files).length, count);
      const log = files.bytesOf(pathOf('new')) ?? assert.fail();
      assert.equal(log.length === exported.length, count === 0);
      assert.deepEqual(await exportedLog(files, 'new', log), exported);
    }
  });

  it('keeps lines of a later version, however long', async () => {
    const files = new MemoryFiles();
    const text = `"d":{"type":"image","data":"${picture.data}"}`;
    const poem = encodeLine(stamp, 'poem', undefined, text);
    const log = joinBytes([question, poem]);
    await importInto(files, log);
    assert.deepEqual(files.bytesOf(pathOf('new')), log);
  });

  it('gets an id that is free, and gives up after ten that are not', async () => {
    const files = new MemoryFiles();
    files.put(pathOf('taken', '2024'), question);
    const ids = idsOf('taken', 'taken', 'free');
    assert.deepEqual(await importInto(files, question, ids), { chatId: 'free', condition: 'whole' });
    let tries = 0;
    const taken = () => {
      tries += 1;
      return 'taken';
    };
    await assert.rejects(importInto(files, question, taken));
    assert.equal(tries, 10);
    assert.deepEqual(files.paths, [pathOf('taken', '2024'), pathOf('free')]);
  });

  it('gets another id where a file of the first is made at the same moment', async () => {
    const files = new MemoryFiles();
    files.faults = (operation) => {
      if (operation === 'createNew' && !files.bytesOf(pathOf('first'))) files.put(pathOf('first'), bytesOf('mine'));
      return undefined;
    };
    assert.deepEqual(await importInto(files, question, idsOf('first', 'second')), {
      chatId: 'second',
      condition: 'whole',
    });
    assert.deepEqual(files.bytesOf(pathOf('first')), bytesOf('mine'));
  });

  it('leaves nothing behind where the disk refuses, and tells the first error', async () => {
    const files = new MemoryFiles();
    files.faults = (operation, path) =>
      operation === 'createNew' && path === pathOf('new') ? { code: 'ENOSPC', written: 5 } : undefined;
    const large = fileOf([turnRecord('t'), endRecord('t', 'Yes', picture)]);
    await assert.rejects(importInto(files, large), { code: 'ENOSPC' });
    assert.deepEqual(files.paths, []);
    files.faults = (operation) => {
      if (operation === 'createNew') return { code: 'ENOSPC' };
      return operation === 'remove' ? { code: 'EPERM' } : undefined;
    };
    await assert.rejects(importInto(files, large), systemError('ENOSPC'));
  });
});

describe('the file of a chat with all that lies beside it', () => {
  it('is the same file where nothing does, and damage stays in it', async () => {
    const bytes = joinBytes([question, bytesOf('junk\n'), fileOf([endRecord('t', 'Yes')])]);
    assert.deepEqual(await exportedLog(new MemoryFiles(), 'c', bytes), bytes);
    assert.deepEqual(await exportedLog(new MemoryFiles(), 'c', new Uint8Array()), new Uint8Array());
  });

  it('has the content in the place of its name, and the name where the content is not there', async () => {
    const files = new MemoryFiles();
    const name = await keepBlob(files, 'c', '{"title":"T"}');
    const title = { kind: 'title', title: '', by: 'user' } as const;
    const line = encodeBlobRecord(stamp, title, name);
    const bytes = joinBytes([question, bytesOf('\r\n'), line, bytesOf('junk\n'), line]);
    const whole = encodeLine(stamp, 'title', undefined, '"d":{"title":"T"}');
    assert.deepEqual(
      await exportedLog(files, 'c', bytes),
      joinBytes([question, bytesOf('\r\n'), whole, bytesOf('junk\n'), whole]),
    );
    await files.remove(blobPath('c', name));
    assert.deepEqual(await exportedLog(files, 'c', bytes), bytes);
  });

  it('leaves lines of a later version as they are', async () => {
    const files = new MemoryFiles();
    const name = await keepBlob(files, 'c', '{"title":"T"}');
    const line = soundLine(`{"v":2,"w":"w","n":1,"t":"2030-01-01T00:00:00.000Z","k":"title","b":"${name}"`);
    assert.deepEqual(await exportedLog(files, 'c', line), line);
  });

  it('takes a question along without the pictures that are lost, where the question lies beside it', async () => {
    const files = new MemoryFiles();
    const content = { prompt: 'Hi', attachments: [{ kind: 'media', id: 'p', blob: '0'.repeat(64) }] };
    const name = await keepBlob(files, 'c', JSON.stringify(content));
    const beside = encodeLine(stamp, 'turn', 't', `"b":"${name}"`);
    const inLine = encodeLine(stamp, 'turn', 't', `"d":${JSON.stringify(content)}`);
    assert.deepEqual(await exportedLog(files, 'c', beside), inLine);
    assert.deepEqual(await exportedLog(files, 'c', inLine), inLine);
  });
});
