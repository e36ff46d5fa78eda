import * as vscode from 'vscode';
import type { ServiceTier } from '../../core/interactions/port';
import { type SettingKey, settingDefaults, settingsSection } from '../../manifest';
import { type BaseUrl, parseBaseUrl } from './baseUrl';

/** No project has its rules in more files. */
const mostRulesFiles = 10;

/** The model the next request goes to. A blank setting counts as the default. */
export function readModel(): string {
  return readName('model');
}

/** The model that writes commit messages. A blank setting counts as the default. */
export function readCommitModel(): string {
  return readName('commit.model');
}

/** The model for changes of code. A blank setting counts as the model of the chat. */
export function readEditModel(): string {
  const model = read('editModel');
  return typeof model === 'string' && model.trim() !== '' ? model.trim() : readModel();
}

/** Whether Google goes on with the answers of a stored chat when the connection breaks. */
export function runsInBackground(): boolean {
  return read('chat.background') !== false;
}

/** Whether Google may store what is asked, where the user can choose. */
export function storesAtGoogle(): boolean {
  return read('privacy.storeAtGoogle') !== false;
}

/** What the user tells every chat. Empty: nothing. */
export function readSystemInstruction(): string {
  const text = read('systemInstruction');
  return typeof text === 'string' ? text : '';
}

/** The files with a project's rules, as paths below its folder that do not lead out of it. */
export function readRulesFiles(folder: vscode.Uri): readonly string[] {
  const key = 'rules.files' satisfies SettingKey;
  const names = vscode.workspace.getConfiguration(settingsSection, folder).get<unknown>(key);
  const paths = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : settingDefaults[key];
  return [...new Set(paths.map((path) => path.trim().replaceAll('\\', '/')))].filter(isBelow).slice(0, mostRulesFiles);
}

function isBelow(path: string): boolean {
  return (
    path !== '' && !path.includes(':') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** Whether there are lenses above functions. */
export function showsCodeLenses(): boolean {
  return read('codeLens.enabled') === true;
}

/** Whether a model names new chats. */
export function namesByModel(): boolean {
  return read('chat.titles') === 'model';
}

/** How the service handles what changes code. */
export function readEditTier(): ServiceTier {
  return readTier('editServiceTier');
}

/** Anything else counts as the usual one. */
export function readTier(setting: 'serviceTier' | 'editServiceTier'): ServiceTier {
  const tier = read(setting);
  return tier === 'flex' || tier === 'priority' ? tier : 'standard';
}

/** What may be spent on a day, in US dollars. 0: as much as is asked for. */
export function readDayBudget(): number {
  const budget = read('budget.perDay');
  return typeof budget === 'number' && budget > 0 ? budget : 0;
}

/**
 * Reads `baseUrl` from the user's own settings only. A workspace, a folder or a container must not be able to send the
 * key elsewhere, whatever the manifest's scope says.
 */
export function readBaseUrl(): BaseUrl {
  const value = ofUser('baseUrl');
  return parseBaseUrl(typeof value === 'string' ? value.trim() : '');
}

/**
 * The globs of files that are not sent without a question. Those of the user, the workspace and the folder of `uri` count
 * together, so that no folder can take back what its user has excluded.
 */
export function readExcludedGlobs(uri: vscode.Uri): readonly string[] {
  const key = 'privacy.exclude' satisfies SettingKey;
  const inspected = vscode.workspace.getConfiguration(settingsSection, uri).inspect<unknown>(key);
  const values = [inspected?.globalValue, inspected?.workspaceValue, inspected?.workspaceFolderValue];
  return values.flatMap((value) => (Array.isArray(value) ? value.filter((glob) => typeof glob === 'string') : []));
}

function readName(key: 'model' | 'commit.model'): string {
  const name = read(key);
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : settingDefaults[key];
}

/** What the user's own settings say, whatever a project says. */
export function ofUser(key: SettingKey): unknown {
  return vscode.workspace.getConfiguration(settingsSection).inspect<unknown>(key)?.globalValue;
}

/** As VS Code has it for this window: from outside, so of any type. */
export function read(key: SettingKey): unknown {
  return vscode.workspace.getConfiguration(settingsSection).get<unknown>(key);
}
