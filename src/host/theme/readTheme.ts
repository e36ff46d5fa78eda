import { type ParseError, parse } from 'jsonc-parser';
import { isJsonObject, type JsonObject } from '../../core/base/json';
import { readColor, type TokenRule } from './tokenRules';

/** Reads a file of the extension that brings the theme, by its path there. Fails if it cannot be read. */
export type ReadThemeFile = (path: string) => Promise<string>;

/** Themes include one another, and nobody's do so any deeper. */
const deepest = 10;
/** Longer files are no themes. Characters. */
const longestFile = 2_000_000;

/**
 * The rules of a theme file and of those it includes, the included first. Fails if one of them cannot be read or is no
 * theme: half a theme would look like none.
 */
export async function readTheme(path: string, readFile: ReadThemeFile, depth = 0): Promise<readonly TokenRule[]> {
  if (depth > deepest) throw new Error('A colour theme includes itself');
  const text = await readFile(path);
  if (text.length > longestFile) throw new Error('A colour theme is too long');
  const errors: ParseError[] = [];
  const theme: unknown = parse(text, errors, { allowTrailingComma: true });
  if (!isJsonObject(theme)) throw new Error('A colour theme is no object');
  const included =
    typeof theme.include === 'string' ? await readTheme(beside(path, theme.include), readFile, depth + 1) : [];
  return [...included, ...rulesIn(theme.tokenColors)];
}

const groups: Readonly<Record<string, readonly string[]>> = {
  comments: ['comment', 'punctuation.definition.comment'],
  strings: ['string', 'meta.embedded.assembly'],
  keywords: ['keyword - keyword.operator', 'keyword.control', 'storage', 'storage.type'],
  numbers: ['constant.numeric'],
  types: ['entity.name.type', 'entity.name.class', 'support.type', 'support.class'],
  functions: ['entity.name.function', 'support.function'],
  variables: ['variable', 'entity.name.variable'],
};

/** The rules of the setting `editor.tokenColorCustomizations` that hold for a theme. They come after the theme's own. */
export function customRules(setting: unknown, themeName: string): readonly TokenRule[] {
  if (!isJsonObject(setting)) return [];
  const specific = Object.entries(setting).filter(([key]) => key.startsWith('[') && isFor(key, themeName));
  return [setting, ...specific.map(([, value]) => value)].flatMap((part) => (isJsonObject(part) ? rulesOf(part) : []));
}

function rulesOf(part: JsonObject): readonly TokenRule[] {
  const grouped = Object.entries(groups).flatMap(([group, selectors]) => {
    const value = part[group];
    const color = readColor(isJsonObject(value) ? value.foreground : value);
    return color === undefined ? [] : [{ selectors, color }];
  });
  return [...grouped, ...rulesIn(part.textMateRules)];
}

/** Whether `[Monokai]`, `[Monokai][Abyss]` or `[*Dark*]` means the theme. */
function isFor(key: string, themeName: string): boolean {
  return [...key.matchAll(/\[([^\]]+)\]/g)].some(([, name = '']) => {
    const pieces = name.split('*').map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return pieces.length > 4 ? false : new RegExp(`^${pieces.join('.*')}$`).test(themeName);
  });
}

function rulesIn(value: unknown): readonly TokenRule[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((rule: unknown) => {
    if (!isJsonObject(rule) || !isJsonObject(rule.settings)) return [];
    const color = readColor(rule.settings.foreground);
    const selectors = selectorsIn(rule.scope);
    return color === undefined || selectors.length === 0 ? [] : [{ selectors, color }];
  });
}

function selectorsIn(scope: unknown): readonly string[] {
  const lists: readonly unknown[] = Array.isArray(scope) ? scope : [scope];
  return lists.flatMap((list) => (typeof list === 'string' ? list.split(',') : [])).map((selector) => selector.trim());
}

/** A path relative to the folder of another file. */
function beside(path: string, relative: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of relative.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
