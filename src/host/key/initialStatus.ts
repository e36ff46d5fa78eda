import type * as vscode from 'vscode';
import { geminiOrigin } from '../../names';
import type { StatusFacts } from '../base/statusItem';
import { readDevOverrides } from '../platform/environment';
import { readBaseUrl, readModel } from '../settings/settings';
import { SavedKeys } from './savedKeys';

/** What the status-bar item tells before anything else of the product is loaded: whether there is a key, and for whom. */
export async function readInitialStatus(context: vscode.ExtensionContext): Promise<StatusFacts> {
  const standIn = readDevOverrides(context.extensionMode);
  const baseUrl = standIn.origin === undefined ? readBaseUrl() : ({ ok: true, origin: standIn.origin } as const);
  const keys = new SavedKeys(context.secrets, context.globalState, Date.now);
  const saved = baseUrl.ok ? await keys.read(baseUrl.origin) : ({ state: 'missing' } as const);
  const key = saved.state !== 'present' && standIn.key !== undefined ? 'present' : saved.state;
  const isElsewhere = baseUrl.ok && baseUrl.origin !== geminiOrigin;
  return { key, baseUrl, isElsewhere, isOffline: false, model: readModel(), running: [] };
}
