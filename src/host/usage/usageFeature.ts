import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';
import type { UsagePanel } from './usagePanel';

/** What was used and what it cost, on a page of its own. */
export function usageFeature(services: Services): Feature<'geminiInteractions.showUsage'> {
  let shown: UsagePanel | undefined;
  const panel = lazy(async () => {
    const { UsagePanel } = await import('./usagePanel');
    shown = new UsagePanel(services);
    return shown;
  });
  return {
    commands: { 'geminiInteractions.showUsage': async () => (await panel()).show() },
    requests: {},
    dispose: () => shown?.dispose(),
  };
}
