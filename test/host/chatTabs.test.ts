import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { EXTENSION_ID } from '../launch/sessionFolders';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const frames = `iframe.webview[src*="extensionId=${EXTENSION_ID}"]`;

describe('chats in tabs of VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    product.server.release();
    await product.closeEditors();
    await product.session.runCommand('Gemini: New Chat');
    await product.panel.locator('textarea:focus').waitFor();
  });

  /** The panel that is not the one in the side bar: it was made later. */
  const inTab = (): FrameLocator => product.page.frameLocator(frames).last().frameLocator('#active-frame');
  const inSideBar = (): FrameLocator => product.page.frameLocator(frames).first().frameLocator('#active-frame');
  const tabShown = async () => {
    await product.page.locator(frames).nth(1).waitFor({ state: 'attached' });
    await answers(inTab()).last().waitFor();
  };
  const tabs = async () => (await product.session.vscode.tabs()).filter(({ kind }) => kind === 'webview');
  const answers = (panel: FrameLocator) => panel.getByRole('article', { name: /^Gemini/ });

  it('copy the chat as Markdown', async () => {
    product.server.answerNext({ text: 'Use `sort`.' });
    await product.ask('How do I sort?');
    await product.answered();

    await product.session.runCommand('Gemini: Copy Chat as Markdown');

    const copied = await until('the chat in the clipboard', async () => {
      const text = await product.session.vscode.readClipboard();
      return text.startsWith('# How do I sort?') && text;
    });
    assert.match(copied, /## You\n\nHow do I sort\?\n\n## Gemini\n\nUse `sort`\.\n/);
  });

  it('show the same chat, live in both places', async () => {
    await product.ask('Hello');
    await product.answered();
    await product.session.runCommand('Gemini: Open Chat in Editor');
    await tabShown();
    assert.deepEqual(
      (await tabs()).map(({ label }) => label),
      ['Hello'],
    );

    product.server.holdAfter(3);
    const composer = inTab().getByRole('textbox', { name: 'Message Gemini' });
    await composer.pressSequentially('Go on');
    await composer.press('Enter');
    await product.server.held();
    await inSideBar().getByText('Go on', { exact: true }).waitFor();
    await inSideBar().getByRole('button', { name: 'Stop' }).waitFor();
    product.server.release();
    await inTab().getByRole('button', { name: 'Send', exact: true }).waitFor();
    await inSideBar().getByRole('button', { name: 'Send', exact: true }).waitFor();

    const texts = [inTab(), inSideBar()].map((panel) => answers(panel).last().textContent());
    const [first, second] = await Promise.all(texts);
    assert.equal(first, second);
    // Once more is the same tab.
    await product.session.runCommand('Gemini: Open Chat in Editor');
    assert.equal((await tabs()).length, 1);
  });

  it('ask another model the same from the same point, in a chat beside', async () => {
    await product.ask('My name is Ada.');
    await product.answered();
    await product.ask('What is my name?');
    await product.answered();

    await product.session.runCommand('Gemini: Compare with Another Model…');
    await product.enter('Compare with Another Model', 'gemini-3.1-pro');

    await tabShown();
    await answers(inTab()).nth(1).waitFor();
    await inTab().getByRole('button', { name: 'Send', exact: true }).waitFor();
    await answers(inTab()).nth(1).getByText('Ada').first().waitFor();
    const body = product.createRequests.at(-1)?.body;
    assert.match(JSON.stringify(body), /"model":"gemini-3\.1-pro[\w-]*"/);
    assert.match(JSON.stringify(body), /"previous_interaction_id":"/);
    assert.doesNotMatch(JSON.stringify(body), /My name is Ada/);
    assert.equal(await answers(inSideBar()).count(), 2);
    const [tab] = await tabs();
    assert.match(tab?.label ?? '', /^My name is Ada\. \(.*Pro.*\)$/);
  });

  it('leave the side bar for the other one where that is wanted', async () => {
    await product.ask('Where am I?');
    await product.answered();
    const move = async (destination: string) => {
      const place = product.page.locator('.quick-input-list').getByText(destination);
      // A view that is being loaded takes the keyboard, and with it goes the list.
      await until('the list of places', async () => {
        if (await place.isVisible()) return true;
        await product.session.runCommand('Gemini: Move Chat to Another Side Bar…');
        return place.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      });
      await product.page.keyboard.type(destination);
      await product.page.keyboard.press('Enter');
    };
    const isRight = async () => ((await product.page.locator(frames).first().boundingBox())?.x ?? 0) > 640;

    await product.session.runCommand('Gemini: Move Chat to Secondary Side Bar');
    await until('the chat on the right by one command', isRight);
    await inSideBar().locator('textarea:focus').waitFor();
    await product.session.reload();
    await product.setKeyAfterReload();
    await until('the chat on the right after a reload', isRight);
    await move('New Side Bar Entry');
    await until('the chat on the left again', async () => !(await isRight()));
    await move('New Secondary Side Bar Entry');
    await until('the chat on the right', isRight);
    await answers(inSideBar()).first().waitFor();
    await move('New Side Bar Entry');
    await until('the chat on the left', async () => !(await isRight()));
    await answers(inSideBar()).first().waitFor();
  });

  it('are back after a reload of the window, each with its own chat', async () => {
    await product.ask('First chat');
    await product.answered();
    await product.session.runCommand('Gemini: Open Chat in Editor');
    await tabShown();
    await product.session.runCommand('Gemini: New Chat');
    await inSideBar().locator('textarea:focus').waitFor();
    await inSideBar().getByRole('textbox', { name: 'Message Gemini' }).pressSequentially('Second chat');
    await product.page.keyboard.press('Enter');
    await answers(inSideBar()).first().waitFor();
    await inSideBar().getByRole('button', { name: 'Send', exact: true }).waitFor();

    await product.session.reload();
    await product.setKeyAfterReload();

    await until('the tab', async () => (await tabs()).some(({ label }) => label === 'First chat'));
    // The side bar may be drawn before or after the tab.
    const texts = async () => {
      const panels = await product.page.locator(frames).all();
      const shown = panels.map((panel) => panel.contentFrame().frameLocator('#active-frame'));
      return Promise.all(shown.map((panel) => panel.getByRole('article').first().textContent()));
    };
    await until('both chats', async () => {
      const shown = (await texts()).join('\n');
      return shown.includes('First chat') && shown.includes('Second chat');
    });
  });
});
