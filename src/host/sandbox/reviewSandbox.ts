import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import type { ChatSession } from '../../core/chat/chatSession';
import { type FileRefusal, mostFiles, type ReturnedFiles } from '../../core/editing/apply/returnedFiles';
import { previewChanges } from '../base/previewChanges';
import type { Services } from '../services';
import { sandboxChanges } from './sandboxChanges';

/** How many files that are left out are named. */
const mostNamed = 5;

/** Shows what a sandbox has changed as changes of files here, each to be ticked before it is written. */
export class ReviewSandbox {
  constructor(private readonly services: Pick<Services, 'sandboxes' | 'notices'>) {}

  async run(session: ChatSession): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      tell(vscode.l10n.t('Trust this folder first to bring files from a sandbox into it.'));
      return;
    }
    const turns = session.turns();
    const environmentId = turns.findLast((turn) => turn.environmentId)?.environmentId;
    if (environmentId === undefined) {
      tell(vscode.l10n.t('No agent has worked in a sandbox in this chat.'));
      return;
    }
    const sent = turns.flatMap(({ attachments }) => attachments);
    try {
      const found = await looking(async (signal) =>
        sandboxChanges(await this.services.sandboxes(), environmentId, sent, signal),
      );
      if (found) await show(found);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await this.services.notices.show(error, () => this.run(session));
    }
  }
}

/** Undefined: the user has had enough of it. */
async function looking<T>(look: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const stop = new AbortController();
  const title = vscode.l10n.t('Reading the files of the sandbox…');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_progress, cancelled) => {
    cancelled.onCancellationRequested(() => stop.abort());
    try {
      return await look(stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return undefined;
      throw error;
    }
  });
}

async function show({ changes, refused, hasMore }: ReturnedFiles<vscode.Uri>): Promise<void> {
  const left = leftOutWords(refused, hasMore);
  if (left !== undefined) void vscode.window.showWarningMessage(left);
  if (changes.length === 0) {
    if (left === undefined) tell(vscode.l10n.t('The sandbox has no file that is different from yours.'));
    return;
  }
  const edited = changes.filter(({ isNew }) => !isNew);
  const documents = await Promise.all(edited.map(({ place }) => vscode.workspace.openTextDocument(place)));
  const proposals = documents.map((document, at) => ({
    document,
    proposal: edited[at]?.text ?? document.getText(),
    by: 'model' as const,
  }));
  await previewChanges(
    proposals,
    changes.filter(({ isNew }) => isNew).map(({ place, text }) => ({ uri: place, text })),
  );
}

function leftOutWords(refused: ReturnedFiles<vscode.Uri>['refused'], hasMore: boolean): string | undefined {
  const words = refused.slice(0, mostNamed).map(({ path, why }) => `${visible(path)} (${whyWords(why)})`);
  if (refused.length > mostNamed) words.push(vscode.l10n.t('and {0} more', refused.length - mostNamed));
  if (hasMore) words.push(vscode.l10n.t('files beyond the first {0}', mostFiles));
  return words.length === 0 ? undefined : vscode.l10n.t('Left out of the sandbox’s files: {0}.', words.join(', '));
}

function whyWords(why: FileRefusal): string {
  switch (why) {
    case 'unsafe':
      return vscode.l10n.t('a path that could lead elsewhere');
    case 'protected':
      return vscode.l10n.t('not for an agent to change');
    case 'tooLarge':
      return vscode.l10n.t('more than 1 MB');
    case 'binary':
      return vscode.l10n.t('no text');
    case 'outside':
      return vscode.l10n.t('not in this workspace');
    case 'repository':
      return vscode.l10n.t('a Git repository, which stays in the sandbox');
    case 'edited':
      return vscode.l10n.t('changed here since it was sent');
  }
}

function visible(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}').slice(0, 100);
}

function tell(words: string): void {
  void vscode.window.showInformationMessage(words);
}
