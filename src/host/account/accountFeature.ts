import { lazy } from '../../core/base/lazy';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import type { PanelHandle } from '../panel/panelHandle';
import type { Services } from '../services';
import { readModel } from '../settings/settings';

/** The API key and the way to the service. */
export function accountFeature({
  apiKey,
  interactions,
  notices,
  view,
  log,
}: Services): Feature<
  'geminiInteractions.setApiKey' | 'geminiInteractions.removeApiKey' | 'geminiInteractions.checkConnection',
  'setApiKey' | 'openKeyPage' | 'saveRefusedKey'
> {
  const check = lazy(async () => {
    const { ConnectionCheck } = await import('./connectionCheck');
    return new ConnectionCheck(interactions, apiKey, readModel, notices, log);
  });
  const tellKey = () => setContextKey(contextKeys.hasKey, apiKey.state === 'present');
  const listening = apiKey.onDidChange(tellKey);
  tellKey();
  // The page that asked for the key becomes the chat: the user goes on there.
  const goOn = async (panel: PanelHandle) => {
    if (panel.isInView) await view.focus();
    else panel.post({ type: 'composerFocused' });
  };
  return {
    commands: {
      'geminiInteractions.setApiKey': async () => {
        const isFirst = apiKey.state !== 'present';
        if ((await apiKey.ask()) && isFirst && view.isVisible) await view.focus();
      },
      'geminiInteractions.removeApiKey': () => apiKey.remove(),
      'geminiInteractions.checkConnection': async () => (await check()).run(),
    },
    requests: {
      setApiKey: async (_request, panel) => {
        if (await apiKey.ask()) await goOn(panel);
      },
      saveRefusedKey: async (_request, panel) => {
        if (await apiKey.saveRefused()) await goOn(panel);
      },
      openKeyPage: async () => (await import('../key/keyPrompt')).openKeyPage(),
    },
    dispose: () => listening.dispose(),
  };
}
