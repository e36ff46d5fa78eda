import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

declare module '../feature' {
  interface CommandArgs {
    /** The place in the chat, or a document that shows a turn, as its URI. Default: that in front, or one is chosen. */
    'geminiInteractions.showInteraction': [place?: unknown];
    'geminiInteractions.copyAsCode': [place?: unknown];
    'geminiInteractions.compareInteractions': [place?: unknown];
    'geminiInteractions.replayInteraction': [place?: unknown];
    'geminiInteractions.saveAsHar': [place?: unknown];
    /** The document with the request, as its URI. Default: that of the active editor. */
    'geminiInteractions.sendRequest': [document?: unknown];
  }
}

/** Turns as developers see them: what was sent and what came, as code, compared, and sent again with changes. */
export function inspectFeature(
  services: Services,
): Feature<
  | 'geminiInteractions.showInteraction'
  | 'geminiInteractions.copyAsCode'
  | 'geminiInteractions.compareInteractions'
  | 'geminiInteractions.replayInteraction'
  | 'geminiInteractions.sendRequest'
  | 'geminiInteractions.saveAsHar'
> {
  const own = new DisposableStore();
  const parts = lazy(async () => {
    const { InspectParts } = await import('./inspectParts');
    return own.add(new InspectParts(services));
  });
  return {
    commands: {
      'geminiInteractions.showInteraction': async (place) => (await parts()).show(place),
      'geminiInteractions.copyAsCode': async (place) => (await parts()).copyAsCode(place),
      'geminiInteractions.compareInteractions': async (place) => (await parts()).compare(place),
      'geminiInteractions.replayInteraction': async (place) => (await parts()).replay(place),
      'geminiInteractions.sendRequest': async (document) => (await parts()).send(document),
      'geminiInteractions.saveAsHar': async (place) => (await parts()).saveHar(place),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
