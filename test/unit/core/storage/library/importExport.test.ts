import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject } from '../../../../../src/core/base/json';
import type { ChatRecord, SavedEvent } from '../../../../../src/core/conversation/records';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { blobPath } from '../../../../../src/core/storage/files/chatPaths';
import { largestContent, sha256 } from '../../../../../src/core/storage/log/blobs';
import { contentOf, encodeBlobRecord, encodeLine } from '../../../../../src/core/storage/log/recordLine';
import { budget, runSeed } from '../../../../budget';
import { libraryUnderTest, pathOf } from './libraryUnderTest';
import { answered, asked, begun, titled, written } from './writtenChats';

const encoder = new TextEncoder();

/** JSON as it comes over the wire. What JSON cannot say differently again is left out: keys that are numbers, and -0. */
const wire: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 })
  .map((value): JsonObject => JSON.parse(JSON.stringify(value)));
const turnId = fc.constantFrom('a', 'b', 'c');
const event: fc.Arbitrary<SavedEvent> = fc.oneof(
  fc.tuple(fc.nat(3), wire).map(([i, start]) => ({ i, start })),
  fc.tuple(fc.nat(3), wire, fc.string()).map(([i, delta, e]) => ({ i, delta, e })),
  fc.nat(3).map((i) => ({ i, stop: true as const })),
);
const record: fc.Arbitrary<ChatRecord> = fc.oneof(
  fc.constant(begun(7, { name: 'kiosk', uri: 'file:///kiosk' })),
  fc.tuple(fc.string(), fc.constantFrom('user' as const, 'model' as const)).map(([title, by]) => titled(title, by)),
  fc.boolean().map((isPrivate): ChatRecord => ({ kind: 'private', isPrivate })),
  fc.tuple(turnId, fc.string({ unit: 'grapheme' })).map(([id, prompt]) => asked(id, prompt)),
  fc.tuple(turnId, fc.string()).map(([id, interactionId]): ChatRecord => {
    return { kind: 'accepted', turnId: id, interactionId, background: true };
  }),
  fc.tuple(turnId, fc.array(event)).map(([id, events]): ChatRecord => ({ kind: 'delta', turnId: id, events })),
  fc.tuple(turnId, fc.array(wire)).map(([id, steps]): ChatRecord => {
    const end = { interactionId: 'v1_x', steps, usage: undefined, failure: undefined, endedAs: undefined };
    return { kind: 'end', turnId: id, end: { status: 'done', ...end } };
  }),
  turnId.map((id): ChatRecord => ({ kind: 'leaf', turnId: id })),
  fc.array(fc.string()).map((interactionIds): ChatRecord => ({ kind: 'forgotten', interactionIds })),
  fc.constant<ChatRecord>({ kind: 'lease', window: 'w' }),
);

describe('a chat that is exported and imported', () => {
  it('is the same chat under a new id, each line byte for byte', async () => {
    const seed = runSeed;
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 20 }), async (records) => {
        const { files, library } = libraryUnderTest();
        const bytes = written(9, asked('first', 'Hi'), ...records);
        files.put(pathOf('a'), bytes);

        const exported = (await library.exportLog('a')) ?? new Uint8Array();
        const imported = await library.importLog(exported);

        assert.ok(typeof imported === 'object', `seed ${seed}`);
        assert.notEqual(imported.chatId, 'a');
        const { id: _, ...original } = (await library.load('a')) ?? assert.fail();
        const { id: __, ...copy } = (await library.load(imported.chatId)) ?? assert.fail();
        assert.deepEqual(copy, original, `seed ${seed}`);
        assert.equal(imported.condition, original.condition);
        assert.deepEqual(files.bytesOf(pathOf(imported.chatId)), bytes, `seed ${seed}`);
        assert.deepEqual(files.bytesOf(pathOf('a')), bytes);
      }),
      { numRuns: budget(200) },
    );
  });

  it('takes along what lies beside it, such as a tool result of five megabytes', async () => {
    const { files, library } = libraryUnderTest();
    const large = answered('a', 'tool result 🙂 '.repeat(400_000));
    const json = encoder.encode(contentOf(large));
    assert.ok(json.length > 5_000_000);
    const name = await sha256(json);
    const lines = [written(1, asked('a', 'Run it')), encodeBlobRecord({ writer: 'w', number: 1, at: 2 }, large, name)];
    files.put(pathOf('a'), joinBytes(lines));
    files.put(blobPath('a', name), json);
    const exported = (await library.exportLog('a')) ?? new Uint8Array();

    const elsewhere = libraryUnderTest();
    const imported = await elsewhere.library.importLog(exported);

    assert.ok(typeof imported === 'object');
    assert.ok(exported.length > json.length);
    const original = await library.load('a');
    assert.equal(original?.condition, 'whole');
    assert.deepEqual({ ...(await elsewhere.library.load(imported.chatId)), id: 'a' }, original);
    assert.deepEqual(elsewhere.files.bytesOf(blobPath(imported.chatId, name)), json);
    assert.deepEqual(elsewhere.files.bytesOf(pathOf(imported.chatId)), joinBytes(lines));
    assert.deepEqual(await elsewhere.library.exportLog(imported.chatId), exported);
  });

  it('keeps lines of a later version as they are', async () => {
    const { files, library } = libraryUnderTest();
    const stamp = { writer: 'w', number: 1, at: 2 };
    const bytes = joinBytes([
      written(1, asked('a', 'Hi')),
      encodeLine(stamp, 'hologram', undefined, '"d":{"x":[1.50]}'),
    ]);

    const imported = await library.importLog(bytes);

    assert.ok(typeof imported === 'object');
    assert.equal(imported.condition, 'newer');
    assert.deepEqual(files.bytesOf(pathOf(imported.chatId)), bytes);
  });

  it('is not there when there is no such chat', async () => {
    assert.equal(await libraryUnderTest().library.exportLog('a'), undefined);
  });
});

describe('an imported file', () => {
  it('is told from one of another, and from one in which nothing was said', async () => {
    const { files, library } = libraryUnderTest();
    const foreign = [
      '{"title":"Chat","mapping":{"1":{"message":{"content":{"parts":["Hi"]}}}}}',
      '[{"role":"user","content":"Hi"}]',
      '{"v":1,"w":"w","n":1,"t":"2026-11-20T00:00:00.000Z","k":"turn","turn":"a","d":{"prompt":"Hi"},"c":"00000000"}\n',
      'PK\u0003\u0004',
      '%PDF-1.7',
    ];
    for (const text of foreign) assert.equal(await library.importLog(encoder.encode(text)), 'foreign', text);
    for (const text of ['', ' \r\n\n\t']) assert.equal(await library.importLog(encoder.encode(text)), 'empty');
    assert.equal(await library.importLog(written(1, begun(1), titled('Name'))), 'empty');
    assert.equal(await library.importLog(written(1, asked('a', 'Hi')).map((_, index) => index)), 'foreign');
    assert.deepEqual(files.paths, []);
  });

  it('is taken as far as it goes, wherever it is cut or damaged, and never changes what is there', async () => {
    const whole = written(5, begun(5), asked('a', 'Hi'), answered('a', 'Hello'), asked('b', 'And?', 'a'));
    const broken = fc.oneof(
      fc.nat(whole.length).map((length) => whole.slice(0, length)),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 5 }).map((changes) => {
        const changed = whole.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        return changed;
      }),
      fc.array(fc.oneof(fc.constant(whole), fc.uint8Array())).map(joinBytes),
      fc.constant(
        joinBytes([
          Uint8Array.of(0xef, 0xbb, 0xbf),
          encoder.encode(new TextDecoder().decode(whole).replaceAll('\n', '\r\n')),
        ]),
      ),
    );
    const seed = runSeed;
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        const { files, library, errors } = libraryUnderTest();
        files.put(pathOf('a'), whole);
        const imported = await library.importLog(bytes);
        assert.deepEqual(files.bytesOf(pathOf('a')), whole, `seed ${seed}`);
        if (typeof imported === 'string') {
          assert.deepEqual(files.paths, [pathOf('a')], `seed ${seed}`);
          return;
        }
        const chat = await library.load(imported.chatId);
        assert.ok(chat && chat.turns.length > 0, `seed ${seed}`);
        assert.equal((await library.list()).length, 2, `seed ${seed}`);
        for (const { prompt } of chat.turns) assert.match(prompt, /^(Hi|And\?|)$/, `seed ${seed}`);
        assert.deepEqual(errors, [], `seed ${seed}`);
      }),
      { numRuns: budget(300) },
    );
  });

  it('says that some of it was left behind', async () => {
    const { library } = libraryUnderTest();
    const damaged = joinBytes([written(1, asked('a', 'Hi')), encoder.encode('junk\n'), written(1, titled('Name'))]);
    const imported = await library.importLog(damaged);
    assert.ok(typeof imported === 'object' && imported.condition === 'damaged');
  });

  it('does not bring its own way into other folders', async () => {
    const { files, library } = libraryUnderTest();
    files.put('v1/secret', encoder.encode('{"prompt":"stolen"}'));
    const line = encodeLine({ writer: 'w', number: 1, at: 2 }, 'turn', 'a', '"b":"../../secret"');

    assert.equal(await library.importLog(line), 'empty');
    assert.equal((await library.importLog(joinBytes([line, written(1, asked('b', 'Hi'))]))) instanceof Object, true);
    assert.ok(!(await library.list()).some(({ title }) => title === 'stolen'));
  });

  it('leaves nothing behind when the disk is full', async () => {
    const { files, library } = libraryUnderTest();
    const large = joinBytes([
      written(1, asked('a', 'x'.repeat(largestContent + 1))),
      written(2, asked('b', 'Hi', 'a')),
    ]);
    for (const failing of [0, 1]) {
      let creations = 0;
      files.faults = (operation) => {
        if (operation !== 'createNew') return undefined;
        creations += 1;
        return creations > failing ? { code: 'ENOSPC', written: 10 } : undefined;
      };
      await assert.rejects(library.importLog(large), { name: 'Failure', reason: 'storageUnavailable' });
      assert.deepEqual(files.paths, []);
    }
    files.faults = undefined;
    assert.ok(typeof (await library.importLog(large)) === 'object');
  });
});
