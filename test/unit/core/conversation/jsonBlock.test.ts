import assert from 'node:assert/strict';
import fc from 'fast-check';
import { JsonBlock } from '../../../../src/core/conversation/jsonBlock';
import { codeBlocksOf } from '../../../../src/markdown/codeBlocks';

function inPieces(text: string, cuts: readonly number[]): string {
  const block = new JsonBlock();
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, at) => block.push(text.slice(from, places[at]))).join('');
}

describe('an answer that is JSON', () => {
  it('is one block of code, whatever it holds and however it comes in pieces', () => {
    const value = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(value, fc.array(fc.nat()), fc.constantFrom(undefined, 2), (data, cuts, indent) => {
        const text = JSON.stringify(data, undefined, indent);
        const shown = inPieces(text, cuts);
        assert.equal(shown, inPieces(text, []));
        const [block, ...others] = codeBlocksOf(shown);
        assert.deepEqual([block?.language, block?.text, others], ['json', `${text}\n`, []]);
      }),
      { numRuns: 200 },
    );
    assert.equal(inPieces('{"a":"```\\n} ]"}', [3]), '```json\n{"a":"```\\n} ]"}\n```\n');
  });

  it('keeps what comes behind it out of the block, and blanks out of the text', () => {
    assert.equal(inPieces('\n {"a":1}\n', [1, 4]), '```json\n{"a":1}\n```\n');
    const text = '[1] so it is: {"a":2}';
    for (let cut = 0; cut <= text.length; cut += 1) {
      // A blank alone behind the block is left out.
      if (cut !== '[1] '.length) assert.equal(inPieces(text, [cut]), '```json\n[1]\n```\n so it is: {"a":2}');
    }
    assert.equal(inPieces(text, [3, 6, 9]), '```json\n[1]\n```\n so it is: {"a":2}');
  });

  it('is a block that is not closed while it comes', () => {
    assert.equal(inPieces('{"a": [1', []), '```json\n{"a": [1');
  });

  it('stays as it is where it does not begin as an object or a list', () => {
    for (const text of ['12', 'I cannot do that: {}', '"a"', '```json\n{}\n```']) {
      assert.equal(inPieces(text, [1]), text);
      assert.equal(inPieces(text, []), text);
    }
  });
});
