import assert from 'node:assert/strict';
import { TaggedParts } from '../../../../../src/core/editing/answer/taggedParts';

function parted(...pieces: readonly string[]) {
  const reader = new TaggedParts({ tag: 'edit', parts: 2 });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  const parts = reader.parts.map(({ number, lines, isClosed }) => [number, lines, isClosed ? 'closed' : 'open']);
  return reader.isMalformed ? [...parts, 'malformed'] : parts;
}

describe('the parts between tags', () => {
  it('are those between the tags of one number', () => {
    assert.deepEqual(parted('Here:\n<edit-2>\na\n\n b\n</edit-2>\nand\n<edit-11>\n</edit-11>\nDone.'), [
      [2, ['a', '', ' b'], 'closed'],
      [11, [], 'closed'],
    ]);
    assert.deepEqual(parted('no tags'), []);
    assert.deepEqual(parted('<edits-1>\n<edit-x>\n<edit1>\n'), []);
  });

  it('may stand on the lines of their tags', () => {
    assert.deepEqual(parted('Here: <edit-1> a\nb</edit-1> Done.'), [[1, [' a', 'b'], 'closed']]);
    assert.deepEqual(parted('<edit-1>a</edit-1><edit-2>b</edit-2>'), [
      [1, ['a'], 'closed'],
      [2, ['b'], 'closed'],
    ]);
    assert.deepEqual(parted('<edit-1>  \na\n\t</edit-1>'), [[1, ['a'], 'closed']]);
    assert.deepEqual(parted('<EDIT-1 >\na\n</Edit-1  >'), [[1, ['a'], 'closed']]);
  });

  it('are read the same whatever pieces they come in', () => {
    assert.deepEqual(parted('<ed', 'it-1>\r', '\na\r\n', 'b\n</edit', '-1', '>\r'), [[1, ['a', 'b'], 'closed']]);
    assert.deepEqual(parted('<edit-1>\na', 'b\r'), [[1, ['ab'], 'open']]);
    assert.deepEqual(parted('<edit-1>\na\rb\r\nc\rd\r'), [[1, ['a\rb', 'c\rd'], 'open']]);
  });

  it('are known while they are written, but for the last line', () => {
    const reader = new TaggedParts({ tag: 'edit', parts: 1 });
    reader.push('<edit-1>\na\nb');
    assert.deepEqual(reader.parts, [{ number: 1, lines: ['a'], isClosed: false }]);
    reader.end();
    reader.end();
    assert.deepEqual(reader.parts, [{ number: 1, lines: ['a', 'b'], isClosed: false }]);
  });

  it('are open where their end is missing', () => {
    assert.deepEqual(parted('<edit-1>\na\n\n'), [[1, ['a', ''], 'open']]);
  });

  it('are malformed where a tag stands inside of a part, or without its other one', () => {
    assert.deepEqual(parted('<edit-1>\na\n<edit-2>\nb\n</edit-2>'), [
      [1, ['a'], 'open'],
      [2, ['b'], 'closed'],
      'malformed',
    ]);
    assert.deepEqual(parted('</edit-1>'), ['malformed']);
    assert.deepEqual(parted('<edit-1>\na\n</edit-2>\nb\n</edit-1>'), [[1, ['a', 'b'], 'closed'], 'malformed']);
    assert.deepEqual(parted('<edit-1>\n</edit-1>\n</edit-1>'), [[1, [], 'closed'], 'malformed']);
  });
});
