import * as vscode from 'vscode';
import { contextKeys } from '../../manifest';
import { keyPage } from '../../names';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { readModel } from '../settings/settings';
import { ConnectionCheck } from './connectionCheck';

/** The API key and the way to the service. */
export function accountFeature({
  apiKey,
  interactions,
  notices,
  log,
}: Services): Feature<
  'geminiInteractions.setApiKey' | 'geminiInteractions.removeApiKey' | 'geminiInteractions.checkConnection',
  'setApiKey' | 'openKeyPage'
> {
  const check = new ConnectionCheck(interactions, apiKey, readModel, notices, log);
  const tellKey = () => setContextKey(contextKeys.hasKey, apiKey.state === 'present');
  const listening = apiKey.onDidChange(tellKey);
  tellKey();
  const setApiKey = async () => void (await apiKey.ask());
  return {
    commands: {
      'geminiInteractions.setApiKey': setApiKey,
      'geminiInteractions.removeApiKey': () => apiKey.remove(),
      'geminiInteractions.checkConnection': () => check.run(),
    },
    requests: {
      setApiKey,
      openKeyPage: async () => void (await vscode.env.openExternal(vscode.Uri.parse(keyPage))),
    },
    dispose: () => listening.dispose(),
  };
}
