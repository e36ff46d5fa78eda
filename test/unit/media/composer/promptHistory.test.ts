import assert from 'node:assert/strict';
import { PromptHistory } from '../../../../media/composer/promptHistory';

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

  function walk(history: PromptHistory): readonly string[] {
    const walked: string[] = [];
    for (let prompt = history.older(''); prompt !== undefined; prompt = history.older('')) walked.push(prompt);
    return walked;
  }

  it('has what came earlier in a chat before the rest of it, and after other chats', () => {
    const history = new PromptHistory();
    for (const prompt of ['other', 'again', 'c']) history.add(prompt);
    history.beginChat();
    for (const prompt of ['c', 'd']) history.add(prompt);

    history.addEarlier(['b', 'again', 'd']);
    history.addEarlier(['a']);

    assert.deepEqual(walk(history), ['d', 'c', 'again', 'b', 'a', 'other']);
  });

  it('goes on with a walk when earlier prompts come in', () => {
    const history = new PromptHistory();
    for (const prompt of ['c', 'd']) history.add(prompt);
    assert.deepEqual([history.older('draft'), history.older('')], ['d', 'c']);

    history.addEarlier(['a', 'b']);

    assert.deepEqual([history.older(''), history.older(''), history.older('')], ['b', 'a', undefined]);
    assert.deepEqual([history.newer(), history.newer(), history.newer(), history.newer()], ['b', 'c', 'd', 'draft']);
  });

  it('keeps the latest of very many that come in before, and prompts of other chats least', () => {
    const history = new PromptHistory();
    history.add('other');
    history.beginChat();
    history.add('last');

    history.addEarlier(Array.from({ length: 150 }, (_, count) => String(count)));

    const walked = walk(history);
    assert.deepEqual([walked[0], walked[1], walked.at(-1), walked.length], ['last', '149', '51', 100]);
  });
});
