import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

/** Files that are tried in a sandbox at Google. */
export function sandboxFeature(services: Services): Feature<'geminiInteractions.runAtGoogle'> {
  const parts = lazy(async () => {
    const { RunAtGoogle } = await import('./runAtGoogle');
    return new RunAtGoogle(services);
  });
  return {
    commands: {
      'geminiInteractions.runAtGoogle': async (...args) => (await parts()).run(args),
    },
    requests: {},
    dispose: () => {},
  };
}
