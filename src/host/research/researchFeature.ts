import { DisposableStore } from '../../core/base/disposables';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { ResearchCommands } from './researchCommands';

/** Deep Research. */
export function researchFeature({
  jobs,
  reports,
  apiKey,
  notices,
  onError,
}: Services): Feature<
  'geminiInteractions.startResearch' | 'geminiInteractions.cancelResearch' | 'geminiInteractions.openReport'
> {
  const own = new DisposableStore();
  const research = new ResearchCommands(jobs, reports, apiKey, notices);
  own.add(jobs.onDidChange((job) => void research.tell(job).catch(onError)));
  own.add(jobs.onDidChange(() => setContextKey(contextKeys.researchRunning, jobs.open.length > 0)));
  return {
    commands: {
      'geminiInteractions.startResearch': () => research.start(),
      'geminiInteractions.cancelResearch': () => research.cancel(),
      'geminiInteractions.openReport': () => research.openReport(),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
