import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

declare module '../feature' {
  interface CommandArgs {
    /** The chat that a file is added to, or that searches a store. Default: the one in front. `stores`: their list comes first. */
    'geminiInteractions.manageFiles': [chatId?: unknown, place?: unknown];
  }
}

/** What lies at Google: the files that were uploaded with this key, and the stores that answers search. */
export function filesFeature(services: Services): Feature<'geminiInteractions.manageFiles', 'openCited'> {
  const manage = lazy(async () => {
    const { ManageFiles } = await import('./manageFiles');
    return new ManageFiles(services);
  });
  return {
    commands: { 'geminiInteractions.manageFiles': async (chatId, place) => (await manage()).run(chatId, place) },
    requests: {
      openCited: async ({ turnId, type: _, ...file }, { session }) => {
        const { openCited } = await import('./openCited');
        const turn = session.turns().find(({ id }) => id === turnId);
        if (turn) await openCited(services, turn, file);
      },
    },
    dispose: () => {},
  };
}
