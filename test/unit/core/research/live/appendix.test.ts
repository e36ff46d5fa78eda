import assert from 'node:assert/strict';
import { appendix } from '../../../../../src/core/research/live/appendix';
import { liveFacts } from '../../../../../src/core/research/live/liveFacts';

const words = { title: 'How *it* came', plan: 'Plan', searches: 'Searches', pages: 'Pages', thoughts: 'Thoughts' };
const nothing = liveFacts([]);

describe('how a report came about', () => {
  it('is told with its plan, its searches, its pages and its thoughts', () => {
    const facts = {
      ...nothing,
      searches: ['tides', '*moon*'],
      pages: ['https://a.example/', 'javascript:a'],
      thoughts: [' One.\n', '# Two'],
    };
    assert.equal(
      appendix('# First\n\nthis', facts, words),
      '\n## How \\*it\\* came\n\n### Plan\n\n#### First\n\nthis\n\n### Searches\n\n- tides\n- \\*moon\\*\n\n' +
        '### Pages\n\n- <https://a.example/>\n- javascript:a\n\n### Thoughts\n\nOne.\n\n#### Two\n',
    );
  });

  it('has no empty chapters, and is empty where nothing is known', () => {
    assert.equal(appendix(undefined, nothing, words), '');
    assert.equal(appendix(' \n', { ...nothing, thoughts: [' '] }, words), '');
    assert.equal(
      appendix(undefined, { ...nothing, searches: ['a'] }, words),
      '\n## How \\*it\\* came\n\n### Searches\n\n- a\n',
    );
  });
});
