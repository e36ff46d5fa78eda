import assert from 'node:assert/strict';
import { libraryUnderTest, pathOf } from './libraryUnderTest';
import { answered, asked, written } from './writtenChats';

describe('interactions whose chats were lost', () => {
  it('are those that stand in no chat, and in none that was deleted', async () => {
    const { files, library, errors } = libraryUnderTest();
    files.put(pathOf('there'), written(1, asked('a', 'Hi'), answered('a', 'Hello')));
    files.put(pathOf('deleted'), written(1, asked('b', 'Hi'), answered('b', 'Hello')));
    files.put(pathOf('unreadable'), written(1, asked('c', 'Hi'), answered('c', 'Hello')));
    const forgotten = { kind: 'forgotten', interactionIds: ['v1_d'] } as const;
    files.put(pathOf('forgetful'), written(1, asked('d', 'Hi'), forgotten));
    await library.trash('deleted');
    files.faults = (operation, path) =>
      operation === 'read' && path === pathOf('unreadable') ? { code: 'EIO' } : undefined;

    const missing = await library.recoverable(['v1_a', 'v1_b', 'v1_c', 'v1_d', 'v1_e', 'v1_e', 'v1']);

    assert.deepEqual(missing, ['v1_c', 'v1_e', 'v1']);
    assert.equal(errors.length, 1);
    assert.deepEqual(await libraryUnderTest().library.recoverable(['v1_a']), ['v1_a']);
  });
});
