import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { isRecord } from '../server/wire';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

describe('Deep Research in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct({ researchMs: 200 });
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    product.server.release();
    await product.closeEditors();
    await product.session.vscode.executeCommand('notifications.clearAll');
  });

  async function ask(question: string, way: string, button: string): Promise<void> {
    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', question);
    await product.enter('How should it be researched?', way);
    await product.dialog.getByText('about $1 to $3').waitFor();
    await product.button(button).click();
  }
  const row = (question: string) => product.page.locator('.pane-body .monaco-list-row').filter({ hasText: question });
  const title = (name: string) => product.page.locator('.editor-actions').getByRole('button', { name });
  const preview = () => product.preview;

  it('plans, changes the plan, runs over a reload of the window, and opens the report with its sources', async () => {
    await ask('Heat pumps in old houses', 'Plan first', 'Make a Plan');
    await preview().getByText('Research plan: Heat pumps in old houses').waitFor();

    await title('Change the Plan…').click();
    await product.enter('Change the Plan', 'Leave out prices.');
    await preview().getByText('Leave out prices.').waitFor();

    product.server.holdAfter(3);
    await title('Start Research').click();
    await product.server.held();
    await preview().getByText('Researching websites').first().waitFor();
    await product.statusItem.locator('.codicon-loading').waitFor();
    await product.session.runCommand('Gemini: Show Research');
    await row('Heat pumps')
      .getByText(/Checking figures|Researching websites/)
      .first()
      .waitFor();

    await product.session.reload();
    await product.setKeyAfterReload();
    await product.statusItem.locator('.codicon-loading').waitFor();
    product.server.release();

    await preview().getByRole('heading', { name: 'Sources' }).waitFor();
    await preview().getByRole('img', { name: 'Figure 1' }).waitFor();
    assert.equal(product.createRequests.length, 3);
  });

  it('takes a question of several lines into the chat', async () => {
    const before = product.createRequests.length;
    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.quickInput.getByText('Deep Research', { exact: true }).waitFor();
    await product.page.keyboard.press('Enter');
    await product.quickInput.getByText('Type a question.').waitFor();
    await product.page.keyboard.type('Tides');
    await product.quickInput.getByRole('button', { name: 'Write Several Lines in the Chat' }).click();
    await product.panel.locator('textarea:focus').waitFor();
    await until('the question', async () => (await product.composer.inputValue()).startsWith('/research Tides'));
    assert.equal(product.createRequests.length, before);
    await product.composer.fill('');
  });

  it('asks before it starts again what may have reached Google, and sends nothing at Enter', async () => {
    product.server.answerNext({ drop: true });
    await ask('Ocean currents', 'Deep Research at once', 'Start Research');
    const again = product.page.locator('.notification-toast').getByRole('button', { name: 'Start Again…' });
    await again.waitFor();
    const before = product.createRequests.length;

    await again.click();
    await product.dialog.getByText('both are billed').waitFor();
    const usual = product.dialog.locator('.monaco-button:not(.secondary)');
    await usual.getByText('Don’t Start', { exact: true }).waitFor();
    await usual.press('Enter');
    await product.dialog.waitFor({ state: 'detached' });
    assert.equal(product.createRequests.length, before);

    await product.session.runCommand('Gemini: Start Again…');
    await product.dialog.getByRole('button', { name: 'Start Again' }).click();
    await product.notification('Research finished').waitFor();
    assert.equal(product.createRequests.length, before + 1);
  });

  it('opens a report in the place of its page, and leaves the keyboard where it is', async () => {
    product.server.holdAfter(5);
    await ask('Solar roofs', 'Deep Research at once', 'Start Research');
    await product.server.held();
    await preview().getByText('Checking figures').first().waitFor();
    await product.newChat();
    await product.page.keyboard.type('half a ');

    product.server.release();
    await preview().getByRole('heading', { name: 'Sources' }).waitFor();
    await product.page.keyboard.type('sentence');

    assert.equal(await product.composer.inputValue(), 'half a sentence');
    await product.composer.fill('');
  });

  it('asks before it cancels, keeps what was found, and shows it in the list', async () => {
    product.server.holdAfter(5);
    await ask('Geothermal wells', 'Deep Research at once', 'Start Research');
    await product.server.held();
    await preview().getByText('Checking figures').first().waitFor();

    await product.session.runCommand('Gemini: Cancel Research');
    // The button that Enter means lets it run. The preview may have the keyboard for a moment.
    const usual = product.dialog.locator('.monaco-button:not(.secondary)');
    await usual.getByText('Let It Run', { exact: true }).waitFor();
    await usual.press('Enter');
    await product.dialog.waitFor({ state: 'detached' });
    await product.session.runCommand('Gemini: Stop and Use What There Is');
    await product.dialog.getByText('No report is written.').waitFor();
    await product.button('Let It Run').click();
    await product.dialog.waitFor({ state: 'detached' });
    await product.session.runCommand('Gemini: Cancel Research');
    await product.dialog.getByRole('button', { name: 'Cancel Research' }).click();

    await product.notification('Research cancelled').waitFor();
    await product.statusItem.locator('.codicon-sparkle').waitFor();
    await product.session.runCommand('Gemini: Show Research');
    await row('Geothermal wells').getByText('Cancelled').waitFor();
  });

  it('costs nothing when the question is not confirmed', async () => {
    const before = product.createRequests.length;
    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', 'Never mind');
    await product.enter('How should it be researched?', 'at once');
    await product.button('Cancel').click();

    assert.equal(product.createRequests.length, before);
  });

  it('saves a report, asks about it in the chat, runs it again beside the first, and deletes it', async () => {
    await ask('Tidal power', 'Deep Research at once', 'Start Research');
    await preview().getByRole('heading', { name: 'Sources' }).waitFor();

    await product.session.runCommand('Gemini: Add Appendix to Report');
    await preview().getByRole('heading', { name: 'How this report was made' }).waitFor();
    await preview().getByRole('heading', { name: 'Searches' }).waitFor();

    await title('Save Report to Workspace…').click();
    // The name is proposed.
    await product.enter('Save Report', '');
    const saved = () => globSync('research/*-tidal-power{.md,/figure-1.png}', { cwd: product.session.workspace });
    await until('the saved report', () => saved().length === 2);
    await product.closeEditors();

    const [path = ''] = saved().filter((name) => name.endsWith('.md'));
    const file = join(product.session.workspace, path);
    await writeFile(file, 'mine now');
    await product.session.runCommand('Gemini: Save Report to Workspace…');
    await product.enter('Which report?', 'Tidal power');
    await product.enter('Save Report', '');
    await product.dialog.getByText(`${path} already exists. Replace it?`).waitFor();
    await product.button('Cancel').click();
    await product.dialog.waitFor({ state: 'detached' });
    assert.equal(await readFile(file, 'utf8'), 'mine now');

    await product.session.runCommand('Gemini: Open Report');
    await product.enter('Which report?', 'Tidal power');
    await preview().getByRole('heading', { name: 'Sources' }).waitFor();
    await title('Ask a Follow-up…').click();
    await product.enter('Ask a Follow-up', 'Ask in the chat');
    await product.lastAnswer.getByText('Executive summary').waitFor();
    await product.ask('What was the topic?');
    await product.answered();
    const asked = product.createRequests.at(-1)?.body;
    assert.ok(isRecord(asked) && typeof asked.previous_interaction_id === 'string' && asked.agent === undefined);

    // The report in front is meant.
    await product.session.runCommand('Gemini: Run Again and Compare');
    await product.button('Start Research').click();
    await product.page.locator('.tab.active').filter({ hasText: 'before ↔ now' }).waitFor();
  });

  it('checks the citations of a report, applies a fix, and deletes the research here and at Google', async () => {
    await ask('Wind power', 'Deep Research at once', 'Start Research');
    await preview().getByRole('heading', { name: 'Sources' }).waitFor();

    await title('Check Citations').click();
    await product.dialog.getByText('Claims: 4, pages: 4.').waitFor();
    await product.dialog.getByRole('button', { name: 'Check Citations' }).click();
    await product.notification('claims are supported by the pages they cite').waitFor();
    const text = async () => (await product.session.vscode.activeEditor())?.text ?? '';
    assert.match(await text(), /^> \d of \d claims are supported/m);

    await product.session.vscode.executeCommand('editor.action.marker.next');
    await product.session.vscode.executeCommand('editor.action.quickFix');
    await product.page.locator('.action-widget').getByText('Remove the claim').click();
    await until('the claim to be gone', async () => !(await text()).includes('café talk'));
    await product.session.vscode.executeCommand('workbench.action.files.save');

    await product.session.runCommand('Gemini: Delete Research…');
    // The research in front is meant.
    await product.dialog.getByRole('button', { name: 'Delete Both' }).click();
    await product.session.runCommand('Gemini: Show Research');
    await row('Wind power').waitFor({ state: 'detached' });
    assert.ok(product.server.requests.some(({ method }) => method === 'DELETE'));
  });

  it('takes several lines after /research in the chat, and gives them back when the user thinks better of it', async () => {
    await product.newChat();
    await product.composer.fill('/research Fusion\nand its cost');
    await product.composer.press('Enter');
    await product.page.locator('.quick-input-title').getByText('How should it be researched?').waitFor();
    await product.page.keyboard.press('Escape');

    await until('the text in the composer', async () => (await product.composer.inputValue()).includes('and its cost'));
  });

  it('takes along what is attached in the chat, and leaves it there until it is on its way', async () => {
    await product.newChat();
    await product.panel.getByRole('button', { name: 'Attach', exact: true }).click();
    await product.enter('Attach', 'https://docs.example/fusion');
    const chips = product.panel.getByRole('list', { name: 'Attached to the next message' }).getByRole('listitem');
    await chips.first().waitFor();
    await product.composer.fill('/research Fusion');
    await product.composer.press('Enter');
    await product.quickInput.getByText('https://docs.example/fusion').first().waitFor();
    assert.equal(await chips.count(), 1);
    await product.enter('How should it be researched?', 'Deep Research at once');
    await product.button('Start Research').click();

    await chips.first().waitFor({ state: 'detached' });
    const asked = JSON.stringify(product.createRequests.at(-1)?.body);
    assert.match(asked, /Web page: https:\/\/docs\.example\/fusion/);
    await product
      .notification('Research finished')
      .or(product.page.locator('.tab').filter({ hasText: 'Fusion' }))
      .first()
      .waitFor();
  });
});
