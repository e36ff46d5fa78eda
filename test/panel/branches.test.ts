import assert from 'node:assert/strict';
import { action, useChatPanels } from './shortChat';
import { answered, longText, turn } from './turns';

describe('Branches of a chat', () => {
  const openChat = useChatPanels();

  const branched = [
    answered('a', 'First', 'One'),
    { ...answered('b', 'Second', longText), branch: { index: 2, count: 3 } },
  ];

  it('says which answer is shown, and goes to the one before and after', async () => {
    const panel = await openChat(branched);
    const answer = panel.articles.nth(3);
    assert.equal(await answer.getByRole('group', { name: 'Answer 2 of 3' }).count(), 1);
    assert.match((await answer.getAttribute('aria-label')) ?? '', /Answer 2 of 3$/);
    assert.equal(await answer.getByText('2/3').isVisible(), true);

    await action(answer, 'Previous Answer').click();
    await action(answer, 'Next Answer').click();

    assert.deepEqual(await panel.postedOf('showBranch'), [
      { type: 'showBranch', turnId: 'b', step: -1 },
      { type: 'showBranch', turnId: 'b', step: 1 },
    ]);
  });

  it('has no arrows where nothing else was asked', async () => {
    const panel = await openChat();

    assert.equal(await panel.button('Next Answer').count(), 0);
  });

  it('goes no further than the first and the last', async () => {
    const panel = await openChat([
      { ...answered('a', 'First', 'One'), branch: { index: 1, count: 2 } },
      { ...answered('b', 'Second', 'Two'), branch: { index: 2, count: 2 } },
    ]);

    await action(panel.articles.nth(1), 'Previous Answer').click({ force: true });
    await action(panel.articles.nth(3), 'Next Answer').click({ force: true });

    assert.deepEqual(await panel.postedOf('showBranch'), []);
  });

  it('keeps the focus on the arrow, and the arrow where it was, whatever the other answer looks like', async () => {
    const panel = await openChat(branched);
    const answer = panel.articles.nth(3);
    await action(answer, 'Next Answer').focus();
    await panel.page.evaluate(`document.querySelector('.conversation').scrollTop -= 60`);
    const before = await action(answer, 'Next Answer').boundingBox();

    await panel.page.keyboard.press('Enter');
    await panel.snapshot([
      branched[0] ?? turn(),
      { ...answered('c', 'Second', `${longText}\n\n${longText}`), branch: { index: 3, count: 3 } },
      answered('d', 'Third', longText),
    ]);

    assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'Next Answer');
    await panel.until(`Math.abs(document.activeElement.getBoundingClientRect().top - ${before?.y ?? 0}) < 2`);
  });

  it('says that what was asked later is kept, and shows it again', async () => {
    const panel = await openChat([{ ...answered('a', 'First', 'One'), hasMore: true }]);
    await panel.page.getByText('Later messages are hidden.').waitFor();

    await panel.button('Show Them').click();
    assert.deepEqual(await panel.postedOf('showMore'), [{ type: 'showMore', turnId: 'a' }]);
    await panel.tell({ type: 'turnAdded', turn: turn({ id: 'b', status: 'waiting' }) });

    assert.equal(await panel.page.getByText('Later messages are hidden.').isVisible(), false);
  });
});
