import assert from 'node:assert/strict';
import { fencedBlocks, fenceIn } from '../../../../../src/core/editing/answer/fencedBlocks';

describe('a line that is a fence', () => {
  for (const [line, char, length, info] of [
    ['```', '`', 3, ''],
    ['   ~~~~', '~', 4, ''],
    ['```ts', '`', 3, 'ts'],
    ['`````  ts title="a"  ', '`', 5, 'ts title="a"'],
    ['~~~ a ~ b', '~', 3, 'a ~ b'],
  ] as const) {
    it(`has its marks and what it says: ${line}`, () => assert.deepEqual(fenceIn(line), { char, length, info }));
  }

  for (const line of ['``', '~~', '    ```', '\t```', 'a ```', '```a`b', '', '- ```']) {
    it(`is none: ${JSON.stringify(line)}`, () => assert.equal(fenceIn(line), undefined));
  }
});

describe('the fenced blocks of an answer', () => {
  const found = (...lines: readonly string[]) =>
    fencedBlocks(lines).map(({ info, lines: own, isClosed }) => [info, own, isClosed ? 'closed' : 'open']);

  it('are those between two fences, without what is said around', () => {
    assert.deepEqual(found('Here:', '```ts', 'a', '', 'b', '```', 'and', '~~~', 'c', '~~~', 'Done.'), [
      ['ts', ['a', '', 'b'], 'closed'],
      ['', ['c'], 'closed'],
    ]);
    assert.deepEqual(found('no', 'code'), []);
    assert.deepEqual(found('```', '```'), [['', [], 'closed']]);
  });

  it('hold fences that are shorter or of another kind, and end with one that is longer', () => {
    assert.deepEqual(found('````', '```', 'a', '~~~~', '`````', 'b'), [['', ['```', 'a', '~~~~'], 'closed']]);
  });

  it('hold blocks of their own, as deep as these go', () => {
    assert.deepEqual(found('```md', 'a', '```sh', 'b', '```', '```sh', '```sh', '```', '```', 'c', '```', 'd'), [
      ['md', ['a', '```sh', 'b', '```', '```sh', '```sh', '```', '```', 'c'], 'closed'],
    ]);
  });

  it('are open where the last fence does not come', () => {
    assert.deepEqual(found('```', 'a'), [['', ['a'], 'open']]);
    assert.deepEqual(found('```', 'a', '```', '```md', '```sh', '```'), [
      ['', ['a'], 'closed'],
      ['md', ['```sh', '```'], 'open'],
    ]);
  });
});
