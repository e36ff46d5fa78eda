import assert from 'node:assert/strict';
import { BufferedFiles } from '../../../../../src/core/storage/files/bufferedFiles';
import { deltaRecord, endRecord, LogUnderTest, path, textEvent, turnRecord } from '../logUnderTest';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a disk that takes only whole files', () => {
  let under = new LogUnderTest();
  let files = new BufferedFiles(under.files, 'a');
  beforeEach(() => {
    under = new LogUnderTest();
    files = new BufferedFiles(under.files, 'a');
  });
  const onDisk = (name: string) => new TextDecoder().decode(under.files.bytesOf(name));
  const lasting = { create: false, durable: true };
  const passing = { create: false, durable: false };

  it('is written once for each answer, although everything can be read at once', async () => {
    const log = under.open('a', { files });
    await log.append(turnRecord('t'), true);
    const begun = under.files.bytesOf(path);
    for (const text of ['Be', 'cause']) {
      void log.append(deltaRecord('t', textEvent(text)), false);
      await under.pass(250);
    }
    assert.deepEqual(under.files.bytesOf(path), begun);
    assert.ok(((await files.read(path))?.length ?? 0) > (begun?.length ?? 0));

    await log.append(endRecord('t', 'Because'), true);

    assert.deepEqual(under.kinds(), ['chat', 'turn t', 'delta t', 'delta t', 'end t']);
    assert.equal((await under.read()).chat.condition, 'whole');
    assert.deepEqual(log.state, 'saving');
  });

  it('keeps what another window has written meanwhile', async () => {
    await files.append('log', bytesOf('1'), { create: true, durable: true });
    await files.append('log', bytesOf('3'), passing);
    await new BufferedFiles(under.files, 'b').append('log', bytesOf('2'), lasting);

    await files.append('log', bytesOf('4'), lasting);

    assert.equal(onDisk('log'), '1234');
  });

  it('is as it was when a file cannot be replaced, and takes everything later', async () => {
    await files.append('log', bytesOf('1'), { create: true, durable: true });
    await files.append('log', bytesOf('2'), passing);
    under.files.faults = (operation) => (operation === 'rename' ? { code: 'ENOSPC' } : undefined);
    await assert.rejects(files.append('log', bytesOf('3'), lasting), { code: 'ENOSPC' });
    assert.equal(onDisk('log'), '1');
    assert.deepEqual(under.files.paths, ['log']);

    under.files.faults = undefined;
    await files.append('log', bytesOf('3'), lasting);
    assert.equal(onDisk('log'), '123');
  });

  it('makes nothing again where a file was removed, and moves a file with what was added to it', async () => {
    await files.append('log', bytesOf('1'), { create: true, durable: true });
    await files.append('log', bytesOf('2'), passing);
    await files.rename('log', 'trash');

    assert.equal(onDisk('trash'), '12');
    await assert.rejects(files.append('log', bytesOf('3'), lasting), { code: 'ENOENT' });
    await assert.rejects(files.append('log', bytesOf('3'), passing), { code: 'ENOENT' });
    assert.deepEqual(under.files.paths, ['trash']);
  });

  it('lets one window at a time make a file, and waits for a window that is silent', async () => {
    assert.deepEqual(await Promise.all([files.createNew('a', bytesOf('1')), files.createNew('a', bytesOf('2'))]), [
      true,
      false,
    ]);
    assert.equal(files.isProcessGone(), false);
  });
});
