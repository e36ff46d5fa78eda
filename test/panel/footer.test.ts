import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { TurnEndView } from '../../src/protocol/chat';
import { action, shortChat, useChatPanels } from './shortChat';
import { answered, turn } from './turns';

const known: Partial<TurnEndView> = {
  answerer: 'gemini-3.8-flash',
  times: { total: 4_120, thoughts: [] },
  tokens: 1_900,
};

describe('Footer of an answer', () => {
  const openChat = useChatPanels();
  const opacity = (of: Locator) => of.evaluate((e) => e.ownerDocument.defaultView?.getComputedStyle(e).opacity);

  it('is there without the pointer at the last answer, and at others where the pointer or the focus is', async () => {
    const panel = await openChat(shortChat.map((one) => ({ ...one, ...known })));
    await panel.composer.hover();
    const facts = (at: number) => panel.articles.nth(at).getByText('3.8 Flash · 4.1 s · 1.9k tokens');

    for (const name of ['Copy', 'Retry', 'Retry with…', 'Branch from Here']) {
      assert.equal(await opacity(action(panel.articles.nth(5), name)), '1', name);
      assert.equal(await opacity(action(panel.articles.nth(3), name)), '0', name);
    }
    assert.equal(await opacity(facts(5)), '1');
    assert.equal(await opacity(facts(3)), '0');
    await panel.articles.nth(3).focus();
    assert.equal(await opacity(facts(3)), '1');
  });

  it('tells what comes with the end of an answer, and nothing while it is on its way', async () => {
    const panel = await openChat([turn({ status: 'streaming', parts: [{ kind: 'text', text: 'x' }], ...known })]);
    const facts = panel.articles.nth(1).locator('.answer-facts');
    assert.equal(await facts.textContent(), '');

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done', ...known });

    assert.equal(await facts.textContent(), '3.8 Flash · 4.1 s · 1.9k tokens');
  });

  it('leaves out what is not known, and says long times and many tokens shortly', async () => {
    const told: readonly (readonly [Partial<TurnEndView>, string])[] = [
      [{}, ''],
      [{ answerer: 'gemini-3.8-flash' }, '3.8 Flash'],
      [{ times: { thoughts: [2_000] }, tokens: 1 }, '1 token'],
      [{ times: { total: 9_960, thoughts: [] }, tokens: 999 }, '10 s · 999 tokens'],
      [{ times: { total: 72_400, thoughts: [] }, tokens: 123_456 }, '1 min 12 s · 123k tokens'],
      [{ times: { total: 340, thoughts: [] }, tokens: 1_234_567 }, '0.3 s · 1.2M tokens'],
    ];
    for (const [end, sentence] of told) {
      const panel = await openChat([{ ...answered('a', 'Why?', 'So.'), ...end }]);
      assert.equal(await panel.articles.nth(1).locator('.answer-facts').textContent(), sentence);
    }
  });

  it('has about what it cost at its end, and all that is known on hover and behind a button', async () => {
    const usage = { input: 1_200, cached: 200, thought: 80, output: 600, tool: 20, searches: 3 };
    const end = { ...known, times: { total: 4_120, first: 900, thoughts: [] }, usage, cost: 0.00234 };
    const panel = await openChat([{ ...answered('a', 'Why?', 'So.'), ...end }]);
    const answer = panel.articles.nth(1);
    const facts = answer.locator('.answer-facts');
    assert.equal(await facts.textContent(), '3.8 Flash · 4.1 s · 1.9k tokens · about $0.0023');
    assert.match((await facts.getAttribute('title')) ?? '', /^gemini-3.8-flash\nInput: 1,200, 200 of them cached\n/);

    const button = action(answer, 'Usage and Cost');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await action(answer, 'Branch from Here').focus();
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('Enter');
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    assert.deepEqual(await answer.locator('.answer-usage > *').allTextContents(), [
      ...['Input', '1,200, 200 of them cached', 'Thoughts', '80', 'Output', '600', 'Tools', '20', 'Searches', '3'],
      ...['First words after', '0.9 s', 'Time', '4.1 s', 'Price without searches', 'about $0.0023'],
    ]);
    await panel.page.keyboard.press('Enter');
    assert.equal(await answer.locator('.answer-usage').isVisible(), false);
  });

  it('is readable as a whole in the narrowest view that VS Code has', async () => {
    const usage = { input: 1_200_000, cached: 200_000, thought: 80, output: 600, tool: 20, searches: 3 };
    const panel = await openChat([
      { ...answered('a', 'Why?', 'So.'), ...known, usage, cost: 0.00234, branch: { index: 2, count: 30 } },
    ]);
    await panel.page.setViewportSize({ width: 170, height: 700 });
    await panel.button('Usage and Cost').click();

    const [beyond, cut] = await panel.page.evaluate<[string[], string[]]>(`(() => {
      const shown = [...document.querySelectorAll('.answer-footer *, .answer-usage *')].filter((e) => e.checkVisibility());
      const room = new Range();
      const wordsOf = (e) => e.textContent.split(' ').filter(Boolean).length;
      const linesOf = (e) => { room.selectNodeContents(e); return new Set([...room.getClientRects()].map((r) => r.top)).size; };
      return [
        shown.filter((e) => e.getBoundingClientRect().right > innerWidth).map((e) => e.outerHTML),
        shown.filter((e) => e.matches('dt, dd') && linesOf(e) > wordsOf(e)).map((e) => e.textContent),
      ];
    })()`);

    assert.deepEqual(beyond, [], 'beyond the edge');
    assert.deepEqual(cut, [], 'broken inside of a word');
  });

  it('has no such button while the answer is on its way, nor where nothing was counted', async () => {
    const panel = await openChat([answered('a', 'Why?', 'So.'), turn({ id: 'b', status: 'streaming', ...known })]);
    for (const at of [1, 3]) assert.equal(await action(panel.articles.nth(at), 'Usage and Cost').count(), 0);
  });

  it('has Retry in sight as soon as an answer fails, also of an answer before the last', async () => {
    const panel = await openChat([
      turn({ id: 'a', status: 'failed', failure: { message: 'It broke.' } }),
      turn({ id: 'b', status: 'streaming' }),
    ]);
    await panel.composer.hover();
    assert.equal(await opacity(action(panel.articles.nth(1), 'Retry')), '1');
    assert.equal(await opacity(action(panel.articles.nth(3), 'Retry')), '0');

    await panel.tell({ type: 'turnChanged', turnId: 'b', status: 'failed', failure: { message: 'No connection.' } });

    assert.equal(await opacity(action(panel.articles.nth(3), 'Retry')), '1');
    await action(panel.articles.nth(3), 'Retry').click();
    assert.deepEqual(await panel.postedOf('retry'), [{ type: 'retry', turnId: 'b' }]);
  });

  it('is not copied with the words of the answer', async () => {
    const panel = await openChat([{ ...answered('a', 'Why?', 'So it is.'), ...known }]);
    const copied = await panel.page.evaluate<string>(`(() => {
      getSelection().selectAllChildren(document.querySelector('.answer'));
      const data = new DataTransfer();
      document.querySelector('.answer p').dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      return data.getData('text/plain');
    })()`);

    assert.match(copied, /So it is/);
    assert.doesNotMatch(copied, /tokens|Flash/);
  });
});
