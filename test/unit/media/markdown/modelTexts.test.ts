import { assertDrawn } from './everyCut';
import { modelTexts } from './modelTexts';

describe('What models write', function () {
  this.timeout(60_000);

  for (const [rule, examples] of Object.entries(modelTexts)) {
    it(`is drawn as they mean it, wherever it is cut: ${rule}`, () => {
      for (const { markdown, html } of examples) assertDrawn(markdown, html);
    });
  }
});
