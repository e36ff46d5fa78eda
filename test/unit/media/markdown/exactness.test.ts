import assert from 'node:assert/strict';
import { plainHtml } from './html';
import { streamedHtml } from './htmlPage';
import { randomCuts, randomDocument, randomNumbers } from './snippets';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const cases = Number(process.env.CASES ?? 10_000);

describe('A streamed answer', function () {
  this.timeout(120_000);

  it('is what the parser makes of the whole text, however it is cut', () => {
    console.log(`      seed ${seed}, ${cases} cases`);
    for (let count = 0; count < cases; count++) {
      const random = randomNumbers(seed + count);
      const text = randomDocument(random);
      const chunks = randomCuts(text, random);
      const partsFrom = random() < 0.7 ? 0 : undefined;
      assert.equal(streamedHtml(chunks, partsFrom), plainHtml(text), `seed ${seed + count}: ${JSON.stringify(chunks)}`);
    }
  });
});
