import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinBytes } from '../../../../../src/core/storage/bytes';
import { indexPath } from '../../../../../src/core/storage/chatIndexFile';
import { encodeLine } from '../../../../../src/core/storage/recordLine';
import type { ChatRecord } from '../../../../../src/core/storage/records';
import { found, libraryUnderTest, pathOf } from './libraryUnderTest';
import { answered, asked, begun, titled, written } from './writtenChats';

const kiosk = { name: 'kiosk', uri: 'file:///kiosk' };
const shed = { name: 'shed', uri: 'vscode-remote://wsl/shed.code-workspace' };

describe('the list of chats', () => {
  it('shows each chat with its name, place, time and last line, the last used first', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('old', '2025'), written(1000, begun(900, kiosk), asked('a', 'Why  is\nthe sky blue?')));
    files.put(
      pathOf('new'),
      written(5000, begun(4900, shed), asked('a', 'Hi'), answered('a', 'Hello\n\nthere'), titled('Greeting')),
    );
    files.put(
      pathOf('private'),
      written(3000, { kind: 'private', isPrivate: true }, asked('a', 'Psst'), asked('b', 'Hm')),
    );

    assert.deepEqual(await library.list(), [
      {
        id: 'new',
        title: 'Greeting',
        createdAt: 4900,
        updatedAt: 8000,
        workspace: shed,
        isPrivate: false,
        lastLine: 'Hello there',
        condition: 'whole',
      },
      {
        id: 'private',
        title: 'Psst',
        createdAt: 5000,
        updatedAt: 5000,
        workspace: undefined,
        isPrivate: true,
        lastLine: 'Hm',
        condition: 'whole',
      },
      {
        id: 'old',
        title: 'Why is the sky blue?',
        createdAt: 900,
        updatedAt: 2000,
        workspace: kiosk,
        isPrivate: false,
        lastLine: 'Why is the sky blue?',
        condition: 'whole',
      },
    ]);
  });

  it('holds the chats of all workspaces and years, whichever window lists them', async () => {
    const under = libraryUnderTest();
    const places = [kiosk, shed, undefined, { name: 'kiosk (Workspace)', uri: 'file:///kiosk.code-workspace' }];
    places.forEach((place, index) => {
      under.files.put(
        pathOf(`chat-${index}`, `${2024 + index}`),
        written(index, begun(index, place), asked('a', 'Hi')),
      );
    });

    const listed = await under.otherWindow().library.list();

    assert.deepEqual(new Set(listed.map(({ workspace }) => workspace)), new Set(places));
    assert.deepEqual(await under.library.list(), listed);
  });

  it('reads nothing but the index when nothing has changed, and then only what was added', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('a'), written(1, asked('a', 'First')));
    files.put(pathOf('b'), written(2, asked('a', 'Second')));
    await library.list();
    await library.settled();
    const readsOf = async () => {
      const before = files.calls.length;
      const titles = (await library.list()).map(({ title }) => title);
      await library.settled();
      return [titles, files.calls.slice(before).filter((call) => /read|write/.test(call))] as const;
    };

    assert.deepEqual(await readsOf(), [['Second', 'First'], [`read ${indexPath}`]]);
    await files.append(pathOf('a'), written(9, titled('Renamed')), { create: false, durable: false });
    assert.deepEqual(await readsOf(), [
      ['Renamed', 'Second'],
      [`read ${indexPath}`, `readRange ${pathOf('a')}`, `write ${indexPath}`],
    ]);
  });

  it('is the same without its index, and with one that is cut, damaged, foreign or of another time', async () => {
    const { files, library, errors } = libraryUnderTest();
    for (let index = 0; index < 9; index += 1) {
      files.put(pathOf(`chat-${index}`), written(index * 9, begun(index), asked('a', `Question ${index}`)));
    }
    const truth = await library.list();
    await library.settled();
    const good = files.bytesOf(indexPath) ?? new Uint8Array();
    assert.ok(good.length > 100);
    const foreign = ['', '[]', '{}', 'null', '{"v":2,"chats":[]}', '{"v":1,"chats":[]}'];
    const wrong = fc.oneof(
      fc.nat(good.length - 1).map((length) => good.slice(0, length)),
      fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const flipped = good.slice();
        flipped[at] = (flipped[at] ?? 0) ^ flip;
        return flipped;
      }),
      fc.constantFrom(...foreign).map((text) => new TextEncoder().encode(text)),
      fc.uint8Array(),
    );
    const seed = Date.now();
    await fc.assert(
      fc.asyncProperty(wrong, async (bytes) => {
        files.put(indexPath, bytes);
        assert.deepEqual(await library.list(), truth, `seed ${seed}`);
        await library.settled();
        assert.deepEqual(files.bytesOf(indexPath), good, `seed ${seed}`);
      }),
      { seed, numRuns: 300 },
    );
    await files.remove(indexPath);
    assert.deepEqual(await library.list(), truth);
    assert.deepEqual(errors, []);
  });

  it('forgets chats whose files are gone and finds those that came, whatever the index says', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('a'), written(1, asked('a', 'First')));
    await library.list();
    await library.settled();
    files.put(pathOf('b'), written(1, asked('a', 'Second')));
    await files.remove(pathOf('a'));

    assert.deepEqual(
      (await library.list()).map(({ title }) => title),
      ['Second'],
    );
  });

  it('is not fooled by a file that was written anew and has grown since', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('a'), written(1, asked('a', 'First'), titled('Old name')));
    await library.list();
    files.put(pathOf('a'), written(1, asked('a', 'Another'), answered('a', 'Something that is longer'.repeat(20))));

    assert.equal((await library.list())[0]?.title, 'Another');
  });

  it('says the same when it read a file bit by bit as when it read it at once', async () => {
    const record: fc.Arbitrary<ChatRecord> = fc.oneof(
      fc.string().map((title) => titled(title)),
      fc.boolean().map((isPrivate): ChatRecord => ({ kind: 'private', isPrivate })),
      fc.tuple(fc.constantFrom('a', 'b'), fc.string()).map(([id, prompt]) => asked(id, prompt)),
      fc.tuple(fc.constantFrom('a', 'b'), fc.string()).map(([id, text]) => answered(id, text)),
      fc.constant(begun(77, kiosk)),
    );
    const seed = Date.now();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(record, fc.nat(400)), { minLength: 1, maxLength: 12 }), async (steps) => {
        const { files, library, otherWindow } = libraryUnderTest();
        let rest = joinBytes([]);
        for (const [step, piece] of steps) {
          // Pieces do not end where lines end: another window may be writing.
          rest = joinBytes([rest, written(9, step)]);
          await files.append(pathOf('a'), rest.slice(0, piece), { create: true, durable: false });
          rest = rest.slice(piece);
          await library.list();
          await library.settled();
        }
        await files.append(pathOf('a'), rest, { create: true, durable: false });
        const bitByBit = await library.list();
        await library.settled();
        await files.remove(indexPath);

        assert.deepEqual(bitByBit, await otherWindow().library.list(), `seed ${seed}`);
        const chat = await library.load('a');
        assert.equal(bitByBit[0]?.condition, 'whole', `seed ${seed}`);
        assert.equal(bitByBit[0]?.isPrivate, chat?.isPrivate, `seed ${seed}`);
        if (chat?.title !== undefined) assert.equal(bitByBit[0]?.title, chat.title, `seed ${seed}`);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('cuts long names between words, and between characters where there are no spaces', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('a'), written(2, asked('a', 'word '.repeat(1000))));
    files.put(pathOf('b'), written(1, asked('a', `x${'🙂'.repeat(1000)}`)));

    const [words, faces] = await library.list();

    assert.equal(words?.title, `${'word '.repeat(16).trim()}…`);
    assert.match(faces?.title ?? '', /^x🙂{30,40}…$/u);
  });
});

describe('the list of chats of which some are damaged', () => {
  it('shows one that is damaged in the middle with all that can be read, and a cut one as whole', async () => {
    const { files, library } = libraryUnderTest();
    const lines = [written(1, asked('a', 'First')), written(2, asked('b', 'Second')), written(3, titled('Name'))];
    const damaged = joinBytes(lines);
    damaged[(lines[0]?.length ?? 0) + 80] = 0;
    files.put(pathOf('damaged'), damaged);
    files.put(pathOf('cut'), joinBytes([...lines, written(4, asked('c', 'Third')).slice(0, -9)]));

    const [cut, other] = await library.list();

    assert.deepEqual([cut?.title, cut?.condition, cut?.lastLine], ['Name', 'whole', 'Second']);
    assert.deepEqual([other?.title, other?.condition, other?.lastLine], ['Name', 'damaged', 'First']);
  });

  it('shows one of which nothing can be read by its file, and one of a later version as such', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('empty'), new Uint8Array(), 50_000);
    files.put(pathOf('noise'), new Uint8Array(9000).fill(7), 40_000);
    const line = encodeLine({ writer: 'w', number: 1, at: 30_000 }, 'hologram', undefined, '"d":{}');
    files.put(pathOf('newer'), joinBytes([written(20_000, asked('a', 'Hi')), line]));

    assert.deepEqual(
      (await library.list()).map(({ id, title, updatedAt, condition }) => [id, title, updatedAt, condition]),
      [
        ['empty', '', 50_000, 'damaged'],
        ['noise', '', 40_000, 'damaged'],
        ['newer', 'Hi', 30_000, 'newer'],
      ],
    );
  });

  it('shows one that the system does not give out, keeps what was known of it, and reads it once it does', async () => {
    const { files, library, errors } = libraryUnderTest();
    files.put(pathOf('known'), written(1, asked('a', 'Known')));
    await library.list();
    await library.settled();
    await files.append(pathOf('known'), written(3, titled('Better')), { create: false, durable: false });
    files.put(pathOf('new'), written(2, asked('a', 'New')), 9000);
    files.faults = (operation, path) =>
      operation.startsWith('read') && path.endsWith('.jsonl') ? { code: 'EACCES' } : undefined;
    const shown = async () => (await library.list()).map(({ id, title, condition }) => [id, title, condition]);

    assert.deepEqual(await shown(), [
      ['new', '', 'damaged'],
      ['known', 'Known', 'damaged'],
    ]);
    assert.equal(errors.length, 2);
    files.faults = undefined;
    assert.deepEqual(await shown(), [
      ['known', 'Better', 'whole'],
      ['new', 'New', 'whole'],
    ]);
  });

  it('passes over what lies there and is no chat, and what a year’s folder does not give out', async () => {
    const { files, library, errors } = libraryUnderTest();
    files.put(pathOf('a'), written(1, asked('a', 'First')));
    files.put(pathOf('b', '2025'), written(1, asked('a', 'Second')));
    for (const path of [
      '2026/a.unreadable-20261120101010',
      '2026/x.jsonl/y',
      '2026/a.jsonl.1.tmp',
      'notes',
      '12/c.jsonl',
    ]) {
      files.put(`v1/chats/${path}`, new Uint8Array(9));
    }
    const titles = async () => (await library.list()).map(({ title }) => title).sort();

    assert.deepEqual(await titles(), ['First', 'Second']);
    files.faults = (operation, path) => (operation === 'list' && path.endsWith('2025') ? { code: 'EIO' } : undefined);
    assert.deepEqual(await titles(), ['First']);
    assert.equal(errors.length, 1);
  });

  it('says so when the folder of chats cannot be read at all, which is not the same as no chats', async () => {
    const { files, library } = libraryUnderTest();
    assert.deepEqual(await library.list(), []);
    files.faults = (operation) => (operation === 'list' ? { code: 'EACCES' } : undefined);

    await assert.rejects(library.list(), { name: 'Failure', reason: 'storageUnavailable' });
    await assert.rejects(found(library, 'x'), { name: 'Failure', reason: 'storageUnavailable' });
    files.faults = undefined;
    assert.deepEqual(await library.list(), []);
  });

  it('does not need to be able to write', async () => {
    const { files, library, errors } = libraryUnderTest();
    files.put(pathOf('a'), written(1, asked('a', 'First')));
    files.faults = (operation) => (operation === 'write' ? { code: 'ENOSPC' } : undefined);

    assert.equal((await library.list())[0]?.title, 'First');
    await library.settled();
    assert.deepEqual(await found(library, 'first'), [{ chatId: 'a', line: 'First' }]);
    await library.settled();
    assert.ok(errors.length > 0);
  });
});
