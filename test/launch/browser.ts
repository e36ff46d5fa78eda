import { join } from 'node:path';
import { installDebianPackages } from './debian';
import { findProgram, isExecutable } from './findProgram';

/** Keeps Chromium from calling home and from needing what a container does not have. */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** The Chromium (or Chrome, or Edge) of this machine; on Debian as root it is installed where there is none. */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is no program.`);
  }
  const found = installedBrowser();
  if (found !== undefined) return found;
  // The fonts are but recommended by the browser's package, and without any the page has no text to see or measure.
  await installDebianPackages(['chromium', 'fonts-liberation']);
  const installed = installedBrowser();
  if (installed !== undefined) return installed;
  throw new Error('The tests need Chromium or Chrome. Please install one, or name it in CHROMIUM_PATH.');
}

/**
 * The same Chromium without what is around a page: its windows, tabs and menus. It opens a page in a third of the time, which
 * is most of what a test of the panel takes. Where there is none, and none can be installed, the whole browser does.
 */
export async function findPageBrowser(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return findBrowser();
  const shell = 'chromium-headless-shell';
  // Not every release of Debian has it.
  if (findProgram(shell) === undefined) await installDebianPackages([shell, 'fonts-liberation']).catch(() => undefined);
  return findProgram(shell) ?? findBrowser();
}

function installedBrowser(): string | undefined {
  for (const name of NAMES) {
    const path = findProgram(name);
    if (path !== undefined) return path;
  }
  return usualPlaces().find(isExecutable);
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform !== 'win32') return [];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) => [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Chromium', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}
