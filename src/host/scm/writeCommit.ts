import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { type DraftNames, draftOf } from '../../core/commit/draft';
import type { ProjectRules } from '../../core/commit/projectRules';
import { withSignOff } from '../../core/commit/signOff';
import { limitOf } from '../../core/commit/styleLines';
import { writeMessage } from '../../core/commit/writeMessage';
import type { Interactions } from '../../core/interactions/port';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import { gatherChanges, sourceOf } from './gatherChanges';
import { authorOf, gatherSituation, gatherStyle } from './gatherHistory';
import { type GitRepository, gitConfig } from './gitApi';
import { MessageBox } from './messageBox';
import { tellTyping, tellWritten } from './tellCommit';

/** What was decided before a message is written. */
export interface CommitWish {
  readonly repository: GitRepository;
  readonly rules: ProjectRules;
  readonly model: string;
  /** What the user has to say about the commit. */
  readonly hint: string | undefined;
}

/**
 * Gathers the changes, asks for a message and streams it into the message box. Resolves with the message; undefined where
 * the user stopped it, wanted nothing sent, or typed in the box. Rejects with a Failure. Whatever ends it early, the box
 * holds again what it held before.
 */
export async function writeCommit(
  interactions: Interactions,
  gate: Pick<OutgoingGate, 'review'>,
  { repository, rules, model, hint }: CommitWish,
  stop: AbortController,
): Promise<string | undefined> {
  const { signal } = stop;
  const box = new MessageBox(repository);
  try {
    const author = await authorOf(repository);
    const source = sourceOf(repository);
    const [changes, style, situation] = await Promise.all([
      gatherChanges(repository, source, signal),
      gatherStyle(repository, author),
      gatherSituation(repository, source),
    ]);
    const draft = await draftOf(
      { root: repository.rootUri.toString().replace(/\/$/, ''), changes, rules, style, situation },
      { model, hint },
      gate,
      names(),
    );
    if (!draft || signal.aborted) return undefined;
    const cleaning = {
      subjectLimit: limitOf(style, rules),
      commentMark: await commentMarkOf(repository),
      isSubjectOnly: style?.body === 'never' && !rules.template,
    };
    let isTheirs = false;
    const message = await writeMessage(
      { interactions, clock: systemClock },
      draft.request,
      cleaning,
      signal,
      (text) => {
        if (isTheirs || box.write(text)) return;
        isTheirs = true;
        tellTyping();
        stop.abort();
      },
    );
    const whole = withSignOff(message, style, author);
    if (!box.write(whole)) return tellTyping();
    tellWritten(draft.sent, situation);
    return whole;
  } catch (error) {
    box.restore();
    if (signal.aborted) return undefined;
    throw error;
  }
}

function names(): DraftNames {
  return { history: vscode.l10n.t('Earlier commit messages'), hint: vscode.l10n.t('The message box') };
}

/** `auto` lets git choose one that no line begins with. */
async function commentMarkOf(repository: GitRepository): Promise<string> {
  const mark = await gitConfig(repository, 'core.commentChar');
  return mark === undefined || mark === 'auto' ? '#' : mark;
}
