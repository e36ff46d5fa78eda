/**
 * `npm run keymap`: writes down which keys VS Code itself binds on each system, for `keymap.test.ts`. VS Code in a browser
 * has the keys of the system that the browser says it runs on.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { repositoryRoot } from './repositoryRoot';
import { openVsCode, type VsCodeSession } from './session';
import { until } from './until';
import { runPaletteCommand } from './workbench';

const systems: Readonly<Record<string, string>> = {
  linux: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
  windows: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
  macos: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
};

interface Binding {
  readonly key: string;
  readonly command: string;
}

async function main(): Promise<void> {
  const folder = join(repositoryRoot, 'test', 'fixtures', 'keymap');
  await mkdir(folder, { recursive: true });
  const session = await openVsCode();
  try {
    const devtools = await session.page.context().newCDPSession(session.page);
    for (const [system, userAgent] of Object.entries(systems)) {
      await devtools.send('Emulation.setUserAgentOverride', { userAgent });
      await session.reload();
      const keymap = byKey(await defaultBindings(session));
      await writeFile(join(folder, `${system}.json`), `${JSON.stringify(keymap, undefined, 1)}\n`);
      console.log(`${system}: ${Object.keys(keymap).length} keys`);
    }
  } finally {
    await session.close();
  }
}

/** What VS Code shows as its defaults, without the keys of extensions under test. */
async function defaultBindings({ page, vscode }: VsCodeSession): Promise<readonly Binding[]> {
  await runPaletteCommand(page, 'Preferences: Open Default Keyboard Shortcuts (JSON)');
  const { text } = await until('the default keys', async () => {
    const editor = await vscode.activeEditor();
    return editor && editor.text.length > 10_000 ? editor : undefined;
  });
  await vscode.executeCommand('workbench.action.closeActiveEditor');
  const bindings: readonly Binding[] = parse(text);
  return bindings.filter(({ command }) => !command.startsWith('geminiInteractions.') && command !== 'noop');
}

/** The commands of each key, in order, so that the files are the same each time. */
function byKey(bindings: readonly Binding[]): Readonly<Record<string, readonly string[]>> {
  const keys = [...new Set(bindings.map(({ key }) => key))].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const commands = bindings.filter((binding) => binding.key === key).map(({ command }) => command);
      return [key, [...new Set(commands)].sort()];
    }),
  );
}

void main();
