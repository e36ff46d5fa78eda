/** `npm run picture`: the pictures in the README, of the real product in a real VS Code. */
import { join } from 'node:path';
import { GitRepository, gitEnvironment } from '../host/gitRepository';
import { Product } from '../host/product';
import { SourceControl } from '../host/sourceControl';
import { answer, drawing, stores } from './pictureContents';
import { repositoryRoot } from './repositoryRoot';
import { until } from './until';

const pictureOf = (name: string) => join(repositoryRoot, 'media', `${name}.png`);

/** The function in the sample workspace that invites questions. */
const selection = { anchor: { line: 9, character: 0 }, active: { line: 43, character: 1 } };

/** The files of the pictures that are asked for by name, or all. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const [name, make] of Object.entries(pictures)) {
    if (wanted.length === 0 || wanted.includes(name)) await make();
  }
}

async function pictureOfWork(): Promise<void> {
  const product = await open('Dark 2026', { width: 1440, height: 900 });
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
    await keep(product, 'screenshot');
  } finally {
    await product.close();
  }
}

/** Every kind of thing that an answer is made of, in a tab. */
async function pictureOfAnswer(): Promise<void> {
  const product = await open('Light 2026', { width: 1000, height: 1150 });
  try {
    const { page, session } = product;
    product.server.answerNext({ text: answer });
    await product.ask('What happens to an answer when the connection breaks?');
    await product.answered();
    await session.runCommand('Gemini: Open Chat in Editor');
    await session.vscode.executeCommand('workbench.action.closeSidebar');
    await until('the diagram in the tab', async () => {
      const seen = page.frames().map((frame) => frame.getByRole('img', { name: /^Diagram/ }).isVisible());
      return (await Promise.all(seen)).includes(true);
    });
    // The first formula loads what draws them.
    await until('the formula in the tab', async () => {
      const seen = page.frames().map((frame) => frame.locator('math[display="block"]').first().isVisible());
      return (await Promise.all(seen)).includes(true);
    });
    await keep(product, 'screenshot-answer');
  } finally {
    await product.close();
  }
}

/** A proposal that is being written, and then its changes under review. */
async function picturesOfProposal(): Promise<void> {
  const product = await open('Dark 2026', { width: 1440, height: 900 });
  try {
    const { page, session } = product;
    await session.vscode.executeCommand('workbench.action.closeSidebar');
    await session.vscode.openFile(join(session.workspace, 'src', 'watering.ts'), selection);
    product.server.holdAfter(12);
    await session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', 'Rename plan to schedule');
    await product.server.held();
    await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
    await keep(product, 'screenshot-proposal');
    product.server.release();
    await page.getByRole('button', { name: /^Accept All Changes/ }).waitFor();
    await session.runCommand('Gemini: Next Change');
    await keep(product, 'screenshot-review');
  } finally {
    product.server.release();
    await product.close();
  }
}

/** A commit message in the style of the history. */
async function pictureOfCommit(): Promise<void> {
  const settings = { 'workbench.colorTheme': 'Dark 2026' };
  const viewport = { width: 1000, height: 520 };
  const product = await Product.openWithKey({}, { settings, viewport, env: gitEnvironment });
  try {
    const shop = new GitRepository(join(product.session.workspace, 'shop'));
    shop.create(['feat(cart): add a filter for colours', 'fix(cart): count empty carts', 'fix(pay): round to cents']);
    shop.stage('app.ts', 'export const first = 2;\n');
    const view = new SourceControl(product);
    await view.open(shop);
    await widenSideBar(product, 420);
    const message = 'fix(cart): begin to count at two, not at one';
    product.server.answerNext({ text: message });
    await view.titleButton('Generate Commit Message').click();
    await view.becomes(shop, message);
    await keep(product, 'screenshot-commit');
  } finally {
    await product.close();
  }
}

/** The plan of a research, its page while it runs beside the list, and its report in the Markdown preview. */
async function picturesOfResearch(): Promise<void> {
  const settings = {
    'workbench.colorTheme': 'Light 2026',
    'workbench.activityBar.location': 'hidden',
    // They would show where this machine keeps its files.
    'breadcrumbs.enabled': false,
  };
  const viewport = { width: 1200, height: 760 };
  const product = await Product.openWithKey({ researchMs: 400 }, { settings, viewport });
  try {
    const { page, session, server } = product;
    const preview = 'iframe.webview.ready[src*="extensionId=vscode.markdown-language-features"]';
    const shown = () => page.frameLocator(preview).last().frameLocator('iframe#active-frame');
    const title = (name: string) => page.locator('.editor-actions').getByRole('button', { name });
    await session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', 'Heat pumps in old houses');
    await product.enter('How should it be researched?', 'Plan first');
    await product.button('Make a Plan').click();
    await shown().getByText('Research plan: Heat pumps in old houses').waitFor();
    await title('Change the Plan…').click();
    await product.enter('Change the Plan', 'Leave out prices.');
    await shown().getByText('Leave out prices.').waitFor();
    await session.runCommand('Gemini: Show Research');
    await widenSideBar(product, 420);
    await page.locator('.pane-body .monaco-list-row').filter({ hasText: 'Heat pumps' }).waitFor();
    await product.panel.getByRole('heading', { name: 'Ask Gemini about your code' }).waitFor();
    await keep(product, 'screenshot-research-plan');
    server.holdAfter(9);
    await title('Start Research').click();
    await server.held();
    await shown().getByText('Checking figures').first().waitFor();
    await keep(product, 'screenshot-research');
    server.release();
    await shown().getByRole('img', { name: 'Figure 1' }).waitFor();
    await shown().getByRole('heading', { name: 'Executive summary' }).scrollIntoViewIfNeeded();
    await keep(product, 'screenshot-report');
  } finally {
    product.server.release();
    await product.close();
  }
}

/** A picture that was asked for, with what can be done with it. */
async function pictureOfImage(): Promise<void> {
  const product = await open('Light 2026', { width: 1000, height: 860 });
  try {
    const { page, session, server } = product;
    const data = await page.evaluate<string>(drawing);
    const content = [{ type: 'image' as const, mime_type: 'image/jpeg', data }];
    server.answerNext({ steps: [{ type: 'model_output', content }] });
    await session.runCommand('Gemini: Generate Image…');
    await product.enter('Generate Image', 'Hills under a low sun, for the start page');
    const list = product.quickInput.locator('.quick-input-list');
    await list.getByText('Aspect Ratio').first().waitFor();
    await page.keyboard.press('Enter');
    await product.answered();
    await session.runCommand('Gemini: Open Chat in Editor');
    await session.vscode.executeCommand('workbench.action.closeSidebar');
    await until('the picture in the tab', async () => {
      const seen = page.frames().map((frame) => frame.locator('img.image:not(.is-coming)').isVisible());
      return (await Promise.all(seen)).includes(true);
    });
    await keep(product, 'screenshot-image');
  } finally {
    await product.close();
  }
}

/** What lies at Google: stores of folders with their files, one of which answers search. */
async function pictureOfStores(): Promise<void> {
  const product = await open('Light 2026', { width: 1000, height: 560 });
  try {
    const { session, server } = product;
    await session.vscode.executeCommand('workbench.action.closeSidebar');
    await session.vscode.openFile(join(session.workspace, 'src', 'watering.ts'));
    for (const [at, [name, sizes]] of Object.entries(stores).entries()) {
      const store = server.stores.create(name);
      Object.assign(store, { createTime: new Date(Date.now() - (3 * at + 2) * 86_400_000).toISOString() });
      for (const [n, size] of sizes.entries()) {
        const document = { displayName: `page${n}.md`, mimeType: 'text/markdown', metadata: [] };
        server.stores.add(store.name, document, Buffer.alloc(size), false);
      }
    }
    const [searched] = server.stores.all.keys();
    await session.vscode.updateConfiguration('geminiInteractions.tools.fileSearchStores', [searched]);
    await session.runCommand('Gemini: Manage Google Files…');
    const rows = product.quickInput.locator('.monaco-list-row');
    await product.quickInput.locator('.quick-input-title').getByText('Files at Google', { exact: true }).waitFor();
    await rows.filter({ hasText: 'File Search Stores…' }).click();
    await rows.filter({ hasText: Object.keys(stores).at(-1) ?? '' }).waitFor();
    await keep(product, 'screenshot-stores');
  } finally {
    await product.close();
  }
}

const pictures: Readonly<Record<string, () => Promise<void>>> = {
  work: pictureOfWork,
  answer: pictureOfAnswer,
  image: pictureOfImage,
  stores: pictureOfStores,
  proposal: picturesOfProposal,
  commit: pictureOfCommit,
  research: picturesOfResearch,
};

function open(theme: string, viewport: { width: number; height: number }): Promise<Product> {
  const settings = { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false };
  return Product.openWithKey({ paceMs: 1 }, { settings, viewport });
}

async function keep({ page }: Product, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  // The edge that was dragged stays lit for a while.
  await page.locator('.monaco-sash.hover').waitFor({ state: 'detached' });
  await page.screenshot({ path: pictureOf(name), animations: 'disabled' });
  console.log(`The picture is in ${pictureOf(name)}`);
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
