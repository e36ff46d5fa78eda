import * as vscode from 'vscode';
import { geminiOrigin, type SettingKey, settingDefaults, settingsSection } from '../manifest';

/** The model the next request goes to. A blank setting counts as the default. */
export function readModel(): string {
  const model = vscode.workspace.getConfiguration(settingsSection).get<unknown>('model' satisfies SettingKey);
  return typeof model === 'string' && model.trim() !== '' ? model.trim() : settingDefaults.model;
}

export type BaseUrl =
  | { readonly ok: true; readonly origin: string }
  | { readonly ok: false; readonly problem: 'notAnAddress' | 'notHttps' | 'hasUser' | 'hasPath' };

/**
 * Reads `baseUrl` from the user's own settings only. A workspace, a folder or a container must not be able to send the
 * key elsewhere, whatever the manifest's scope says.
 */
export function readBaseUrl(): BaseUrl {
  const inspected = vscode.workspace.getConfiguration(settingsSection).inspect<unknown>('baseUrl' satisfies SettingKey);
  const value = inspected?.globalValue;
  return parseBaseUrl(typeof value === 'string' ? value.trim() : '');
}

/** An origin that keys may be sent to: https anywhere, plain http only on this machine. Blank is Google's own. */
export function parseBaseUrl(text: string): BaseUrl {
  if (text === '') return { ok: true, origin: geminiOrigin };
  if (!URL.canParse(text)) return { ok: false, problem: 'notAnAddress' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && !isLoopback(url)) return { ok: false, problem: 'notHttps' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'hasUser' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return { ok: false, problem: 'hasPath' };
  return { ok: true, origin: url.origin };
}

export function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}
