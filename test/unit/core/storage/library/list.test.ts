import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { indexPath } from '../../../../../src/core/storage/library/chatIndexFile';
import { budget, runSeed } from '../../../../budget';
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
        updatedAt: 7000,
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

  it('names a chat after what was attached where its question has no words', async () => {
    const { files, library } = libraryUnderTest();
    const question = asked('a', '');
    assert.ok(question.kind === 'turn');
    const attachments = [{ kind: 'url', id: 'u', url: 'https://e.example/a' }] as const;
    files.put(pathOf('wordless'), written(1000, begun(900), { ...question, turn: { ...question.turn, attachments } }));
    const [{ title, lastLine } = { title: '', lastLine: '' }] = await library.list();
    assert.deepEqual([title, lastLine], ['https://e.example/a', 'https://e.example/a']);
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
      ['Second', 'Renamed'],
      [`read ${indexPath}`, `readRange ${pathOf('a')}`, `write ${indexPath}`],
    ]);
  });

  it('stands as it did when a chat is renamed, opened or chosen another model for', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('older'), written(1000, asked('a', 'Older'), answered('a', 'Yes')));
    files.put(pathOf('newer'), written(9000, asked('a', 'Newer'), answered('a', 'Yes')));
    const later: ChatRecord[] = [titled('Renamed'), { kind: 'model', model: 'm' }, { kind: 'leaf', turnId: 'a' }];
    await files.append(pathOf('older'), written(90_000, ...later), { create: false, durable: false });

    const listed = async () => (await library.list()).map(({ title, updatedAt }) => [title, updatedAt]);
    assert.deepEqual(await listed(), [
      ['Newer', 10_000],
      ['Renamed', 2000],
    ]);
    await library.settled();
    await files.append(pathOf('older'), written(95_000, titled('Again')), { create: false, durable: false });
    assert.deepEqual((await listed()).at(-1), ['Again', 2000]);
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
    const seed = runSeed;
    await fc.assert(
      fc.asyncProperty(wrong, async (bytes) => {
        files.put(indexPath, bytes);
        assert.deepEqual(await library.list(), truth, `seed ${seed}`);
        await library.settled();
        assert.deepEqual(files.bytesOf(indexPath), good, `seed ${seed}`);
      }),
      { numRuns: budget(300) },
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

  it('is not fooled by a file of the same length from another time', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('a'), written(1, asked('a', 'First')));
    await library.prepareSearch();
    await library.settled();
    files.put(pathOf('a'), written(1, asked('a', 'Fifth')));

    assert.equal((await library.list())[0]?.title, 'Fifth');
    await library.prepareSearch();
    assert.deepEqual(await found(library, 'fifth'), [{ chatId: 'a', line: 'Fifth' }]);
  });

  it('takes the copy that was written last for the chat where it was copied to another year', async () => {
    for (const [older, newer] of [
      ['2025', '2026'],
      ['2026', '2025'],
    ]) {
      const { files, library } = libraryUnderTest();
      files.put(pathOf('a', newer), written(1, asked('a', 'New')), 9000);
      files.put(pathOf('a', older), written(1, asked('a', 'Old')), 8000);

      assert.deepEqual(
        (await library.list()).map(({ title }) => title),
        ['New'],
      );
      assert.equal((await library.load('a'))?.turns[0]?.prompt, 'New');
    }
  });

  it('is not fooled by a file that was written again and has grown since', async () => {
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
    const seed = runSeed;
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
      { numRuns: budget(200) },
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
