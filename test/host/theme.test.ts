import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { EXTENSION_ID } from '../launch/sessionFolders';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const frames = `iframe.webview[src*="extensionId=${EXTENSION_ID}"]`;

describe('the colours of code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
    await product.session.runCommand('Gemini: New Chat');
    product.server.answerNext({ text: '```ts\nconst a = 1;\n```' });
    await product.ask('Code, please');
    await product.answered();
    await product.session.runCommand('Gemini: Open Chat in Editor');
    await product.page.locator(frames).nth(1).waitFor({ state: 'attached' });
    await panels()[1]?.getByText('const a = 1;').waitFor();
  });
  after(async () => {
    await product?.closeEditors();
    await product?.assertClean();
  });
  keepPicturesOfFailures(() => product);

  /** The one in the side bar and the one in the tab. */
  const panels = (): readonly FrameLocator[] =>
    [0, 1].map((at) => product.page.frameLocator(frames).nth(at).frameLocator('#active-frame'));

  /** The colour of `const`, where it is drawn by the theme. */
  const keywords = () => Promise.all(panels().map((panel) => panel.locator('body').evaluate(keywordColor)));

  async function chooseTheme(name: string): Promise<void> {
    await product.session.runCommand('Preferences: Color Theme');
    await product.quickInput.locator('.monaco-list-row').first().waitFor();
    await product.page.keyboard.type(name);
    const row = product.quickInput.locator('.monaco-list-row.focused').filter({ hasText: name });
    await row.waitFor();
    await product.page.keyboard.press('Enter');
    await product.quickInput.waitFor({ state: 'hidden' });
  }

  it('follow a theme that is chosen from the list, in every open panel', async () => {
    const before = await until('the colours', async () => {
      const colors = await keywords();
      return colors.every((color) => color !== '') && colors;
    });
    assert.equal(before[0], before[1]);

    await chooseTheme('Monokai');
    await until('Monokai in both', async () => String(await keywords()) === '#f92672,#f92672');

    await chooseTheme('Dark High Contrast');
    await until('high contrast in both', async () => {
      const [one, other] = await keywords();
      return one === other && one !== '#f92672' && one !== before[0] && one !== '';
    });
  });

  it('follow the theme that is preferred for the system’s own colours', async () => {
    const { vscode } = product.session;
    await vscode.updateConfiguration('workbench.preferredDarkColorTheme', 'Monokai');
    await vscode.updateConfiguration('workbench.preferredLightColorTheme', 'Monokai');
    await vscode.updateConfiguration('window.autoDetectColorScheme', true);
    await product.page.emulateMedia({ colorScheme: 'dark' });
    try {
      await until('Monokai in both', async () => String(await keywords()) === '#f92672,#f92672');
      await vscode.updateConfiguration('workbench.preferredDarkColorTheme', 'Abyss');
      await until('Abyss in both', async () => {
        const [one, other] = await keywords();
        return one === other && one !== '#f92672' && one !== '';
      });
    } finally {
      // The window is shared.
      await product.page.emulateMedia({ colorScheme: null });
    }
  });
});

/** Runs in the page, whose names Node does not know. */
const keywordColor = new Function('body', `return body.style.getPropertyValue('--tok-keyword').trim();`) as (
  body: unknown,
) => string;
