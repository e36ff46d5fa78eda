import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { isFullRun } from '../budget';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';
import { shareProduct } from './sharedProduct';

const better = twoVars.replaceAll('var', 'const').trimEnd();
/** What a model may answer in place of the code, and the sentence it ends in. */
const refused: readonly (readonly [string, string, string])[] = [
  ['words alone', 'I would leave this as it is.', 'Gemini answered in prose'],
  ['nothing between the tags', '<edit-1>\n</edit-1>\n', 'Gemini returned no code'],
  ['two blocks', '```ts\nconst c = 1;\n```\nand\n```ts\nconst d = 1;\n```', 'Gemini returned several code blocks'],
  ['another language', '```python\nfirst = 1\n```', 'Gemini answered in a different language'],
  ['tags inside of tags', '<edit-1>\n<edit-1>\nx\n</edit-1>\n</edit-1>', 'Gemini’s answer for two.ts couldn’t be read'],
];

describe('an answer that is no proposal', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    product = await shareProduct({}, { 'two.ts': twoVars });
    hands = new ReviewHands(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => hands.tidy());
  const bytes = (name: string) => readFile(hands.path(name), 'utf8');

  for (const [what, text, sentence] of refused) {
    it(`ends in a sentence and untouched code: ${what}`, async () => {
      product.server.answerNext({ text });
      await hands.refactor('two.ts');

      await product.notification(sentence).waitFor();
      await hands.closed();
      await hands.fileIs('two.ts', twoVars);
      assert.equal(await bytes('two.ts'), twoVars);
    });
  }

  it('shows what Gemini wrote to who wants to see it', async () => {
    product.server.answerNext({ text: 'I would leave this as it is.' });
    await hands.refactor('two.ts');
    await product.notification('Gemini answered in prose').getByRole('button', { name: 'Show Answer' }).click();

    await product.page.locator('.view-line').getByText('I would leave this as it is.').waitFor();
  });

  it('stays as far as it came when it is cut in the middle, and counts as incomplete', async () => {
    product.server.answerNext({ text: `<edit-1>\n${better.slice(0, better.indexOf('export const between'))}` });
    await hands.refactor('two.ts');

    await product.notification('was cut off').waitFor();
    await hands.ready();
    await hands.says('Gemini’s proposal ends here: it is incomplete');
    await hands.fileIs('two.ts', twoVars);
    await hands.rejectAll.click();
    await hands.closed();
    assert.equal(await bytes('two.ts'), twoVars);
  });

  it('is put right where it is the whole file for one line', async () => {
    product.server.answerNext({ text: `<edit-1>\n${twoVars.replace('var first', 'const first')}</edit-1>` });
    await hands.review('two.ts', 'Use const', { anchor: { line: 1, character: 0 }, active: { line: 2, character: 0 } });

    await hands.proposalIs(twoVars.replace('var first', 'const first'));
  });

  // VS Code reads, compares and colours every line of it several times over.
  const lines = isFullRun ? 100_000 : 20_000;

  it('of a very long file leaves its bytes as they are when it is rejected', async () => {
    const large = Array.from({ length: lines }, (_, at) => `var value${at} = ${at};\r\n`).join('');
    await writeFile(hands.path('large.ts'), large);
    await hands.review('large.ts', 'Use const and let', {
      anchor: { line: 500, character: 0 },
      active: { line: 503, character: 0 },
    });
    await hands.rejectAll.click();

    await hands.closed();
    assert.equal(await bytes('large.ts'), large);
  });
});
