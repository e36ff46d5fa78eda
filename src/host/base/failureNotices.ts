import * as vscode from 'vscode';
import type { Failure } from '../../core/base/failure';
import type { FailureAction } from '../../protocol/failures';
import type { Log } from '../log/log';
import { actionLabel, failureAction, failureSentence } from '../strings/failures';

/** The buttons that ask again, in one way or another, or help to do so. */
type RepeatingAction = 'retry' | 'resend' | 'continue' | 'wait' | 'withoutTools' | 'takeBack' | 'newEnvironment';

/** Does what a failure's button says. `retry` repeats what failed. */
export type FailureActions = Readonly<Record<Exclude<FailureAction, RepeatingAction>, () => Promise<void>>>;

/** Shows a failure that has no place of its own in the chat: a sentence and the one button that helps. */
export class FailureNotices {
  constructor(
    private readonly actions: FailureActions,
    private readonly log: Log,
  ) {}

  /** `sentence` and `action` take the place of the usual ones where more is known. */
  async show(
    failure: Failure,
    retry: () => Promise<void>,
    sentence = failureSentence(failure),
    action = failureAction(failure.reason),
  ): Promise<void> {
    this.log.failure('notice.shown', failure);
    if (!action) {
      void vscode.window.showErrorMessage(sentence);
      return;
    }
    const label = actionLabel(action);
    const choice = await vscode.window.showErrorMessage(sentence, label);
    if (choice === label) await this.act(action, retry);
  }

  async act(action: FailureAction, retry: () => Promise<void>): Promise<void> {
    switch (action) {
      case 'retry':
      case 'resend':
      case 'continue':
      case 'wait':
      case 'withoutTools':
      case 'takeBack':
      case 'newEnvironment':
        return retry();
      case 'goOnToday':
        await this.actions.goOnToday();
        return retry();
      default:
        return this.actions[action]();
    }
  }

  /** A bug rather than a failure: the stack goes to the log, and one plain line to the user. */
  readonly report = (error: unknown): void => {
    this.log.bug(error);
    const showLog = vscode.l10n.t('Show Log');
    const message = vscode.l10n.t('Something went wrong. See the log for details.');
    void vscode.window.showErrorMessage(message, showLog).then((choice) => choice === showLog && this.log.show());
  };
}
