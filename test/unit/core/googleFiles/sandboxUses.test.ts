import assert from 'node:assert/strict';
import type { ChatRecord } from '../../../../src/core/conversation/records';
import { sandboxUses } from '../../../../src/core/googleFiles/sandboxUses';
import { libraryUnderTest, pathOf } from '../storage/library/libraryUnderTest';
import { answered, asked, begun, titled, written } from '../storage/library/writtenChats';

function answeredIn(environmentId: string, turnId: string): ChatRecord {
  const record = answered(turnId, 'Done.');
  assert.equal(record.kind, 'end');
  return { ...record, end: { ...record.end, environmentId } };
}

describe('the chats that a sandbox is known by', () => {
  const never = new AbortController().signal;

  it('are those with an answer from it, the last one first, and each once', async () => {
    const { files, library } = libraryUnderTest();
    const one = [
      begun(1_000),
      asked('a', 'Try it'),
      answeredIn('env_1', 'a'),
      asked('b', 'Again'),
      answeredIn('env_1', 'b'),
    ];
    files.put(pathOf('one'), written(1_000, ...one, titled('One')));
    files.put(
      pathOf('two'),
      written(9_000, begun(9_000), asked('a', 'Go on'), answeredIn('env_1', 'a'), titled('Two')),
    );
    files.put(pathOf('three'), written(9_500, begun(9_500), asked('a', 'Hello'), answered('a', 'Hi')));

    assert.deepEqual(
      [...(await sandboxUses(library, 0, never))],
      [
        [
          'env_1',
          [
            { chatId: 'two', title: 'Two' },
            { chatId: 'one', title: 'One' },
          ],
        ],
      ],
    );
    assert.deepEqual(
      [...(await sandboxUses(library, 9_000, never)).values()].flat().map(({ chatId }) => chatId),
      ['two'],
    );
    const [, two] = await library.list();
    assert.equal((await sandboxUses(library, two?.updatedAt ?? 0, never)).size, 1);
    assert.equal((await sandboxUses(library, (two?.updatedAt ?? 0) + 1, never)).size, 0);
    await assert.rejects(sandboxUses(library, 0, AbortSignal.abort('stop')), (reason) => reason === 'stop');
  });

  it('are none of a chat that is deleted while they are looked for', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('one'), written(1_000, begun(1_000), asked('a', 'Try it'), answeredIn('env_1', 'a')));
    const emptied = { list: () => library.list(), peek: () => Promise.resolve(undefined) };
    assert.deepEqual([...(await sandboxUses(emptied, 0, never))], []);
  });
});
