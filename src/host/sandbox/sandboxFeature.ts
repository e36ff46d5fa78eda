import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';

declare module '../feature' {
  interface CommandArgs {
    /** The file that was clicked, and all that are selected in the same list. Default: the active editor and what is selected in it. */
    'geminiInteractions.runAtGoogle': readonly unknown[];
  }
}

/** Files that are tried in a sandbox at Google, and what comes back of them. */
export function sandboxFeature(
  services: Services,
): Feature<'geminiInteractions.runAtGoogle' | 'geminiInteractions.reviewSandbox'> {
  const running = lazy(async () => {
    const { RunAtGoogle } = await import('./runAtGoogle');
    return new RunAtGoogle(services);
  });
  const reviewing = lazy(async () => {
    const { ReviewSandbox } = await import('./reviewSandbox');
    return new ReviewSandbox(services);
  });
  return {
    commands: {
      'geminiInteractions.runAtGoogle': async (...args) => (await running()).run(args),
      'geminiInteractions.reviewSandbox': async () => (await reviewing()).run(await services.chatInFront()),
    },
    requests: {},
    dispose: () => {},
  };
}
