import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Product } from '../host/product';
import { openVsCode, type VsCodeSession } from '../launch/session';
import { until } from '../launch/until';
import { findVscode, installVsix } from '../launch/vscodeProgram';
import type { LocalServerOptions } from '../server/localServer';
import { productionBuild, productionVsix } from './productionBuild';
import { isSmoke, scaled } from './scale';
import { packStub, type Stub, smokeExtension } from './stubExtension';

/** How long a window is left alone before something is measured in it, in milliseconds. */
export const settleMs = scaled(1_500, 0);
/** Fast enough for a test, and slow enough for an answer to be stopped in its middle. */
const smokePaceMs = 10;

let shared: Promise<Product> | undefined;

/** The one window of a smoke run, with all stubs in it: opening one for each benchmark would take minutes. */
function sharedProduct(): Promise<Product> {
  shared ??= openShared();
  return shared;
}

async function openShared(): Promise<Product> {
  // Not packed and installed first: that takes seconds, and the walk through the package tries it.
  const extension = { folder: await productionBuild() };
  return Product.openWithKey({ paceMs: smokePaceMs }, { extension, otherExtensions: [smokeExtension] });
}

export async function closeSharedProduct(): Promise<void> {
  await (await shared)?.close();
  shared = undefined;
}

/** The product as it is published, in a window with a key in it, for as long as `use` takes. */
export async function withProduct<T>(server: LocalServerOptions, use: (product: Product) => Promise<T>): Promise<T> {
  if (isSmoke) {
    const product = await sharedProduct();
    await product.newChat();
    return use(product);
  }
  const product = await Product.openWithKey(server, { extension: { vsix: await productionVsix() } });
  try {
    return await use(product);
  } finally {
    await product.close();
  }
}

/** A window with an extension from its package, as a person has it. A smoke run has all of them in its one window. */
export async function openWith(pack: () => Promise<string>): Promise<VsCodeSession> {
  if (!isSmoke) return openVsCode({ extension: { vsix: await pack() } });
  const { session } = await sharedProduct();
  return { ...session, reload: () => Promise.resolve(), close: () => Promise.resolve() };
}

/** Installs one more in an open window, by the command line. It is there after a reload. */
export async function installBeside({ userDataDir }: VsCodeSession, stub: Stub): Promise<void> {
  if (isSmoke) return;
  const extensionsDir = join(dirname(userDataDir), 'extensions');
  await installVsix(await findVscode(), await packStub(stub), { userDataDir, extensionsDir });
}

/** Waits until the extensions run and the window has done what it does at its start. */
export async function settled({ vscode }: VsCodeSession, ...extensionIds: readonly string[]): Promise<void> {
  for (const id of extensionIds) {
    await until(`${id} to be active`, async () => (await vscode.extensionInfo(id))?.isActive);
  }
  await pause(settleMs);
}
