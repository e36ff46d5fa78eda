import assert from 'node:assert/strict';
import { Conversation } from '../../../../src/core/conversation/conversation';
import { newTurn, type Turn } from '../../../../src/core/conversation/turn';

function turn(id: string, parentId?: string, prompt = id): Turn {
  return newTurn({ prompt, attachments: [] }, { id, parentId, createdAt: 5, model: 'm' });
}
const ids = (turns: readonly Turn[]) => turns.map(({ id }) => id).join(' ');

/**
 *     a ─ b ─ d
 *       └ c ─ e
 *     f
 */
const all = [turn('a'), turn('b', 'a'), turn('c', 'a'), turn('d', 'b'), turn('e', 'c'), turn('f')];

describe('a chat as a tree', () => {
  it('shows the branch that it was left in, else that of the newest turn', () => {
    assert.equal(ids(new Conversation('x', all, 'd').path()), 'a b d');
    assert.equal(ids(new Conversation('x', all).path()), 'f');
    assert.equal(new Conversation('x', all, 'd').leaf?.id, 'd');
  });

  it('is empty before its first turn', () => {
    const chat = new Conversation('x');
    assert.deepEqual(
      [chat.id, chat.isEmpty, chat.leaf, chat.path(), chat.continuations(undefined)],
      [...['x', true, undefined], ...[[], []]],
    );

    chat.add(turn('a'));

    assert.deepEqual([chat.isEmpty, chat.leaf?.id], [false, 'a']);
  });

  it('gives the way to any turn, from the first', () => {
    const chat = new Conversation('x', all);
    assert.deepEqual(
      ['e', 'b', 'a', 'none'].map((id) => ids(chat.path(id))),
      ['a c e', 'a b', 'a', ''],
    );
  });

  it('knows what stands in the place of a turn and what follows it, in the order they came', () => {
    const chat = new Conversation('x', all);

    assert.deepEqual(
      ['a', 'c', 'd', 'none'].map((id) => ids(chat.siblings(id))),
      ['a f', 'b c', 'd', ''],
    );
    assert.deepEqual(
      ['a', 'b', 'd', undefined].map((id) => chat.continuations(id)),
      [...[['b', 'c'], ['d']], ...[[], ['a', 'f']]],
    );
  });
});

describe('a branch that is shown', () => {
  it('goes on to the end of what was last added to it', () => {
    const chat = new Conversation('x', all);
    assert.equal(chat.show('a'), true);
    assert.equal(ids(chat.path()), 'a c e');
    chat.show('b');
    assert.equal(ids(chat.path()), 'a b d');
  });

  it('ends at a turn where that is wanted, and what followed stays', () => {
    const chat = new Conversation('x', all);
    assert.equal(chat.showUpTo('c'), true);
    assert.equal(ids(chat.path()), 'a c');
    chat.show('c');
    assert.equal(ids(chat.path()), 'a c e');
  });

  it('stays where there is no such turn', () => {
    const chat = new Conversation('x', all, 'd');
    assert.deepEqual([chat.show('none'), chat.showUpTo('none')], [false, false]);
    assert.equal(chat.leaf?.id, 'd');
  });

  it('is that of a turn that is added', () => {
    const chat = new Conversation('x', all, 'd');
    chat.add(turn('g', 'c'));
    assert.equal(ids(chat.path()), 'a c g');
    assert.deepEqual(chat.continuations('c'), ['e', 'g']);
  });

  it('ends also where a damaged file holds a ring', () => {
    const chat = new Conversation('x', [turn('a', 'b'), turn('b', 'a')]);
    assert.equal(ids(chat.path('b')), 'a b');
    assert.equal(chat.show('a'), true);
    assert.equal(chat.leaf?.id, 'b');
  });
});

describe('the later state of a turn', () => {
  it('takes its place, also where it is added once more', () => {
    const chat = new Conversation('x', all, 'd');
    chat.update(turn('b', 'a', 'new'));
    assert.deepEqual([chat.turn('b')?.prompt, chat.leaf?.id], ['new', 'd']);

    chat.add(turn('b', 'a', 'newer'));

    assert.deepEqual([chat.turn('b')?.prompt, chat.continuations('a')], ['newer', ['b', 'c']]);
  });

  it('is nothing of a turn that is not there', () => {
    const chat = new Conversation('x', all);
    chat.update(turn('none'));
    assert.deepEqual([chat.turn('none'), chat.continuations(undefined)], [undefined, ['a', 'f']]);
  });
});
