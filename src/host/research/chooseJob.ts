import * as vscode from 'vscode';
import type { ResearchJob } from '../../core/research/job/job';
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
  const given = jobOf(jobs, target) ?? (target === undefined ? jobOf(jobs, documentInFront()) : undefined);
  if (given && isMeant(given)) return given;
  const meant = jobs.all.filter(isMeant);
  if (meant.length === 0) {
    void vscode.window.showInformationMessage(words.none);
    return undefined;
  }
  if (meant.length === 1) return meant[0];
  const items = meant.map((job) => ({
    label: job.question.replace(/\s+/g, ' '),
    description: `${stateWords(job)} · ${new Date(job.createdAt).toLocaleString(vscode.env.language)}`,
    job,
  }));
  return (await vscode.window.showQuickPick(items, { title: words.title }))?.job;
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
