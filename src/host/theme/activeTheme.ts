import { isJsonObject, objectField, objectsField, textField } from '../../core/base/json';

/** A theme as its extension tells VS Code of it. */
export interface ThemeContribution {
  /** What the settings call it. */
  readonly name: string;
  /** `vs`, `vs-dark`, `hc-black` or `hc-light`. */
  readonly base: string;
  /** Relative to the extension. */
  readonly path: string;
}

/** What the settings say about themes. */
export interface ThemeSettings {
  readonly colorTheme: unknown;
  readonly followsSystem: boolean;
  /** The themes to take for each base, if the system chooses. */
  readonly preferred: Readonly<Record<string, unknown>>;
}

/**
 * The theme that is shown, by what VS Code tells: the settings, and the base of what it shows. Undefined: it is not among
 * the known ones, as with a theme that is only installed on the other side of a remote connection.
 */
export function activeTheme<Theme extends ThemeContribution>(
  { colorTheme, followsSystem, preferred }: ThemeSettings,
  base: string,
  known: readonly Theme[],
): Theme | undefined {
  // For high contrast, VS Code takes the preferred theme whatever else is set.
  const names = followsSystem ? [preferred[base], colorTheme] : [colorTheme, preferred[base]];
  for (const name of names) {
    const theme = known.find((one) => one.name === name && one.base === base);
    if (theme) return theme;
  }
  return undefined;
}

/** Reads `contributes.themes` of an extension's manifest, which may hold anything. */
export function readThemes(manifest: unknown): readonly ThemeContribution[] {
  const contributes = isJsonObject(manifest) ? objectField(manifest, 'contributes') : undefined;
  return objectsField(contributes ?? {}, 'themes').flatMap((theme) => {
    const path = textField(theme, 'path');
    const name = textField(theme, 'id') ?? textField(theme, 'label');
    return path === undefined || name === undefined
      ? []
      : [{ name, base: textField(theme, 'uiTheme') ?? 'vs-dark', path }];
  });
}
