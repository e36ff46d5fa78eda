import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import { SecretGate } from '../privacy/secretGate';
import type { Services } from '../services';
import { CommitMessage } from './commitMessage';

/** Commit messages in the Source Control view. */
export function scmFeature(
  services: Services,
): Feature<'geminiInteractions.commitMessage' | 'geminiInteractions.stopCommitMessage'> {
  const message = new CommitMessage(services, new SecretGate(), (isBusy) =>
    setContextKey(contextKeys.commitBusy, isBusy),
  );
  return {
    commands: {
      'geminiInteractions.commitMessage': (sourceControl) => message.run(sourceControl),
      'geminiInteractions.stopCommitMessage': () => message.stop(),
    },
    requests: {},
    dispose: () => message.stop(),
  };
}
