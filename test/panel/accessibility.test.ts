import assert from 'node:assert/strict';
import { everyday, isFullRun } from '../budget';
import { axeFaults, colorRules, prepareAxe } from './axe';
import type { PanelPage } from './panelPage';
import type { ThemeName } from './themes';
import {
  answered,
  chatWithEverything,
  fullConversation,
  longText,
  ready,
  richText,
  startWithFile,
  toolConversation,
  turn,
} from './turns';
import { usePanels } from './usePanels';

const themeNames: readonly ThemeName[] = ['light', 'dark', 'highContrast', 'highContrastLight'];
const widths = [240, 600];
/**
 * What a page is made of is the same in all themes. In the others than these, only colours can be wrong. An everyday run has a
 * width for each theme, and looks at each state in every other theme: once by all rules, and once at its colours.
 */
const wholeThemes: readonly ThemeName[] = ['light', 'dark'];
/** Set to keep a picture of every checked page. */
const pictureDir = process.env.PANEL_PICTURES;

describe('Accessibility of the panel', () => {
  const open = usePanels();

  for (const [at, theme] of themeNames.entries()) {
    for (const width of everyday(widths, 1, at)) {
      it(`has nothing axe finds fault with: ${theme}, ${width} px`, async () => {
        const panel = await open({ theme, width, height: 1400, reducedMotion: true });
        await prepareAxe(panel.page);
        const rules = isFullRun || wholeThemes.includes(theme) ? undefined : colorRules;
        let states = 0;
        const check = async (state: string) => {
          states += 1;
          if (!isFullRun && states % 2 !== at % 2) return;
          await findNoFault(panel, `${theme}-${width}-${state}`, rules);
        };

        await panel.snapshot([], { ...ready, key: 'missing', refusal: 'Gemini did not accept the API key.' });
        await check('welcome');
        await panel.snapshot([], { ...ready, key: 'unreadable' });
        await check('unreadable');
        await panel.snapshot([], {
          ...ready,
          notice: 'Answers come from the local test server.',
          start: startWithFile,
        });
        await check('empty');
        await panel.snapshot([fullConversation[0] ?? turn()], chatWithEverything);
        await check('private');
        await panel.page.getByRole('button', { name: /^Tools and thinking/ }).click();
        await check('tools');
        await panel.snapshot([], { ...chatWithEverything, isPrivate: false, readOnly: true });
        await panel.composer.fill('Half a thought');
        await check('readOnly');
        await panel.composer.fill('');
        await panel.snapshot([...fullConversation, turn({ id: 'd', prompt: 'And now?', status: 'waiting' })]);
        await check('waiting');
        const wait = { message: 'Gemini is overloaded. Retrying in {0} s.', seconds: 3_000 };
        await panel.snapshot([turn({ status: 'waiting', wait })]);
        await panel.tell({ type: 'promptReturned', prompt: 'x'.repeat(60_000) });
        await check('countdown');
        await panel.button('Remove the Pasted Text').click();
        const branched = fullConversation.map((one) => ({
          ...one,
          questionBranch: { index: 2, count: 2 },
          branch: { index: 2, count: 3 },
          answerer: 'gemini-3.8-flash',
          times: { total: 4_100, thoughts: [] },
          tokens: 1_900,
          usage: { input: 1_200, cached: 200, thought: 80, output: 600, tool: 20, searches: 3 },
          cost: 0.0023,
        }));
        await panel.snapshot([...branched, turn({ id: 'd', prompt: 'Go on', status: 'streaming' })]);
        await panel.articles.last().hover();
        await panel.articles.nth(1).getByRole('button', { name: 'Usage and Cost' }).click();
        await check('branches');
        await panel.snapshot(branched);
        await panel.articles.first().getByRole('button', { name: 'Edit & Resend' }).click();
        await panel.tell({ type: 'findOpened' });
        await panel.page.keyboard.type('the');
        await panel.until(`document.querySelector('.find-result').textContent !== ''`);
        await check('find');
        await panel.page.keyboard.press('Escape');
        await panel.snapshot([answered('r', 'Show me everything', richText)]);
        await panel.page.locator('math').first().waitFor({ state: 'attached' });
        for (const top of [0, 1_000]) {
          await panel.page.evaluate(`document.querySelector('.conversation').scrollTop = ${top}`);
          await panel.page.locator('pre').first().hover();
          await check(`rich-${top}`);
        }
        await panel.snapshot(
          Array.from({ length: 60 }, (_, index) => answered(`l${index}`, `Why ${index}?`, longText)),
        );
        await panel.page.evaluate(`document.querySelector('.conversation').scrollTop = 20_000`);
        await panel.button('Jump to Latest').waitFor();
        await check('long');
        await panel.snapshot([...fullConversation, toolConversation]);
        const folded = panel.page.locator('details:not([open]) > summary:visible');
        while ((await folded.count()) > 0) await folded.first().click();
        await panel.page.evaluate(`document.querySelector('.conversation').scrollTop = 0`);
        await check('full');
      });
    }
  }

  it('lets the keyboard reach every control, and shows where it is', async () => {
    for (const theme of everyday(themeNames, 2)) {
      const panel = await open({ theme });
      await panel.snapshot(fullConversation, chatWithEverything);
      await panel.composer.fill('x');
      await panel.tell({ type: 'findOpened' });
      await panel.page.evaluate('window.reached = new Set()');
      const press = async (key: string) => {
        await panel.page.keyboard.press(key);
        const { isMarked, name } = await panel.page.evaluate<{ isMarked: boolean; name: string }>(focusReport);
        assert.equal(isMarked, true, `${theme}: the focus on ${name} is not to be seen`);
      };

      for (let step = 0; step < 60; step++) await press('Tab');
      for (let message = 0; message < fullConversation.length * 2; message++) {
        await panel.composer.focus();
        for (let step = 0; step <= message; step++) await press('Alt+ArrowUp');
        const toolbar = `document.activeElement.closest('.actions')`;
        while (!(await panel.page.evaluate(`${toolbar} !== null`))) await press('Tab');
        const count = await panel.page.evaluate<number>(`${toolbar}.querySelectorAll('button').length`);
        for (let step = 0; step < count; step++) await press('ArrowRight');
      }
      // Those of code and of pictures and files; one of a message comes with its message.
      for (const toolbar of await panel.page.locator('[role="toolbar"]:not(.actions)').all()) {
        await toolbar.locator('button[tabindex="0"]').focus();
        const count = await toolbar.getByRole('button').count();
        for (let step = 0; step < count; step++) await press('ArrowRight');
      }
      // The way back to the end lies between the messages and the composer.
      await panel.composer.focus();
      for (let step = 0; step < 24; step++) await press('Shift+Tab');

      assert.deepEqual(await panel.page.evaluate(missedControls()), [], theme);
    }
  });

  it('lets the keyboard unfold all that is folded, and reach what is in it: cards, thoughts, sources and switches', async () => {
    const panel = await open();
    await panel.snapshot([...fullConversation, toolConversation], {
      ...chatWithEverything,
      attached: [...(chatWithEverything.attached ?? []), { id: 'h', label: 'film.mp4', percent: 40 }],
      servers: [{ name: 'tickets', host: 'mcp.example' }],
    });
    await panel.page.getByRole('button', { name: /^Tools and thinking/ }).press('Enter');
    const folded = panel.page.locator('details:not([open]) > summary:visible');
    while ((await folded.count()) > 0) await folded.first().press('Enter');
    await panel.page.evaluate('window.reached = new Set(); document.activeElement.blur()');
    const count = await panel.page.evaluate<number>(`document.querySelectorAll('a, button, summary').length`);
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 0; step < count; step += 1) {
        await panel.page.keyboard.press(key);
        const { isMarked, name } = await panel.page.evaluate<{ isMarked: boolean; name: string }>(focusReport);
        assert.equal(isMarked, true, `the focus on ${name} is not to be seen`);
      }
    }
    // Buttons in a row are reached by the arrows, as above.
    const missed = await panel.page.evaluate(`${missedControls('details *, .sources *, .composer *, summary')}`);
    assert.deepEqual(missed, []);
    for (const name of ['Canal Nursery', 'Sums', 'Google Maps']) {
      assert.ok((await panel.page.getByText(name).count()) > 0, name);
    }
  });

  it('fits into 240 px without scrolling sideways, also at four times the size', async () => {
    for (const [width, height] of [
      [240, 700],
      [320, 256],
    ] as const) {
      const panel = await open({ width, height });
      const { queued: _queued, attached: _attached, ...others } = chatWithEverything;
      await panel.snapshot(fullConversation, height < 400 ? others : chatWithEverything);
      await panel.articles.first().getByRole('button', { name: 'Edit & Resend' }).click();
      await panel.tell({ type: 'findOpened' });
      const overflow = await panel.page.evaluate(
        `[document.documentElement, document.querySelector('.conversation')].map((e) => e.scrollWidth - e.clientWidth)`,
      );
      assert.deepEqual(overflow, [0, 0], `${width}`);
      await panel.composer.focus();
      const send = await panel.button('Send').boundingBox();
      assert.ok(send && send.y + send.height <= height, `Send ends at ${send?.y} px and more`);
      const room = await panel.conversation.boundingBox();
      assert.ok((room?.height ?? 0) > 80, `${room?.height} px are left for the conversation`);
    }
  });

  it('keeps the row of the composer in its box, and the model readable, in the narrowest view', async () => {
    for (const width of [170, 195, 240, 400]) {
      const panel = await open({ width, height: 700 });
      for (const isPrivate of [false, true]) {
        await panel.snapshot([turn({ status: 'streaming' })], { ...ready, isPrivate });
        await panel.composer.fill('And then?');
        const [beyond, cut] = await panel.page.evaluate<number[]>(`(() => {
          const bar = document.querySelector('.composer-bar');
          const model = document.querySelector('button.model');
          return [bar.scrollWidth - bar.clientWidth, model.offsetWidth];
        })()`);
        assert.equal(beyond, 0, `${width} px, private: ${isPrivate}`);
        assert.ok((cut ?? 0) >= 36, `${cut} px for the model in ${width} px`);
      }
    }
  });

  it('has a heading for each message, and those of an answer below it', async () => {
    const panel = await open();
    await panel.snapshot([answered('a', 'Why?', '# One\n\n### Three\n\nText')]);

    const question = panel.articles.nth(0);
    const answer = panel.articles.nth(1);
    assert.equal(await question.getByRole('heading', { level: 2, name: 'You' }).count(), 1);
    assert.equal(await answer.getByRole('heading', { level: 2, name: 'Gemini' }).count(), 1);
    // The browser takes the level from the attribute, as the standard says; the test's own look-up by level does not.
    await answer.locator('[aria-level="3"]').getByText('One').waitFor();
    assert.equal(await answer.locator('[aria-level="5"]').textContent(), 'Three');
    assert.equal(await panel.page.getByRole('heading').count(), 4);
  });

  it('sets text from right to left where it is written so', async () => {
    const panel = await open();
    await panel.snapshot(fullConversation);

    const direction = (text: string) => panel.page.getByText(text).evaluate((e) => e.matches(':dir(rtl)'));
    assert.equal(await direction('מה שלום'), true);
    assert.equal(await direction('What does this function do'), false);
  });

  it('stands still for those who asked for that', async () => {
    const panel = await open({ reducedMotion: true });
    await panel.snapshot([turn({ status: 'waiting' })]);

    assert.equal(await panel.page.evaluate('document.getAnimations().length'), 0);
    await panel.page.emulateMedia({ reducedMotion: 'no-preference' });
    await panel.until('document.getAnimations().length > 0');
    await panel.page.evaluate(`document.body.classList.add('vscode-reduce-motion')`);
    await panel.until('document.getAnimations().length === 0');
  });

  /** The controls that never had the focus. */
  const missedControls = (within = '*') => `[
      ...document.querySelectorAll('button, a, input, textarea, summary, article, pre[tabindex]'),
    ]
    .filter((control) => control.checkVisibility() && !reached.has(control) && control.matches('${within}'))
    .filter((control) => '${within}' === '*' || control.tabIndex >= 0)
    .map((control) => control.outerHTML)`;

  /** Which control has the focus, and whether an outline, or a border of the focus colour around it, says so. */
  const focusReport = `(() => {
    const focused = document.activeElement;
    reached.add(focused);
    const style = getComputedStyle(focused);
    const color = getComputedStyle(document.documentElement).getPropertyValue('--vscode-focusBorder');
    const probe = new Option().style;
    probe.color = color;
    const box = focused.closest('.composer-box, .find-field');
    const hasOutline = style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 1;
    const hasBorder = box !== null && getComputedStyle(box).borderTopColor === probe.color;
    const isText = focused.matches('textarea, input');
    return {
      isMarked: focused === document.body || (isText ? hasBorder : hasOutline && style.opacity === '1'),
      name: focused.ariaLabel ?? focused.textContent,
    };
  })()`;

  async function findNoFault(panel: PanelPage, name: string, rules: readonly string[] | undefined): Promise<void> {
    if (pictureDir) await panel.page.screenshot({ path: `${pictureDir}/${name}.png`, caret: 'initial' });
    const faults = await axeFaults(panel.page, { isPart: true, ...(rules && { rules }) });
    assert.deepEqual(faults, [], `${name}: ${JSON.stringify(faults, undefined, 2)}`);
  }
});
