import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { Emitter } from '../../core/base/emitter';
import type { TokenColors } from '../../protocol/theme';
import { activeTheme, readThemes, type ThemeContribution } from './activeTheme';

/** What of the settings decides on the colours of code. */
const settings = [
  'editor.tokenColorCustomizations',
  'workbench.colorTheme',
  'workbench.preferredDarkColorTheme',
  'workbench.preferredLightColorTheme',
  'workbench.preferredHighContrastColorTheme',
  'workbench.preferredHighContrastLightColorTheme',
  'window.autoDetectColorScheme',
  'window.autoDetectHighContrast',
];

/** VS Code gives webviews the colours of the workbench, but not those of code, so the theme's own file is read. */
export class ThemeColors {
  private readonly own = new DisposableStore();
  private readonly changed = this.own.add(new Emitter<void>());
  readonly onDidChange = this.changed.event;
  private current: TokenColors | undefined;
  private isFollowed = false;
  private reading = 0;

  constructor(private readonly onError: (error: unknown) => void) {}

  /** Undefined until they were read, and where they cannot be. */
  get colors(): TokenColors | undefined {
    return this.current;
  }

  /** Reads them now, and again whenever they change. Only the first call does something. */
  follow(): void {
    if (this.isFollowed) return;
    this.isFollowed = true;
    const renew = () => void this.renew().catch(this.onError);
    this.own.add(vscode.window.onDidChangeActiveColorTheme(renew));
    this.own.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        // VS Code shows a theme first and writes it into the settings after that, and only they name it.
        if (settings.some((name) => event.affectsConfiguration(name))) renew();
      }),
    );
    this.own.add(vscode.extensions.onDidChange(renew));
    renew();
  }

  dispose(): void {
    this.own.dispose();
  }

  private async renew(): Promise<void> {
    this.reading += 1;
    const { reading } = this;
    const colors = await readColors();
    // The theme may have changed again while its file was read.
    if (reading !== this.reading) return;
    if (JSON.stringify(colors) === JSON.stringify(this.current)) return;
    this.current = colors;
    this.changed.fire();
  }
}

interface InstalledTheme extends ThemeContribution {
  readonly extensionUri: vscode.Uri;
}

async function readColors(): Promise<TokenColors | undefined> {
  const known = vscode.extensions.all.flatMap(
    ({ extensionUri, packageJSON }: { extensionUri: vscode.Uri; packageJSON: unknown }) =>
      readThemes(packageJSON).map((theme): InstalledTheme => ({ ...theme, extensionUri })),
  );
  const theme = activeTheme(themeSettings(), bases[vscode.window.activeColorTheme.kind], known);
  if (!theme) return undefined;
  const [{ readTheme, customRules }, { tokenColors }] = await Promise.all([
    import('./readTheme'),
    import('./tokenRules'),
  ]);
  const custom: unknown = vscode.workspace.getConfiguration('editor').get('tokenColorCustomizations');
  const readFile = async (path: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(theme.extensionUri, path)));
  // Some themes are not written as JSON, and some lie where no file can be read. The panel has colours of its own.
  const rules = await readTheme(theme.path, readFile).catch(() => undefined);
  return rules && tokenColors([...rules, ...customRules(custom, theme.name)]);
}

function themeSettings() {
  const workbench = vscode.workspace.getConfiguration('workbench');
  return {
    colorTheme: workbench.get<unknown>('colorTheme'),
    followsSystem: vscode.workspace.getConfiguration('window').get('autoDetectColorScheme') === true,
    preferred: {
      'vs-dark': workbench.get<unknown>('preferredDarkColorTheme'),
      vs: workbench.get<unknown>('preferredLightColorTheme'),
      'hc-black': workbench.get<unknown>('preferredHighContrastColorTheme'),
      'hc-light': workbench.get<unknown>('preferredHighContrastLightColorTheme'),
    },
  };
}

/** What themes call the kinds that VS Code tells. */
const bases: Readonly<Record<vscode.ColorThemeKind, string>> = {
  [vscode.ColorThemeKind.Light]: 'vs',
  [vscode.ColorThemeKind.Dark]: 'vs-dark',
  [vscode.ColorThemeKind.HighContrast]: 'hc-black',
  [vscode.ColorThemeKind.HighContrastLight]: 'hc-light',
};
