import { lazy } from '../../core/base/lazy';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import type { Services } from '../services';
import type { CommitMessage } from './commitMessage';

declare module '../feature' {
  interface CommandArgs {
    /** The `SourceControl` whose title bar was clicked, or any object with its `rootUri`. Default: the repository is asked for. */
    'geminiInteractions.commitMessage': [sourceControl?: unknown];
  }
}

/** Commit messages in the Source Control view. */
export function scmFeature(
  services: Services,
): Feature<'geminiInteractions.commitMessage' | 'geminiInteractions.stopCommitMessage'> {
  let made: CommitMessage | undefined;
  const message = lazy(async () => {
    const { CommitMessage } = await import('./commitMessage');
    made = new CommitMessage(services, (isBusy) => setContextKey(contextKeys.commitBusy, isBusy));
    return made;
  });
  return {
    commands: {
      'geminiInteractions.commitMessage': async (sourceControl) => (await message()).run(sourceControl),
      'geminiInteractions.stopCommitMessage': () => made?.stop(),
    },
    requests: {},
    dispose: () => made?.stop(),
  };
}
