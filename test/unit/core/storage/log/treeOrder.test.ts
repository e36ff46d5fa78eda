import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newTurn, type Turn } from '../../../../../src/core/conversation/turn';
import { inTreeOrder } from '../../../../../src/core/storage/log/treeOrder';

/** A turn for each `id<parent` or `id`. */
function turns(text: string): readonly Turn[] {
  return text.split(' ').map((word) => {
    const [id = '', parentId] = word.split('<');
    return newTurn({ prompt: id, attachments: [] }, { id, parentId, createdAt: 0, model: '' });
  });
}

const ordered = (text: string) =>
  inTreeOrder(turns(text))
    .map(({ id, parentId }) => (parentId === undefined ? id : `${id}<${parentId}`))
    .join(' ');

describe('turns in the order of their tree', () => {
  it('stay as they are where each parent is there before', () => {
    for (const text of ['a', 'a b<a c<b', 'a b c<a d<b e<a']) assert.equal(ordered(text), text);
    assert.deepEqual(inTreeOrder([]), []);
  });

  it('wait for their parents, and keep their order among themselves', () => {
    assert.equal(ordered('b<a a'), 'a b<a');
    assert.equal(ordered('c<b b<a a'), 'a b<a c<b');
    assert.equal(ordered('b<a c<a d a'), 'd a b<a c<a');
    assert.equal(ordered('a c<b b<a d<c'), 'a b<a c<b d<c');
  });

  it('hang on the turn that was given before them where their parent is nowhere', () => {
    assert.equal(ordered('a b<lost c<b'), 'a b<a c<b');
    assert.equal(ordered('a<lost b<lost'), 'a b<a');
    assert.equal(ordered('a b<a c<lost d<lost'), 'a b<a c<b d<c');
  });

  it('are in no circle', () => {
    assert.equal(ordered('a<a'), 'a');
    assert.equal(ordered('a b<b'), 'a b<a');
    assert.equal(ordered('a<b b<a'), 'a b<a');
    assert.equal(ordered('a<b c<b b<a'), 'a b<a c<b');
    assert.equal(ordered('a<c b<a c<b'), 'a b<a c<b');
  });

  it('are all there, each once, behind its parent, whatever their parents are', () => {
    const parents = fc.array(fc.option(fc.constantFrom('0', '1', '2', '3', '4', 'lost'), { nil: undefined }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(parents, (given) => {
        const text = given.map((parent, id) => (parent === undefined ? `${id}` : `${id}<${parent}`)).join(' ');
        const placed = given.length === 0 ? [] : inTreeOrder(turns(text));
        assert.deepEqual(
          placed.map(({ id }) => id).sort(),
          given.map((_, id) => `${id}`),
        );
        placed.forEach(({ parentId }, index) => {
          if (parentId !== undefined) assert.ok(placed.slice(0, index).some(({ id }) => id === parentId));
        });
      }),
      { numRuns: 100 },
    );
  });
});
