import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fillWorkspace } from '../launch/sessionFolders';
import type { LocalServerOptions } from '../server/localServer';
import { gitEnvironment } from './gitRepository';
import { Product } from './product';

interface Shared {
  readonly product: Product;
  /** The user's settings as the window began with them. */
  readonly settings: Readonly<Record<string, unknown>>;
}

declare global {
  /** Each test file is a bundle with variables of its own. What they share is the process. */
  var productOfSuites: Promise<Shared> | undefined;
}

// Here and in no suite, so that it is run once all suites are.
after('close the shared window', async () => {
  const opened = await globalThis.productOfSuites?.catch(() => undefined);
  globalThis.productOfSuites = undefined;
  await opened?.product.close();
});

/**
 * The window of all suites of this process that need no other: trusted, with a key, an empty chat, no editor, the settings
 * of the start, the sample workspace with these files, and a server of its own. Say `assertClean` at the
 * end, and leave it open.
 */
export async function shareProduct(
  server: LocalServerOptions = {},
  workspaceFiles: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const open = await globalThis.productOfSuites?.catch(() => undefined);
  if (open) {
    try {
      await reset(open, server, workspaceFiles);
      return open.product;
    } catch (error) {
      console.log('      the shared window could not be put in order, and is opened again:', error);
      await open.product.session.screenshot('the shared window, not in order').catch(() => undefined);
      globalThis.productOfSuites = undefined;
      await open.product.close().catch(() => undefined);
    }
  }
  globalThis.productOfSuites = begin(server, workspaceFiles);
  return (await globalThis.productOfSuites).product;
}

async function begin(server: LocalServerOptions, workspaceFiles: Readonly<Record<string, string>>): Promise<Shared> {
  const product = await Product.openWithKey(server, { env: gitEnvironment, workspaceFiles });
  return { product, settings: await userSettings(product) };
}

async function reset(
  { product, settings }: Shared,
  server: LocalServerOptions,
  workspaceFiles: Readonly<Record<string, string>>,
): Promise<void> {
  const { vscode, workspace } = product.session;
  await product.restartServer(server);
  // What asks and was not answered: a dialog, and below it a pick list.
  const isAsked = async () => {
    const asking = [product.dialog, product.quickInput].map((one) => one.first().isVisible());
    return (await Promise.all(asking)).includes(true);
  };
  while (await isAsked()) await product.page.keyboard.press('Escape');
  await product.closeEditors();
  await vscode.executeCommand('workbench.action.terminal.killAll');
  await vscode.executeCommand('workbench.action.closePanel');
  // A suite that moves the view and fails must not leave it where notifications lie above it.
  await vscode.executeCommand('workbench.action.resetViewLocations');
  await vscode.executeCommand('workbench.action.closeAuxiliaryBar');
  await product.clearNotifications();
  const now = await userSettings(product);
  for (const key of new Set([...Object.keys(now), ...Object.keys(settings)])) {
    if (!isDeepStrictEqual(now[key], settings[key])) await vscode.updateConfiguration(key, settings[key]);
  }
  await fillWorkspace(workspace, workspaceFiles);
  await product.newChat();
  // What was written and not sent stays in the composer.
  await product.composer.fill('');
}

async function userSettings(product: Product): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(join(product.session.userDataDir, 'User', 'settings.json'), 'utf8');
  const settings: Readonly<Record<string, unknown>> = JSON.parse(text);
  return settings;
}
