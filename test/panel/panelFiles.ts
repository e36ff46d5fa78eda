import { readFile } from 'node:fs/promises';
import { panelDocument } from '../../src/host/panel/panelDocument';
import { type ThemeName, themeCss, themes } from './themes';

export const origin = 'http://panel.test';
const panelDir = process.env.PANEL_DIR ?? 'dist/panel';
const types: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', ttf: 'font/ttf' };

export interface PanelFile {
  readonly contentType: string;
  readonly body: string | Buffer;
}

/** Each call gives another address. A browser that goes to the one where it is reloads the page and keeps its state. */
export function addressOf(theme: ThemeName, hasKey: boolean): string {
  return `${origin}/?theme=${theme}&key=${hasKey}&page=${crypto.randomUUID()}`;
}

/** What is at an address of the panel. Undefined: nothing, which is no fault either. */
export async function fileAt({ pathname, searchParams }: URL): Promise<PanelFile | undefined> {
  if (pathname === '/favicon.ico') return undefined;
  const theme = (searchParams.get('theme') ?? 'dark') as ThemeName;
  if (pathname === '/') return { contentType: 'text/html', body: html(theme, searchParams.get('key') === 'true') };
  if (pathname === '/theme.css') return { contentType: 'text/css', body: themeCss(theme) };
  const contentType = types[pathname.split('.').at(-1) ?? ''] ?? '';
  return { contentType, body: await readFile(`${panelDir}${pathname}`) };
}

/** The page of the product, with what VS Code adds to it. */
function html(theme: ThemeName, hasKey: boolean): string {
  const place = {
    language: 'en',
    cspSource: origin,
    scriptAddress: `${origin}/panel.js`,
    styleAddress: `${origin}/panelStyle.css`,
    fontAddress: `${origin}/codicon.ttf`,
  };
  return panelDocument(place, undefined, hasKey)
    .replace('<link', `<title>Panel</title>\n<link rel="stylesheet" href="${origin}/theme.css?theme=${theme}">\n<link`)
    .replace('<body', `<body class="${themes[theme].bodyClass}"`);
}
