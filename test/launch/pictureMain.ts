/** `npm run picture [-- theme [file]]`: the picture in the README, of the real product in a real VS Code. */
import { join } from 'node:path';
import { Product } from '../host/product';
import { repositoryRoot } from './repositoryRoot';

const [theme = 'Dark 2026', file = join(repositoryRoot, 'media', 'screenshot.png')] = process.argv.slice(2);

/** The function in the sample workspace that invites questions. */
const selection = { anchor: { line: 9, character: 0 }, active: { line: 43, character: 1 } };

async function main(): Promise<void> {
  const settings = { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false };
  const product = await Product.openWithKey({ paceMs: 1 }, { settings, viewport: { width: 1440, height: 900 } });
  try {
    const { page, session } = product;
    await session.runCommand('Gemini: Focus Chat Input');
    await widenSideBar(product, 420);
    await session.vscode.openFile(join(session.workspace, 'src', 'watering.ts'), selection);
    await session.runCommand('Gemini: Explain');
    await product.answered();
    await session.vscode.openFile(join(session.workspace, 'src', 'watering.ts'), selection);
    await session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', 'Rename plan to schedule');
    await page.getByRole('button', { name: /^Accept All Changes/ }).waitFor();
    await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: file });
    console.log(`The picture is in ${file}`);
  } finally {
    await product.close();
  }
}

async function widenSideBar({ page }: Product, width: number): Promise<void> {
  const sideBar = await page.locator('.part.sidebar').boundingBox();
  if (!sideBar) throw new Error('The side bar is not shown');
  await page.mouse.move(sideBar.x + sideBar.width, 400);
  await page.mouse.down();
  await page.mouse.move(sideBar.x + width, 400, { steps: 5 });
  await page.mouse.up();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
