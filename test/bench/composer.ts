import { setTimeout as pause } from 'node:timers/promises';
import type { CommandId } from '../../src/manifest';
import type { Product } from '../host/product';
import { EXTENSION_ID } from '../launch/sessionFolders';
import type { Benchmark, Figure } from './benchmark';
import { noteTextBoxes, now, textBoxShownAt, webviewOf } from './panelMoments';
import { isSmoke, scaled } from './scale';
import { type Stub, viewStub } from './stubExtension';
import { installBeside, settled, withProduct } from './windows';

const rounds = scaled(8, 1);
const lookAfterMs = scaled(1_000, 0);
/** Until a view that was left has gone for good, in milliseconds. */
const goneAfterMs = scaled(300, 0);

interface Variant {
  readonly command: string;
  readonly extensionId: string;
}

export const composer: Benchmark = {
  name: 'composer',
  title: 'From the command "Gemini: Focus Chat Input" to a text box on the screen',
  run: () => withProduct({}, measure),
};

async function measure(product: Product): Promise<readonly Figure[]> {
  const stub = await viewStub();
  const cold = { ours: [] as number[], stub: [] as number[] };
  const again = { ours: [] as number[], stub: [] as number[] };
  await installBeside(product.session, stub);
  await noteTextBoxes(product.page);
  const variants = {
    ours: { command: 'geminiInteractions.focusChat' satisfies CommandId, extensionId: EXTENSION_ID },
    stub: { command: 'geminiBench.focus', extensionId: stub.id },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['stub', 'ours'] as const) {
      await reloadWithKey(product, stub);
      cold[name].push(await show(product, variants[name]));
      await hide(product, variants[name]);
      again[name].push(await show(product, variants[name]));
      // A view in front would be there again after the next reload.
      await hide(product, variants[name]);
    }
  }
  const stubCold = { what: 'view with but a text box', unit: 'ms', samples: cold.stub } as const;
  const stubAgain = { what: 'view with but a text box, shown again', unit: 'ms', samples: again.stub } as const;
  return [
    { what: 'first time in the window', unit: 'ms', goal: 200, samples: cold.ours, against: stubCold },
    stubCold,
    { what: 'shown again', unit: 'ms', samples: again.ours, against: stubAgain },
    stubAgain,
  ];
}

async function reloadWithKey(product: Product, stub: Stub): Promise<void> {
  if (isSmoke) return;
  await product.session.reload();
  await settled(product.session, EXTENSION_ID, stub.id);
  // VS Code in a browser keeps secrets no longer than its page. Without a key there is no composer.
  await product.setKey('test-key');
  await pause(500);
}

async function show({ session, page }: Product, { command, extensionId }: Variant): Promise<number> {
  const started = now();
  await session.vscode.executeCommand(command);
  // Looking for it from outside would slow it down.
  await pause(lookAfterMs);
  return (await textBoxShownAt(page, extensionId)) - started;
}

async function hide({ session, page }: Product, { extensionId }: Variant): Promise<void> {
  await session.vscode.executeCommand('workbench.view.explorer');
  await webviewOf(page, extensionId).locator('body').waitFor({ state: 'detached' });
  await pause(goneAfterMs);
}
