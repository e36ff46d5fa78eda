import assert from 'node:assert/strict';
import { pieceStart, type SentTurn } from '../../../src/host/panel/turnPieces';

function turn(characters: number): SentTurn {
  return { prompt: 'x'.repeat(characters), parts: [] };
}

describe('A piece of a chat', () => {
  const most = { turns: 3, characters: 100 };

  it('has no more turns than it may', () => {
    assert.equal(pieceStart(Array<SentTurn>(9).fill(turn(3)), 8, most), 5);
    assert.equal(pieceStart([turn(3), turn(3)], 2, most), 0);
    assert.equal(pieceStart([], 0, most), 0);
  });

  it('is no longer than it may be, unless a single turn is', () => {
    assert.equal(pieceStart([turn(3), turn(50), turn(50)], 3, most), 1);
    assert.equal(pieceStart([turn(3), turn(51), turn(50)], 3, most), 2);
    assert.equal(pieceStart([turn(3), turn(500)], 2, most), 1);
  });

  it('counts whatever is sent of a turn', () => {
    const cited: SentTurn = {
      prompt: '',
      parts: [
        {
          kind: 'text',
          text: '',
          citations: [{ type: 'url', title: 'a'.repeat(43), url: 'b'.repeat(40), start: 0, end: 0 }],
        },
      ],
    };
    const result: SentTurn = {
      prompt: '',
      parts: [
        {
          kind: 'toolResult',
          step: '',
          callId: '',
          name: '',
          result: [{ a: 'r'.repeat(40) }, 40, null],
          isError: true,
        },
        { kind: 'thought', text: 't'.repeat(33) },
      ],
    };
    const thought: SentTurn = { prompt: 'p'.repeat(45), parts: [{ kind: 'thought', text: 't'.repeat(38) }] };
    for (const one of [cited, result, thought]) {
      assert.equal(pieceStart([turn(11), one], 2, most), 1);
      assert.equal(pieceStart([turn(10), one], 2, most), 0);
    }
  });

  it('does not count the bytes of a picture, which are not sent', () => {
    const image: SentTurn = {
      prompt: '',
      parts: [{ kind: 'media', media: 'image', mimeType: '', data: 'A'.repeat(1_000) }],
    };
    assert.equal(pieceStart([turn(11), image], 2, most), 0);
  });

  it('together with the others has every turn once', () => {
    const turns = Array.from({ length: 50 }, (_, at) => turn(3 + ((at * 37) % 120)));
    const seen: number[] = [];
    for (let end = turns.length; end > 0; ) {
      const start = pieceStart(turns, end, most);
      assert.ok(start < end, 'a piece without a turn would be asked for again and again');
      for (let at = end - 1; at >= start; at -= 1) seen.push(at);
      end = start;
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 50 }, (_, at) => 49 - at),
    );
  });
});
