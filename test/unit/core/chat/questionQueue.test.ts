import assert from 'node:assert/strict';
import { QuestionQueue } from '../../../../src/core/chat/questionQueue';

const question = (id: string, isHeld = false) => ({ id, prompt: id, attachments: [], isHeld });

function begin() {
  const queue = new QuestionQueue();
  let changes = 0;
  queue.onDidChange(() => {
    changes += 1;
  });
  return { queue, changes: () => changes };
}

describe('QuestionQueue', () => {
  it('keeps the questions of each chat in their order, and knows the chats that have some', () => {
    const { queue, changes } = begin();
    queue.add('one', [question('a')]);
    queue.add('one', [question('b'), question('c')]);
    queue.add('two', [question('d')]);
    assert.deepEqual(queue.of('one'), [question('a'), question('b'), question('c')]);
    assert.deepEqual(queue.find('one', 'b'), question('b'));
    assert.equal(queue.find('two', 'b'), undefined);
    assert.deepEqual([queue.chatIds, queue.of('three')], [['one', 'two'], []]);
    assert.equal(changes(), 3);
  });

  it('takes one out, and forgets a chat with its last', () => {
    const { queue, changes } = begin();
    queue.add('one', [question('a'), question('b')]);
    queue.remove('one', 'a');
    assert.deepEqual(queue.of('one'), [question('b')]);
    queue.remove('one', 'b');
    assert.deepEqual([queue.chatIds, changes()], [[], 3]);
  });

  it('holds all that wait, but not those that come later', () => {
    const { queue, changes } = begin();
    queue.add('one', [question('a', true), question('b')]);
    queue.add('two', [question('c')]);
    queue.hold('one');
    queue.add('one', [question('d')]);
    assert.deepEqual(queue.of('one'), [question('a', true), question('b', true), question('d')]);
    assert.deepEqual([queue.of('two'), changes()], [[question('c')], 4]);
  });

  it('says nothing where nothing changes, and nothing after its end', () => {
    const { queue, changes } = begin();
    queue.add('one', []);
    queue.remove('one', 'a');
    queue.hold('one');
    assert.equal(changes(), 0);
    queue.add('one', [question('a', true)]);
    queue.hold('one');
    assert.equal(changes(), 1);
    queue.dispose();
    queue.remove('one', 'a');
    assert.equal(changes(), 1);
  });
});
