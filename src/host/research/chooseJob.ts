import * as vscode from 'vscode';
import type { ResearchJob } from '../../core/research/job/job';
import { meantJob } from '../../core/research/job/meantJob';
import type { ResearchJobs } from '../../core/research/researchJobs';
import { researchScheme } from '../../names';
import { documentInFront } from './markdownPreview';
import { stateWords } from './researchWords';

/**
 * The job that a command means: the one it is given (by its id, a row of the view or a document), the one in front, the
 * only one, or the one that the user picks. Undefined: there is none.
 */
export async function chooseJob(
  jobs: ResearchJobs,
  target: unknown,
  isMeant: (job: ResearchJob) => boolean,
  words: { readonly title: string; readonly none: string },
): Promise<ResearchJob | undefined> {
  await jobs.resume();
  const clicked = jobOf(jobs, target);
  const inFront = target === undefined ? jobOf(jobs, documentInFront()) : undefined;
  // A research that is known no more is no other one.
  const all = target === undefined || clicked ? jobs.all : [];
  const meant = meantJob(all, { clicked, inFront }, isMeant);
  switch (meant.kind) {
    case 'one':
      return meant.job;
    case 'none':
      void vscode.window.showInformationMessage(words.none);
      return undefined;
    case 'notNow':
      void vscode.window.showInformationMessage(
        vscode.l10n.t('That can’t be done with this research now. Its state: {0}.', stateWords(meant.job)),
      );
      return undefined;
    case 'choose':
      return pick(meant.jobs, words.title);
  }
}

async function pick(jobs: readonly ResearchJob[], title: string): Promise<ResearchJob | undefined> {
  const items = jobs.map((job) => ({
    label: job.question.replace(/\s+/g, ' '),
    description: `${stateWords(job)} · ${new Date(job.createdAt).toLocaleString(vscode.env.language)}`,
    job,
  }));
  return (await vscode.window.showQuickPick(items, { title }))?.job;
}

function jobOf(jobs: ResearchJobs, target: unknown): ResearchJob | undefined {
  const id = idOf(target);
  return id === undefined ? undefined : jobs.get(id);
}

function idOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (target instanceof vscode.Uri) {
    if (target.scheme === researchScheme) return target.query;
    return /\/research\/([^/]+)\/report\/[^/]+$/.exec(target.path)?.[1];
  }
  if (typeof target !== 'object' || target === null || !('jobId' in target)) return undefined;
  return typeof target.jobId === 'string' ? target.jobId : undefined;
}
