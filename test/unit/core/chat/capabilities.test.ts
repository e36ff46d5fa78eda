import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Chats } from '../../../../src/core/chat/chats';
import { historyOf } from '../../../../src/core/conversation/history';
import type { Turn } from '../../../../src/core/conversation/turn';
import type { PartKind } from '../../../../src/parts/answerPart';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { type LibraryUnderTest, libraryUnderTest } from '../storage/library/libraryUnderTest';
import type { MemoryFiles } from '../storage/memoryFiles';
import { partsUnderTest } from './chatUnderTest';

/** A recorded answer for each capability, and what it must show. */
const capabilities: Readonly<Record<string, readonly PartKind[]>> = {
  '02-thoughts': ['thought', 'text'],
  '04-search-citations': ['toolCall', 'toolResult', 'text'],
  '05-code-execution': ['toolCall', 'toolResult', 'text'],
  '05b-url-context': ['toolCall', 'toolResult', 'text'],
  '06-image': ['media'],
  '17-unknown-step-and-delta': ['unknown', 'text'],
  '31-every-other-type': ['thought', 'toolCall', 'toolResult', 'text', 'media'],
};

describe('an answer of each capability', () => {
  const under = serverUnderTest();
  const errors: unknown[] = [];
  beforeEach(() => errors.splice(0));
  afterEach(() => assert.deepEqual(errors, []));

  /** The chats of a window over these files. */
  function windowOver({ library }: LibraryUnderTest<MemoryFiles>, state = new MemoryChatRecords()): Chats {
    const records = { load: library.load.bind(library), journal: library.journal.bind(library) };
    return new Chats({ ...partsUnderTest(under.client, state, errors, { records }), window: state });
  }

  /** A chat with an instruction in which the recorded answer was given. */
  async function answered(sample: string) {
    const disk = libraryUnderTest();
    const chats = windowOver(disk);
    const { current } = chats;
    current.setExtras({ instruction: 'Answer in Greek.' });
    under.server.answerNext({ sse: readFileSync(`test/fixtures/sse/${sample}.sse`, 'utf8') });
    assert.ok(await current.send('What is there?'));
    const [turn] = current.turns();
    assert.equal(turn?.status, 'done');
    return { disk, chats, current, turn };
  }
  async function read(disk: LibraryUnderTest<MemoryFiles>, chatId: string) {
    const session = await windowOver(disk.otherWindow()).session(chatId);
    assert.ok(session);
    return session;
  }
  const same = ({ steps, parts, usage, model }: Turn) => ({ steps, parts, usage, model });
  const lastBody = () => under.server.requests.findLast(({ method }) => method === 'POST')?.body;

  for (const [sample, kinds] of Object.entries(capabilities)) {
    it(`${sample} is the same after a reload, and after an export and an import`, async () => {
      const { disk, chats, current, turn } = await answered(sample);
      for (const kind of kinds)
        assert.ok(
          turn.parts.some((part) => part.kind === kind),
          kind,
        );
      chats.dispose();

      const reloaded = await read(disk, current.chatId);
      assert.deepEqual(reloaded.turns().map(same), [same(turn)]);

      const exported = await disk.library.exportLog(current.chatId);
      const elsewhere = libraryUnderTest();
      const imported = await elsewhere.library.importLog(exported ?? new Uint8Array());
      assert.ok(typeof imported === 'object');
      const copy = await read(elsewhere, imported.chatId);
      assert.deepEqual(copy.turns().map(same), [same(turn)]);
      assert.equal(copy.extras.instruction, 'Answer in Greek.');
    });

    // The local server takes no step that the API does not have, as the service of a later time would.
    if (kinds.includes('unknown')) continue;
    it(`${sample} is followed by a private question, which takes it along, and by one to another model`, async () => {
      const { current, turn } = await answered(sample);
      current.setPrivate(true);
      await current.send('In private?');
      assert.equal(current.turns().at(-1)?.status, 'done', JSON.stringify(current.turns().at(-1)?.failure));
      const body = lastBody() as { readonly input: readonly unknown[]; readonly store: boolean };
      assert.equal(body.store, false);
      assert.deepEqual(body.input.slice(0, -1), historyOf([turn]));

      current.setPrivate(false);
      current.setModel('gemini-3.5-flash');
      await current.send('And you?');
      const last = current.turns().at(-1);
      assert.deepEqual([last?.status, last?.model], ['done', 'gemini-3.5-flash']);
      assert.deepEqual(current.turns().map(same)[0], same(turn));
    });
  }
});
