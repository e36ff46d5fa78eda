import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

/** Pictures, recordings, videos and documents that answers bring. */
export function imagesFeature(services: Services): Feature<never, 'fetchMedia' | 'actOnMedia'> {
  const parts = lazy(async () => {
    const { AnswerMedia } = await import('./answerMedia');
    return new AnswerMedia(services);
  });
  return {
    commands: {},
    requests: {
      fetchMedia: async ({ turnId, part }, panel) => (await parts()).send(panel, turnId, part),
      actOnMedia: async ({ turnId, part, action }, panel) => (await parts()).act(panel, { turnId, part }, action),
    },
    dispose: () => {},
  };
}
