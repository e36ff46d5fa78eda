import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

declare module '../feature' {
  interface CommandArgs {
    /** The file that was clicked, and all that are selected in the same list. Default: the active editor and what is selected in it. */
    'geminiInteractions.extractJson': readonly unknown[];
  }
}

/** Data of texts and files as JSON that fits a schema. */
export function extractFeature(services: Services): Feature<'geminiInteractions.extractJson'> {
  const own = new DisposableStore();
  const parts = lazy(async () => {
    const { ExtractJson } = await import('./extractJson');
    return own.add(new ExtractJson(services));
  });
  return {
    commands: {
      'geminiInteractions.extractJson': async (...args) => (await parts()).run(args),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
