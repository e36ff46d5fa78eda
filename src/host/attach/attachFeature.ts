import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

declare module '../feature' {
  interface CommandArgs {
    /** Files, or the address of a page, and the chat they go along in. Default: the user is asked, and the chat in front. */
    'geminiInteractions.attach': [what?: unknown, chatId?: unknown];
  }
}

/** Pictures, recordings, documents and pages that go along with a question: chosen, pasted or dropped. */
export function attachFeature(
  services: Services,
): Feature<'geminiInteractions.attach', 'attach' | 'attachUris' | 'attachPiece' | 'fetchPicture' | 'keepThumbnail'> {
  const parts = lazy(async () => {
    const { AttachParts } = await import('./attachParts');
    return new AttachParts(services);
  });
  return {
    commands: {
      'geminiInteractions.attach': async (what, chatId) => (await parts()).run(what, chatId),
    },
    requests: {
      attach: async (_request, panel) => (await parts()).ask(panel),
      attachUris: async ({ uris }, panel) => (await parts()).dropUris(panel, uris),
      attachPiece: async (piece, panel) => (await parts()).takePiece(panel, piece),
      fetchPicture: async ({ attachmentId }, panel) => (await parts()).sendPicture(panel, attachmentId),
      keepThumbnail: async ({ attachmentId, thumbnail }, { session }) =>
        (await parts()).keepThumbnail(session.chatId, attachmentId, thumbnail),
    },
    dispose: () => {},
  };
}
