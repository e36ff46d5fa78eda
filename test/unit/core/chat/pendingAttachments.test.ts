import assert from 'node:assert/strict';
import { PendingAttachments } from '../../../../src/core/chat/pendingAttachments';
import type { Attachment } from '../../../../src/core/conversation/turn';

const code = (id: string, text: string): Attachment => ({
  kind: 'code',
  id,
  uri: 'file:///a.ts',
  path: 'a.ts',
  languageId: 'typescript',
  startLine: 1,
  endLine: 2,
  text,
});

describe('PendingAttachments', () => {
  it('keeps what is added apart for each chat, in order, and says that it changed', () => {
    const pending = new PendingAttachments();
    let changes = 0;
    pending.onDidChange(() => {
      changes += 1;
    });
    pending.add('one', [code('1', 'a')]);
    pending.add('one', [code('2', 'b')]);
    pending.add('two', [code('3', 'c')]);
    pending.remove('one', ['1', 'unknown']);
    assert.deepEqual(pending.of('one'), [code('2', 'b')]);
    assert.deepEqual(pending.of('two'), [code('3', 'c')]);
    assert.equal(changes, 4);
  });

  it('shows what is on its way, and cancels it when it is removed', () => {
    const pending = new PendingAttachments();
    const cancelled: string[] = [];
    const coming = (id: string, percent: number) => ({
      id,
      name: id,
      media: 'video' as const,
      percent,
      cancel: () => cancelled.push(id),
    });
    for (const [id, percent] of [
      ['a', 0],
      ['b', 0],
      ['a', 50],
    ] as const) {
      pending.setComing('one', coming(id, percent));
    }
    assert.deepEqual(
      pending.comingTo('one').map(({ id, percent }) => `${id} ${percent}`),
      ['a 50', 'b 0'],
    );
    pending.remove('one', ['b']);
    pending.endComing('one', 'b');
    assert.deepEqual(cancelled, ['b']);
    assert.deepEqual(
      pending.comingTo('one').map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(pending.of('one'), []);
  });

  it('keeps what was found out about one that is still there', () => {
    const pending = new PendingAttachments();
    pending.add('one', [code('1', 'a'), code('2', 'b')]);
    pending.replace('one', code('2', 'c'));
    pending.replace('one', code('3', 'd'));
    assert.deepEqual(pending.of('one'), [code('1', 'a'), code('2', 'c')]);
  });

  it('adds the same code once, and again when it reads otherwise', () => {
    const pending = new PendingAttachments();
    pending.add('one', [code('1', 'a')]);
    pending.add('one', [code('2', 'a'), code('3', 'b')]);
    assert.deepEqual(
      pending.of('one').map(({ id }) => id),
      ['1', '3'],
    );
  });
});
