import assert from 'node:assert/strict';
import { isSame, PendingAttachments } from '../../../../src/core/chat/pendingAttachments';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { pictureAttachment as picture } from '../../fakes/attachments';

const page = (id: string, url = id): Attachment => ({ kind: 'url', id, url });

function begin() {
  const pending = new PendingAttachments();
  let changes = 0;
  pending.onDidChange(() => {
    changes += 1;
  });
  return { pending, changes: () => changes };
}

describe('what was taken to be asked with', () => {
  it('is no longer attached, and stays known until its question is on disk', () => {
    const { pending, changes } = begin();
    pending.add('one', [page('a')]);
    const taken = pending.take('one');
    pending.add('one', [page('b')]);
    pending.add('two', [page('c')]);
    assert.deepEqual([taken.attachments, pending.of('one')], [[page('a')], [page('b')]]);
    assert.deepEqual(pending.unasked('one'), [page('a'), page('b')]);
    assert.deepEqual([pending.unasked('two'), pending.unasked('three')], [[page('c')], []]);
    assert.deepEqual([...pending.chatIds].sort(), ['one', 'one', 'two']);

    const before = changes();
    taken.release();
    assert.deepEqual([pending.unasked('one'), changes()], [[page('b')], before + 1]);
    taken.release();
    taken.giveBack();
    assert.deepEqual([pending.of('one'), changes()], [[page('b')], before + 1]);
  });

  it('is attached again where it was not asked', () => {
    const { pending } = begin();
    pending.add('one', [page('a')]);
    const taken = pending.take('one');
    assert.deepEqual(pending.chatIds, ['one']);
    taken.giveBack();
    taken.giveBack();
    assert.deepEqual([pending.of('one'), pending.unasked('one'), pending.chatIds], [[page('a')], [page('a')], ['one']]);
  });
});

describe('what is attached', () => {
  it('says that it changed only where it did', () => {
    const { pending, changes } = begin();
    pending.add('one', []);
    pending.remove('one', ['a']);
    pending.replace('one', page('a'));
    assert.equal(changes(), 0);
    pending.add('one', [page('a')]);
    pending.add('one', [page('b', 'a')]);
    pending.remove('one', ['b']);
    assert.equal(changes(), 1);
    pending.replace('one', page('a', 'other'));
    assert.deepEqual([pending.of('one'), changes()], [[page('a', 'other')], 2]);
    pending.remove('one', ['a']);
    assert.deepEqual([pending.chatIds, changes()], [[], 3]);
    pending.dispose();
    pending.add('one', [page('a')]);
    assert.equal(changes(), 3);
  });

  it('says how far what is on its way has come, and forgets it once it is there', () => {
    const { pending, changes } = begin();
    const coming = (id: string, percent: number) => ({
      id,
      name: id,
      media: 'video' as const,
      percent,
      cancel: () => {},
    });
    const [first, second] = [coming('a', 0), coming('b', 5)];
    pending.setComing('one', first);
    pending.setComing('one', second);
    pending.endComing('one', 'a');
    assert.deepEqual([pending.comingTo('one'), pending.comingTo('two'), changes()], [[second], [], 3]);
    pending.endComing('one', 'b');
    assert.deepEqual([pending.comingTo('one'), changes()], [[], 4]);
  });
});

describe('two attachments', () => {
  it('are the same where they hold the same, whatever they are called by', () => {
    assert.equal(isSame(page('a', 'x'), page('b', 'x')), true);
    assert.equal(isSame(page('a', 'x'), page('a', 'y')), false);
    assert.equal(isSame(picture, page('p')), false);
    assert.equal(isSame(page('p'), picture), false);
  });

  it('are the same picture by name, kind and bytes, and not by what is known besides', () => {
    assert.equal(isSame(picture, { ...picture, id: 'q', tokens: 9, uri: 'file:///p.png', thumbnail: '/9j/' }), true);
    for (const other of [{ name: 'q.png' }, { mimeType: 'image/jpeg' }, { data: 'REVG' }]) {
      assert.equal(isSame(picture, { ...picture, ...other }), false, JSON.stringify(other));
    }
  });
});
