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
      { type: 'showBranch', turnId: 'b', of: 'answer', step: -1 },
      { type: 'showBranch', turnId: 'b', of: 'answer', step: 1 },
    ]);
  });

  it('has the arrows to other questions at the question, and in sight', async () => {
    const panel = await openChat([
      answered('a', 'First', 'One'),
      { ...answered('b', 'Second', 'Two'), questionBranch: { index: 2, count: 2 } },
      answered('c', 'Third', 'Three'),
    ]);
    const question = panel.articles.nth(2);
    assert.equal(await question.getByRole('group', { name: 'Question 2 of 2' }).count(), 1);
    assert.match((await question.getAttribute('aria-label')) ?? '', /Question 2 of 2$/);
    assert.equal(await question.getByText('2/2').isVisible(), true);
    assert.equal(await panel.articles.nth(3).getByRole('group').count(), 0);

    await action(question, 'Next Question').click({ force: true });
    await action(question, 'Previous Question').click();

    assert.deepEqual(await panel.postedOf('showBranch'), [
      { type: 'showBranch', turnId: 'b', of: 'question', step: -1 },
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

  it('says so in sight of the answer that the user went back to', async () => {
    const panel = await openChat([
      answered('a', 'First', longText),
      answered('b', 'Second', longText),
      answered('c', 'Third', longText),
    ]);
    await panel.tell({ type: 'turnAdded', turn: turn({ id: 'd', prompt: 'Fourth', status: 'waiting' }) });
    await panel.tell({ type: 'turnChanged', turnId: 'd', status: 'done' });
    await panel.articles.nth(2).focus();
    await panel.articles.nth(2).press('Home');

    await action(panel.articles.nth(3), 'Branch from Here').click();
    await panel.snapshot([answered('a', 'First', longText), { ...answered('b', 'Second', longText), hasMore: true }]);

    await panel.until(`(() => {
      const { bottom } = document.querySelector('.more-turns').getBoundingClientRect();
      return bottom > 0 && bottom <= document.querySelector('.composer').getBoundingClientRect().top;
    })()`);
    assert.equal(await panel.button('Jump to Latest').isVisible(), false);
  });

  it('says that what was asked later is kept, and shows it again', async () => {
    const panel = await openChat([{ ...answered('a', 'First', 'One'), hasMore: true }]);
    await panel.page.getByText('Your next question will branch from here.').waitFor();

    await panel.button('Show Them').click();
    assert.deepEqual(await panel.postedOf('showMore'), [{ type: 'showMore', turnId: 'a' }]);
    await panel.tell({ type: 'turnAdded', turn: turn({ id: 'b', status: 'waiting' }) });

    assert.equal(await panel.page.getByText('Your next question will branch from here.').isVisible(), false);
  });
});
