import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

/** What lies at Google: the files that were uploaded with this key. */
export function filesFeature(services: Services): Feature<'geminiInteractions.manageFiles'> {
  const manage = lazy(async () => {
    const { ManageFiles } = await import('./manageFiles');
    return new ManageFiles(services);
  });
  return {
    commands: { 'geminiInteractions.manageFiles': async (chatId) => (await manage()).run(chatId) },
    requests: {},
    dispose: () => {},
  };
}
