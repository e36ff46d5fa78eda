import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import type { ChatSession } from '../../core/chat/chatSession';
import type { ReturnedFiles } from '../../core/editing/apply/returnedFiles';
import { type FileChange, previewChanges } from '../base/previewChanges';
import type { Services } from '../services';
import { leftOutList, leftOutNotice } from './leftOut';
import { sandboxChanges } from './sandboxChanges';

type Found = ReturnedFiles<vscode.Uri>;
type LeftOut = Pick<Found, 'refused' | 'hasMore'>;

/** How many merged files are named. */
const mostNamed = 5;

/** Shows what a sandbox has changed as changes of files here, each to be ticked before it is written. */
export class ReviewSandbox {
  constructor(private readonly services: Pick<Services, 'sandboxes' | 'notices' | 'onError'>) {}

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
    try {
      const found = await looking(async (signal) =>
        sandboxChanges(await this.services.sandboxes(), environmentId, turns, signal),
      );
      if (found) await this.show(found, () => this.run(session));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await this.services.notices.show(error, () => this.run(session));
    }
  }

  private async show({ changes, refused, hasMore }: Found, again: () => Promise<void>) {
    const edited = await documentsOf(changes);
    const left = { refused: [...refused, ...edited.refused], hasMore };
    const notice = leftOutNotice(left);
    const merged = mergedWords(edited.merged);
    // One notice for both: VS Code does not show all of many that come at once.
    const words = [notice, merged].filter((sentence) => sentence !== undefined).join(' ');
    if (notice !== undefined) void this.tellLeftOut(words, left, again).catch(this.services.onError);
    else if (merged !== undefined) tell(words);
    const created = changes.filter(({ now }) => now === undefined).map(({ place, text }) => ({ uri: place, text }));
    if (edited.proposals.length + created.length === 0) {
      if (notice === undefined) tell(vscode.l10n.t('The sandbox has no file that is different from yours.'));
      return;
    }
    await previewChanges(edited.proposals, created);
  }

  private async tellLeftOut(words: string, left: LeftOut, again: () => Promise<void>) {
    const [list, review] = [vscode.l10n.t('Show Reasons'), vscode.l10n.t('Review Again')];
    const chosen = await vscode.window.showWarningMessage(words, list, review);
    if (chosen === review) await again();
    else if (chosen === list) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: leftOutList(left) }));
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

/** The edited files as documents, and those that are not any more what they were when they were compared. */
async function documentsOf(changes: Found['changes']) {
  const edited = changes.filter(({ now }) => now !== undefined);
  const documents = await Promise.all(edited.map(({ place }) => documentAt(place)));
  const proposals: FileChange[] = [];
  const merged: string[] = [];
  const refused: LeftOut['refused'][number][] = [];
  for (const [at, { place, text, now, isMerged }] of edited.entries()) {
    const document = documents[at];
    const path = vscode.workspace.asRelativePath(place);
    if (!document || document.getText() !== now) {
      refused.push({ path, why: document ? 'edited' : 'unreadHere' });
      continue;
    }
    proposals.push({ document, proposal: text, by: 'model' });
    if (isMerged) merged.push(path);
  }
  return { proposals, refused, merged };
}

/** Undefined: it went, or can no longer be read, since a moment ago. */
async function documentAt(place: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(place);
  } catch {
    return undefined;
  }
}

function mergedWords(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const words = names.slice(0, mostNamed);
  if (names.length > mostNamed) words.push(vscode.l10n.t('and {0} more', names.length - mostNamed));
  return vscode.l10n.t(
    'Changed here since they were sent, and merged with what the agent changed: {0}.',
    words.join(', '),
  );
}

function tell(words: string): void {
  void vscode.window.showInformationMessage(words);
}
