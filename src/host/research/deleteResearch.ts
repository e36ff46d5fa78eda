import * as vscode from 'vscode';
import { deleteInteractions } from '../../core/chat/deleteInteractions';
import type { Interactions } from '../../core/interactions/port';
import { interactionIdsOf, isOpen, type ResearchJob } from '../../core/research/job/job';
import type { ResearchJobs } from '../../core/research/researchJobs';
import { failureSentence } from '../strings/failures';

/** "Delete Research…": here, at Google, or both. */
export async function deleteResearch(jobs: ResearchJobs, interactions: Interactions, job: ResearchJob): Promise<void> {
  if (isOpen(job)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This research is running. Cancel it first.'));
    return;
  }
  const ids = interactionIdsOf(job);
  const here = vscode.l10n.t('Delete Here');
  const google = vscode.l10n.t('Delete at Google');
  const both = vscode.l10n.t('Delete Both');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Delete this research?'),
    {
      modal: true,
      detail: vscode.l10n.t('“{0}”\n\nIts plan and report on this computer can’t be restored.', job.question),
    },
    ...(ids.length > 0 ? [here, google, both] : [here]),
  );
  if (choice === undefined) return;
  if (choice !== here && !(await deleteAtGoogle(jobs, interactions, job))) return;
  if (choice !== google) await jobs.remove(job.id);
}

/** True: nothing of it is at Google any more. */
async function deleteAtGoogle(jobs: ResearchJobs, interactions: Interactions, job: ResearchJob): Promise<boolean> {
  const ids = interactionIdsOf(job);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Deleting the research at Google'),
    cancellable: true,
  };
  const result = await vscode.window.withProgress(options, async (_, token) => {
    const stop = new AbortController();
    const listening = token.onCancellationRequested(() => stop.abort());
    try {
      return await deleteInteractions(interactions, ids, stop.signal);
    } finally {
      listening.dispose();
    }
  });
  if (result.gone.length === ids.length) {
    await jobs.forgetAtGoogle(job.id);
    return true;
  }
  const reasons = [...result.failed.keys()].map((reason) => failureSentence({ reason }));
  const again = vscode.l10n.t('Try Again');
  const words = [vscode.l10n.t('The research couldn’t be deleted at Google.'), ...reasons].join(' ');
  if ((await vscode.window.showWarningMessage(words, again)) !== again) return false;
  return deleteAtGoogle(jobs, interactions, job);
}
