import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

declare module '../feature' {
  interface CommandArgs {
    /** What the image shows. Default: the user is asked. */
    'geminiInteractions.generateImage': [prompt?: unknown];
    /** The file, as its URI. Default: the picture that is shown in front. */
    'geminiInteractions.editImage': [file?: unknown];
  }
}

/** Pictures that are asked for, and pictures, recordings, videos and documents that answers bring. */
export function imagesFeature(
  services: Services,
): Feature<'geminiInteractions.generateImage' | 'geminiInteractions.editImage', 'fetchMedia' | 'actOnMedia'> {
  const parts = lazy(async () => {
    const { AnswerMedia } = await import('./answerMedia');
    return new AnswerMedia(services);
  });
  const drawing = lazy(async () => {
    const { Drawing } = await import('./drawing');
    return new Drawing(services);
  });
  return {
    commands: {
      'geminiInteractions.generateImage': async (prompt) => (await drawing()).generate(prompt),
      'geminiInteractions.editImage': async (file) => (await drawing()).edit(file),
    },
    requests: {
      fetchMedia: async ({ turnId, part }, panel) => (await parts()).send(panel, turnId, part),
      actOnMedia: async ({ turnId, part, action }, panel) => (await parts()).act(panel, { turnId, part }, action),
    },
    dispose: () => {},
  };
}
