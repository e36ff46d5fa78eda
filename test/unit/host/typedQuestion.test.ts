import assert from 'node:assert/strict';
import { Drafts } from '../../../src/core/chat/drafts';
import type { PanelHandle } from '../../../src/host/panel/panelHandle';
import { askBoxed, askTyped, askTyping } from '../../../src/host/panel/typedQuestion';
import type { PanelFact } from '../../../src/protocol/messages';
import { chatUnderTest } from '../core/chat/chatUnderTest';
import { MemoryFiles } from '../core/storage/memoryFiles';
import { serverUnderTest } from '../gemini/serverUnderTest';

const draftsOver = (files: MemoryFiles) =>
  new Drafts({ files, now: () => 9, onError: (error) => assert.fail(String(error)) });

describe('a question that was typed', () => {
  const under = serverUnderTest();
  let files: MemoryFiles;
  let drafts: Drafts;
  let posted: PanelFact[];
  beforeEach(() => {
    files = new MemoryFiles();
    drafts = draftsOver(files);
    posted = [];
  });

  function panel(): PanelHandle {
    const { chat } = chatUnderTest(under.client);
    const { signal } = new AbortController();
    return { session: chat, draftPlace: 'view', isInView: true, signal, post: (fact) => void posted.push(fact) };
  }
  /** What the composer would show if the window went away now. */
  const afterCrash = async () => {
    // Whatever changed before is written by then.
    await drafts.keep('other', { draft: '', at: 1 });
    return (await draftsOver(files).of('view'))?.draft;
  };
  const returned = { type: 'promptReturned', prompt: 'Why?' };

  it('comes back after a crash until it is in its chat on disk, and no longer', async () => {
    const seen: unknown[] = [];
    const at = panel();
    await askTyped(drafts, at, 'Why?', async (onKept) => {
      seen.push(await afterCrash());
      const isAsked = await at.session.send('Why?', [], { onKept });
      seen.push(await afterCrash());
      return isAsked;
    });
    assert.deepEqual([seen, posted], [['Why?', undefined], []]);
  });

  it('is in its chat on disk before anything is asked', async () => {
    const { chat, store } = chatUnderTest(under.client);
    const seen: unknown[] = [];
    const onKept = () => seen.push(store.kinds().at(-1), under.server.requests.length);
    await chat.send('Why?', [], { onKept });
    await chat.askInstead(chat.turns()[0]?.id ?? '', 'Why not?', { onKept });
    assert.deepEqual(seen, ['turn', 0, 'turn', 1]);
  });

  it('goes back to the composer where it was not asked, or nothing could be asked', async () => {
    await askTyped(drafts, panel(), 'Why?', () => Promise.resolve(false));
    assert.deepEqual([posted, await afterCrash()], [[returned], 'Why?']);

    const broken = askTyped(drafts, panel(), 'Why?', () => Promise.reject(new Error('broken')));
    await assert.rejects(broken, { message: 'broken' });
    assert.deepEqual(posted, [returned, returned]);
  });

  it('does not come back once it is in its chat, whatever becomes of its answer', async () => {
    const asked = askTyped(drafts, panel(), 'Why?', (onKept) => {
      onKept();
      return Promise.reject(new Error('broken'));
    });
    await assert.rejects(asked, { message: 'broken' });
    assert.deepEqual([posted, await afterCrash()], [[], undefined]);
  });

  it('in a box of VS Code comes back after a crash, and not when the user thinks better of it', async () => {
    let seen: unknown;
    await askBoxed(drafts, 'view', 'A kiosk', async () => {
      seen = await afterCrash();
    });
    assert.deepEqual([seen, await afterCrash()], ['A kiosk', undefined]);
  });

  it('in a box of VS Code is on disk while it is typed, and gone with the box', async () => {
    const seen: unknown[] = [];
    const type = async (words: string, onTyped: (words: string) => void) => {
      onTyped(words);
      seen.push(await afterCrash());
    };
    const left = await askTyping(drafts, 'view', async (onTyped) => {
      for (const words of ['A', 'A kiosk', ' ', 'A mill']) await type(words, onTyped);
      return 'left';
    });
    assert.deepEqual([left, seen, await afterCrash()], ['left', ['A', 'A kiosk', undefined, 'A mill'], undefined]);
  });
});
