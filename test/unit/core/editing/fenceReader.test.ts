import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FenceReader } from '../../../../src/core/editing/answer/fenceReader';

describe('FenceReader', () => {
  const whole = 'Here it is:\n\n```ts\nconst a = 1;\n\n  const b = `x`;\n```\nDone.';

  it('takes the code and leaves the talk', () => {
    const reader = new FenceReader();
    reader.push(whole);
    reader.end();
    assert.deepEqual(reader.codeLines, ['const a = 1;', '', '  const b = `x`;']);
    assert.ok(reader.isClosed);
  });

  it('reads the same however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (sizes) => {
        const reader = new FenceReader();
        let at = 0;
        for (let round = 0; at < whole.length; round += 1) {
          const size = sizes[round % sizes.length] ?? 1;
          reader.push(whole.slice(at, at + size));
          at += size;
        }
        reader.end();
        assert.deepEqual(reader.codeLines, ['const a = 1;', '', '  const b = `x`;']);
      }),
    );
  });

  it('keeps a shorter fence inside a longer one as code', () => {
    const reader = new FenceReader();
    reader.push('````md\n```\ncode\n```\n````\n');
    assert.deepEqual(reader.codeLines, ['```', 'code', '```']);
  });

  it('takes off the line break alone, and adds no line where the text ends', () => {
    const reader = new FenceReader();
    reader.push('```\r\na\rb\r\n');
    reader.end();
    reader.end();
    assert.deepEqual(reader.codeLines, ['a\rb']);
  });

  it('is not closed when the text was cut', () => {
    const reader = new FenceReader();
    reader.push('```\nhalf');
    reader.end();
    assert.ok(!reader.isClosed);
  });
});
