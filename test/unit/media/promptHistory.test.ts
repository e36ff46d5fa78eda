import assert from 'node:assert/strict';
import { PromptHistory } from '../../../media/promptHistory';

describe('PromptHistory', () => {
  it('walks back to the oldest prompt and forth to the draft', () => {
    const history = new PromptHistory();
    for (const prompt of ['a', 'b', 'c']) history.add(prompt);

    assert.deepEqual(
      [history.older('draft'), history.older(''), history.older(''), history.older('')],
      ['c', 'b', 'a', undefined],
    );
    assert.deepEqual(
      [history.newer(), history.newer(), history.newer(), history.newer()],
      ['b', 'c', 'draft', undefined],
    );
  });

  it('keeps a repeated prompt once, as the latest, and not more than it should', () => {
    const history = new PromptHistory();
    for (let count = 0; count < 150; count++) history.add(String(count));
    history.add('140');

    const walked: string[] = [];
    for (let prompt = history.older(''); prompt !== undefined; prompt = history.older('')) walked.push(prompt);

    assert.deepEqual(walked.slice(0, 3), ['140', '149', '148']);
    assert.equal(new Set(walked).size, walked.length);
    assert.equal(walked.length, 100);
  });
});
