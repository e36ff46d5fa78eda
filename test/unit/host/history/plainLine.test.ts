import assert from 'node:assert/strict';
import { plainLine } from '../../../../src/host/history/plainLine';
import { cpuTimeOf } from '../../../cpuTime';

const lines: Readonly<Record<string, string>> = {
  '## Retry with backoff The **first** try': 'Retry with backoff The first try',
  '**Note:** use `a_b * c` and *never* _this_': 'Note: use a_b * c and never this',
  'See [the docs](https://e.example/a_b "x") and ![a picture](data:x)': 'See the docs and a picture',
  '- [x] done': 'done',
  '1. first': 'first',
  '> > quoted ~~old~~ text': 'quoted old text',
  'Here: ```ts const a = 2 * b ** 3;``` that is all': 'Here: const a = 2 * b ** 3; that is all',
  'Here: ```ts const a': 'Here: const a',
  '| Name | Price | | --- | ---: | | Pear | 2 |': 'Name Price Pear 2',
  'cut in **the middle of': 'cut in the middle of',
  'snake_case_name and 2 * 3 * 4 and a*b*c': 'snake_case_name and 2 * 3 * 4 and a*b*c',
  'C# and #5 and a - b': 'C# and #5 and a - b',
  '***all***': 'all',
  '': '',
};

describe('a line of Markdown in a list', () => {
  for (const [line, plain] of Object.entries(lines)) {
    it(`is plain: ${line}`, () => assert.equal(plainLine(line), plain));
  }

  it('takes no time, however many marks there are', () => {
    for (const mark of ['*', '_', '`', '[', '|', '#', '> ', '**a', '![', '~~']) {
      const took = cpuTimeOf(() => plainLine(mark.repeat(2_000)));
      assert.ok(took < 1_000, `${mark} took ${took} ms`);
    }
  });
});
