import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import { templateText } from '../../core/commit/projectRules';
import { settingsSection } from '../../manifest';
import type { Services } from '../services';
import { openSettings } from '../settings/openSettings';
import { readCommitModel } from '../settings/settings';
import { failureAction, failureSentence } from '../strings/failures';
import { askAboutText } from './askAboutText';
import { chooseRepository } from './chooseRepository';
import { type GitRepository, gitRepositories } from './gitApi';
import { readProjectRules } from './projectFiles';
import { tellNoGit, tellObstacle } from './tellCommit';
import { type CommitWish, writeCommit } from './writeCommit';

/** "Generate Commit Message": asks what there is to ask, and has a message written. One at a time. */
export class CommitMessage {
  private running: AbortController | undefined;
  /** What was last written, by repository: it may be replaced without a question. */
  private readonly last = new Map<string, string>();

  constructor(
    private readonly services: Pick<Services, 'interactions' | 'gate' | 'apiKey' | 'activity' | 'notices' | 'replaced'>,
    private readonly onBusy: (isBusy: boolean) => void,
  ) {}

  /** `sourceControl`: the one whose title bar was clicked, if it was. */
  async run(sourceControl?: unknown): Promise<void> {
    if (this.running) return;
    const stop = new AbortController();
    this.running = stop;
    let failed: { readonly failure: Failure; readonly repository: GitRepository } | undefined;
    try {
      const wish = await this.wish(sourceControl);
      if (wish) failed = await this.write(wish, stop);
    } finally {
      this.running = undefined;
    }
    if (failed) await this.tell(failed.failure, failed.repository);
  }

  stop(): void {
    this.running?.abort();
  }

  /** Undefined: there is nothing to write, or the user does not want it; that has been said. */
  private async wish(sourceControl: unknown): Promise<CommitWish | undefined> {
    const repositories = await gitRepositories();
    if (!repositories) return tellNoGit();
    const repository = await chooseRepository(repositories, sourceControl);
    if (!repository) return undefined;
    // Git's extension looks again only a moment after a change outside of VS Code.
    await repository.status();
    if (tellObstacle(repository) || !(await this.services.apiKey.ensure())) return undefined;
    const rules = await readProjectRules(repository);
    const text = repository.inputBox.value.trim();
    const ours = [templateText(rules.template?.text ?? ''), this.last.get(repository.rootUri.toString())?.trim()];
    const choice = text === '' || ours.includes(text) ? { hint: undefined } : await askAboutText(text);
    return choice && { repository, rules, model: this.services.replaced.toAsk(readCommitModel()), hint: choice.hint };
  }

  /** The result: why it failed, if it did. */
  private async write(
    wish: CommitWish,
    stop: AbortController,
  ): Promise<{ readonly failure: Failure; readonly repository: GitRepository } | undefined> {
    const { interactions, gate, activity } = this.services;
    const { repository } = wish;
    const work = activity.begin(vscode.l10n.t('Writing a commit message'), () => stop.abort());
    this.onBusy(true);
    try {
      const message = await writeCommit(interactions, gate, wish, stop);
      if (message !== undefined) this.last.set(repository.rootUri.toString(), message);
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return { failure: error, repository };
      throw error;
    } finally {
      work.dispose();
      this.onBusy(false);
    }
  }

  private async tell(failure: Failure, { rootUri }: GitRepository): Promise<void> {
    if (failureAction(failure.reason) !== 'switchModel') {
      return this.services.notices.show(failure, () => this.run({ rootUri }));
    }
    // The model of commit messages is another setting than that of the chat.
    const choose = vscode.l10n.t('Choose Model');
    const choice = await vscode.window.showErrorMessage(failureSentence(failure), choose);
    if (choice === choose) await openSettings(`${settingsSection}.commit.model`);
  }
}
