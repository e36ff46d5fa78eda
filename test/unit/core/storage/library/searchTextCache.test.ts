import assert from 'node:assert/strict';
import {
  addToTextCache,
  type CachedText,
  cachedText,
  decodedText,
  readTextCache,
  textCachePath,
  unitsOf,
  writeTextCache,
} from '../../../../../src/core/storage/library/searchTextCache';
import { TextCacheKeeper } from '../../../../../src/core/storage/library/searchTextKeeper';
import { MemoryFiles } from '../memoryFiles';
import { pathOf } from './libraryUnderTest';

const textFor = (chatId: string, text: string) => cachedText({ chatId, size: 7, modifiedAt: 9 }, text);
const [a, b] = [textFor('a', 'Über alles\n'), textFor('b', '')];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const writes = (files: MemoryFiles) => files.calls.filter((call) => /^(write|append|remove)/.test(call));

describe('the cache of words', () => {
  let files = new MemoryFiles();
  beforeEach(() => {
    files = new MemoryFiles();
  });
  const read = async () => {
    const { texts, wasted, exists } = await readTextCache(files);
    return { texts: [...texts.values()].map((text) => ({ ...text, text: decodedText(text) })), wasted, exists };
  };
  const shown = (...texts: readonly CachedText[]) => texts.map((text) => ({ ...text, text: decodedText(text) }));
  const size = () => files.bytesOf(textCachePath)?.length ?? 0;

  it('is not there before it is written, nor where it is of another version', async () => {
    const nothing = { texts: [], wasted: 0, exists: false };
    assert.deepEqual(await read(), nothing);
    for (const text of ['', '{"v":1}', '{"v":2}\n', 'x{"v":1}\n']) {
      files.put(textCachePath, bytesOf(text));
      assert.deepEqual(await read(), nothing, text);
    }
  });

  it('holds each text as it was written', async () => {
    await writeTextCache(files, [a, b]);
    assert.deepEqual(await read(), { texts: shown(a, b), wasted: 0, exists: true });
    assert.deepEqual(a, { chatId: 'a', size: 7, modifiedAt: 9, text: bytesOf('Über alles\n'), sum: a.sum });
    await writeTextCache(files, []);
    assert.deepEqual(await read(), { texts: [], wasted: 0, exists: true });
  });

  it('grows by texts that replace earlier ones, whose bytes are wasted', async () => {
    await writeTextCache(files, [a, b]);
    const before = size();
    await addToTextCache(files, [textFor('a', 'New')]);
    const added = size() - before;
    const { texts, wasted } = await read();
    assert.deepEqual(texts, shown(textFor('a', 'New'), b));
    await writeTextCache(files, [textFor('a', 'New'), b]);
    assert.equal(wasted, before + added - size());
  });

  it('is not made by adding to it', async () => {
    await addToTextCache(files, [a]);
    assert.deepEqual(files.paths, []);
    files.faults = () => ({ code: 'EIO' });
    await assert.rejects(addToTextCache(files, [a]), { code: 'EIO' });
  });

  it('is read up to the first place that is damaged, and the rest is wasted', async () => {
    await writeTextCache(files, [a]);
    const whole = size();
    await addToTextCache(files, [b]);
    const good = files.bytesOf(textCachePath) ?? new Uint8Array();
    for (const tail of [
      '{',
      'x\n',
      '[]\n',
      '{"chatId":"c"}\n',
      '{"length":0}\n',
      '{"chatId":"c","length":-1}\n',
      `{"chatId":"${'c'.repeat(1_000)}","length":0}\n`,
    ]) {
      files.put(textCachePath, new Uint8Array([...good.subarray(0, whole), ...bytesOf(tail), ...good.subarray(whole)]));
      const wasted = tail.length + good.length - whole;
      assert.deepEqual(await read(), { texts: shown(a), wasted, exists: true }, tail);
    }
    const short = '{"chatId":"c","length":2}\nx';
    files.put(textCachePath, new Uint8Array([...good, ...bytesOf(short)]));
    assert.deepEqual(await read(), { texts: shown(a, b), wasted: short.length, exists: true });
    files.put(textCachePath, new Uint8Array([...good, ...bytesOf('{"chatId":"c","length":1}\nx')]));
    assert.deepEqual((await read()).texts.at(-1), { chatId: 'c', size: 0, modifiedAt: 0, sum: 0, text: 'x' });
  });

  it('gives any part of a text, counted in units of UTF-16', () => {
    const text = '\uFEFFaß語🙂z';
    const bytes = bytesOf(text);
    assert.equal(decodedText(textFor('a', text)), text);
    for (const [start, end] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 6],
      [6, 7],
      [0, 7],
      [2, 6],
      [7, 7],
    ])
      assert.equal(unitsOf(bytes, text.length, start ?? 0, end ?? 0), text.slice(start, end), `${start} to ${end}`);
    assert.equal(unitsOf(bytesOf('abc'), 3, 1, 2), 'b');
  });
});

describe('who keeps the cache of words', () => {
  const errors: unknown[] = [];
  let files = new MemoryFiles();
  let keeper = new TextCacheKeeper(files, (error) => errors.push(error));
  beforeEach(async () => {
    files = new MemoryFiles();
    keeper = new TextCacheKeeper(files, (error) => errors.push(error));
    await writeTextCache(files, [a, b]);
    files.calls.length = 0;
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));
  const kept = async () => [...(await keeper.read()).keys()].sort();
  const save = async (living: string, ...added: readonly CachedText[]) => {
    await keeper.save(new Set(living.split(' ')), added);
    return writes(files).map((call) => call.split(' ')[0]);
  };

  it('adds what is new, and writes nothing where nothing is', async () => {
    assert.deepEqual(await save('a b'), []);
    assert.deepEqual(await save('a b c', textFor('c', 'Words')), ['append']);
    assert.deepEqual(await kept(), ['a', 'b', 'c']);
  });

  it('writes all of it again where there is none, and without the chats that are gone', async () => {
    assert.deepEqual(await save('a'), ['write']);
    assert.deepEqual(await kept(), ['a']);
    await files.remove(textCachePath);
    files.calls.length = 0;
    assert.deepEqual(await save('a'), ['write']);
    assert.deepEqual(await kept(), []);
  });

  it('writes all of it again where more than a third of it would be wasted', async () => {
    await addToTextCache(files, [textFor('a', 'x'.repeat(900)), textFor('a', 'x')]);
    const { wasted } = await readTextCache(files);
    // The words of a take one byte, those of b none.
    for (const [length, call] of [
      [3 * wasted + 2, 'append'],
      [3 * wasted - 4, 'write'],
    ] as const) {
      const before = files.bytesOf(textCachePath) ?? assert.fail();
      files.calls.length = 0;
      assert.deepEqual(await save('a b c', textFor('c', 'y'.repeat(length))), [call]);
      assert.equal((await readTextCache(files)).wasted, call === 'append' ? wasted : 0);
      files.put(textCachePath, before);
    }
  });

  it('takes the words of a chat out, and leaves a cache that has none of them alone', async () => {
    await keeper.forget('c');
    assert.deepEqual(writes(files), []);
    await keeper.forget('a');
    assert.deepEqual([await kept(), writes(files)], [['b'], [`write ${textCachePath}`]]);
  });

  it('takes out what cannot be read as well', async () => {
    await files.append(textCachePath, bytesOf('rest of a'), { create: false, durable: false });
    await keeper.forget('c');
    assert.equal((await readTextCache(files)).wasted, 0);
    files.put(textCachePath, bytesOf('nothing that can be read'));
    await keeper.forget('c');
    assert.deepEqual(files.paths, []);
    files.calls.length = 0;
    await keeper.forget('c');
    assert.deepEqual(writes(files), []);
  });

  it('takes out what another window has deleted meanwhile', async () => {
    files.put('v1/trash/20261120-2026-a.jsonl', bytesOf('x'));
    files.put('v1/trash/20261120-2026-b.jsonl', bytesOf('x'));
    files.put(pathOf('b'), bytesOf('x'));
    await save('a b c', textFor('c', 'Words'));
    assert.deepEqual(await kept(), ['b', 'c']);
  });

  it('tells of a disk that refuses, and goes on', async () => {
    files.faults = () => ({ code: 'EIO' });
    assert.deepEqual(await kept(), []);
    await save('a b', textFor('c', ''));
    assert.ok(errors.splice(0).length >= 2);
    files.faults = undefined;
    assert.deepEqual(await kept(), ['a', 'b']);
  });
});
