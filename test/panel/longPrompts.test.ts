import assert from 'node:assert/strict';
import { everyday } from '../budget';
import type { PanelPage } from './panelPage';
import { ready, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

/** Five megabytes: in lines, in words, and as one word. */
const huge: Readonly<Record<string, string>> = {
  lines: 'the quick brown fox jumps over the lazy dog, 1234567890 times!\n'.repeat(83_000),
  words: 'lorem ipsum dolor '.repeat(291_000),
  'one word': 'x'.repeat(5_242_880),
};
/** A text box needs 2 to 7 seconds for each of them, and so does the layout of one such text. Characters. */
const [mostInBox, mostInPiece] = [10_000, 4_000];

describe('Prompts that come back, and long ones', function () {
  this.timeout(60_000);
  const open = usePanels();

  const draftOf = (panel: PanelPage) =>
    panel.page.evaluate<string | undefined>(`JSON.parse(sessionStorage.getItem('state') ?? '{}').draft`);
  const pasted = (panel: PanelPage) => panel.page.getByText('characters pasted');

  /** Pastes as a person does. */
  async function paste(panel: PanelPage, text: string): Promise<void> {
    await panel.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // The address of the page is not a safe one, so it has no clipboard of its own.
    await panel.page.evaluate(`document.addEventListener('copy', (event) => {
      event.clipboardData.setData('text/plain', ${JSON.stringify(text)});
      event.preventDefault();
    }, { once: true }); document.execCommand('copy')`);
    await panel.composer.focus();
    await panel.page.keyboard.press('ControlOrMeta+v');
  }

  /** What the browser has to lay out at once. */
  const longestPiece = (panel: PanelPage) =>
    panel.page.evaluate<number>(`(() => {
      const pieces = [...document.querySelectorAll('.prompt .piece')];
      const isLazy = pieces.every((piece) => getComputedStyle(piece).contentVisibility === 'auto');
      return isLazy && pieces.length > 1 ? Math.max(...pieces.map(({ textContent }) => textContent.length)) : Infinity;
    })()`);

  it('puts a returned prompt before what was typed since, with the caret at the end', async () => {
    const panel = await open();
    await panel.snapshot();
    await panel.composer.fill('typed since');
    await panel.composer.press('Home');

    await panel.tell({ type: 'promptReturned', prompt: 'sent too early' });
    await panel.page.keyboard.type('!');

    assert.equal(await panel.composer.inputValue(), 'sent too early\n\ntyped since!');
    assert.equal(await draftOf(panel), 'sent too early\n\ntyped since!');
    assert.equal(await panel.articles.count(), 0);
  });

  it('keeps a returned prompt for the time the composer is there', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, key: 'missing' });

    await panel.tell({ type: 'promptReturned', prompt: 'Explain this' });
    assert.equal(await panel.composer.isVisible(), false);
    assert.equal(await draftOf(panel), 'Explain this');
    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    await panel.page.keyboard.type(' now');
    await panel.page.keyboard.press('Enter');

    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'Explain this now' }]);
    assert.equal(await draftOf(panel), '');
  });

  it('keeps a prompt that comes back before the first snapshot', async () => {
    const panel = await open();

    await panel.tell({ type: 'promptReturned', prompt: 'early' });
    await panel.snapshot();

    assert.equal(await panel.composer.inputValue(), 'early');
  });

  for (const [shape, text] of everyday(Object.entries(huge), 1, 2)) {
    it(`takes in 5 MB of ${shape} without freezing, sends it and gets it back`, async () => {
      const panel = await open();
      await panel.snapshot();
      await panel.composer.pressSequentially('Explain');

      await paste(panel, text);
      await panel.page.keyboard.press('!');
      assert.equal(await panel.page.getByText(`${text.length.toLocaleString('en-US')} characters pasted`).count(), 1);
      assert.equal(await panel.composer.inputValue(), 'Explain!');
      await panel.until(`JSON.parse(hostSide.longState ?? 'null')?.draft === 'Explain!'`);
      await panel.page.keyboard.press('Enter');
      const prompt = `${text}\n\nExplain!`;
      assert.ok((await panel.postedOf('send'))[0]?.prompt === prompt, 'what was sent is not what was typed');
      assert.equal(await pasted(panel).isVisible(), false);

      await panel.tell({ type: 'turnAdded', turn: turn({ prompt }) });
      assert.ok((await panel.page.locator('.prompt').textContent()) === prompt, 'what is shown is not what was sent');
      assert.ok((await longestPiece(panel)) <= mostInPiece);
      await panel.tell({ type: 'promptReturned', prompt });
      assert.equal(await pasted(panel).isVisible(), true);
      assert.ok((await panel.composer.inputValue()).length <= mostInBox);
    });
  }

  it('gives a pasted text up again, and keeps what was typed', async () => {
    const panel = await open();
    await panel.snapshot();
    await panel.composer.pressSequentially('Hello');
    await paste(panel, 'y'.repeat(60_000));

    await panel.button('Remove the Pasted Text').click();

    assert.equal(await pasted(panel).isVisible(), false);
    assert.equal(await panel.composer.inputValue(), 'Hello');
    assert.equal(await draftOf(panel), 'Hello');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'Hello' }]);
  });

  it('leaves shorter texts in the text box, where they can be undone', async () => {
    const panel = await open();
    await panel.snapshot();

    await paste(panel, 'line\n'.repeat(2_000));
    assert.equal((await panel.composer.inputValue()).length, 10_000);
    assert.equal(await pasted(panel).isVisible(), false);
    await panel.page.keyboard.press('ControlOrMeta+z');

    assert.equal(await panel.composer.inputValue(), '');
  });

  it('keeps a pasted text while the view is away', async () => {
    const panel = await open();
    await panel.snapshot();
    await paste(panel, 'z'.repeat(60_000));
    await panel.until(`sessionStorage.getItem('state')?.length > 60_000`);

    await panel.page.reload();
    await panel.snapshot();

    assert.equal(await panel.page.getByText('60,000 characters pasted').isVisible(), true);
    await panel.composer.press('Enter');
    assert.equal((await panel.postedOf('send'))[0]?.prompt.length, 60_000);
  });

  it('recalls a long prompt as what it was', async () => {
    const panel = await open();
    await panel.snapshot([turn({ prompt: 'w'.repeat(60_000) })]);

    await panel.composer.press('ArrowUp');
    assert.equal(await pasted(panel).isVisible(), true);
    await panel.composer.press('ArrowDown');

    assert.equal(await pasted(panel).isVisible(), false);
  });
});
