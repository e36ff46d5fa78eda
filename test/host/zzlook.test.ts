import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onePixel, pdf } from '../files';
import { Product } from './product';

const theme = process.env.LOOK_THEME ?? 'Default Dark Modern';
const width = Number(process.env.LOOK_WIDTH ?? 1280);
describe('look', () => {
  it('takes pictures', async () => {
    const product = await Product.openWithKey({ researchMs: 400 }, {
      settings: { 'workbench.colorTheme': theme },
      viewport: { width, height: 860 },
      workspaceFiles: {
        'sum.ts': 'export function sum(a: number, b: number) {\n  return a + b;\n}\n',
        'notes.md': 'Water the basil.\n',
      },
    } as never);
    let n = 0;
    const shot = async (name: string) => {
      n += 1;
      await product.page.screenshot({
        path: `/tmp/look/${theme.replaceAll(' ', '')}-${width}-${String(n).padStart(2, '0')}-${name}.png`,
      });
    };
    const step = async (name: string, run: () => Promise<unknown>) => {
      try {
        await run();
      } catch (error) {
        console.log(name, String(error).slice(0, 300));
      }
      await shot(name);
    };
    const { session, page } = product;
    page.setDefaultTimeout(15000);
    const png = Buffer.from(onePixel, 'base64');
    await writeFile(join(session.workspace, 'dot.png'), png);
    await writeFile(join(session.workspace, 'paper.pdf'), pdf(2));
    const uri = (name: string) => pathToFileURL(join(session.workspace, name)).href;
    await step('first', async () => {
      await product.focusComposer();
      await session.vscode.openFile(join(session.workspace, 'sum.ts'));
    });
    await step('attached', async () => {
      for (const name of ['dot.png', 'paper.pdf', 'notes.md'])
        await session.vscode.executeCommand('geminiInteractions.attach', uri(name));
      await session.vscode.executeCommand('geminiInteractions.attach', 'https://youtu.be/9hE5-98ZeCg');
      await product.focusComposer();
      await product.composer.fill('Do they agree?');
    });
    await step('answered', async () => {
      await product.composer.press('Enter');
      await product.answered();
    });
    await step('atlist', async () => {
      await product.composer.fill('');
      await product.composer.press('@');
      await product.quickInput.waitFor();
    });
    await page.keyboard.press('Escape');
    await step('models', async () => {
      await session.runCommand('Gemini: Select Model…');
      await product.quickInput.locator('.monaco-list-row').nth(3).waitFor();
    });
    await page.keyboard.press('Escape');
    await step('inspector', async () => {
      await session.runCommand('Gemini: Show Interaction');
      await product.quickInput.getByText('Do they agree?').first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.monaco-editor .view-line').nth(4).waitFor();
    });
    await step('replay', async () => {
      await session.runCommand('Gemini: Replay with Changes…');
      await page.locator('.editor-actions').getByRole('button', { name: 'Send Request' }).waitFor();
    });
    await step('replayed', async () => {
      await page.locator('.editor-actions').getByRole('button', { name: 'Send Request' }).click();
      await page.getByText('It stands in no chat').waitFor();
    });
    await step('research', async () => {
      await product.closeEditors();
      product.server.holdAfter(9);
      await session.runCommand('Gemini: Start Deep Research…');
      await product.enter('Deep Research', 'Heat pumps in old houses');
    });
    await step('researchAsk', async () => {
      await product.enter('How should it be researched?', 'Deep Research at once');
      await product.dialog.waitFor();
    });
    await step('live', async () => {
      await product.button('Start Research').click();
      await product.server.held();
      await page.locator('iframe.webview.ready').last().waitFor();
    });
    await step('report', async () => {
      product.server.release();
      await page
        .frameLocator('iframe.webview.ready')
        .last()
        .frameLocator('iframe#active-frame')
        .getByRole('heading', { name: 'Sources' })
        .waitFor();
    });
    await product.close();
  }).timeout(240000);
});
