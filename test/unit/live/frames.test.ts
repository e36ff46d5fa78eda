import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FrameReader, jsonOrText } from '../../live/frames';

const stream =
  ': comment\n\nevent: a\ndata: {"a":1}\n\nretry: 3000\n\ndata: {"b":\ndata:2}\nid: 7\n\ndata: [DONE]\n\ntail';
const frames = ['{"a":1}', '{"b":\n2}', '[DONE]'];

describe('the frames of a stream', () => {
  it('are the same with every line end, wherever the stream is cut into pieces', () => {
    fc.assert(
      fc.property(fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.nat(stream.length * 2)), (lineEnd, cuts) => {
        const text = stream.replaceAll('\n', lineEnd);
        const places = [0, ...cuts.sort((a, b) => a - b), text.length * 2];
        const reader = new FrameReader();

        const found = places.slice(1).flatMap((end, index) => reader.add(text.slice(places[index], end)));

        assert.deepEqual(found, frames);
        assert.equal(reader.rest, 'tail');
      }),
    );
  });

  it('hold JSON, or else the text that they are', () => {
    assert.deepEqual(frames.map(jsonOrText), [{ a: 1 }, { b: 2 }, '[DONE]']);
  });
});
