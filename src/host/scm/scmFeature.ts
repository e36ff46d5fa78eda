import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { CommitMessage } from './commitMessage';

/** Commit messages in the Source Control view. */
export function scmFeature(
  services: Services,
): Feature<'geminiInteractions.commitMessage' | 'geminiInteractions.stopCommitMessage'> {
  const message = new CommitMessage(services, (isBusy) => setContextKey(contextKeys.commitBusy, isBusy));
  return {
    commands: {
      'geminiInteractions.commitMessage': (sourceControl) => message.run(sourceControl),
      'geminiInteractions.stopCommitMessage': () => message.stop(),
    },
    requests: {},
    dispose: () => message.stop(),
  };
}
