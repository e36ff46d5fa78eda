import * as vscode from 'vscode';
import type { ResearchJob } from '../../core/research/job/job';
import { failureSentence } from '../strings/failures';
import { reasonWords } from './researchWords';

export interface ResearchNoticeActions {
  /** Whether the page of the job is seen, so that nothing need be told. */
  readonly isSeen: (job: ResearchJob) => boolean;
  readonly open: (job: ResearchJob) => Promise<void>;
  /** Puts the report in the place of the page, and leaves the keyboard where it is. */
  readonly replacePage: (job: ResearchJob) => Promise<void>;
  readonly show: (job: ResearchJob) => Promise<void>;
  /** Sends its request once more, after a yes. */
  readonly startAgain: (job: ResearchJob) => Promise<void>;
  readonly lookAgain: (job: ResearchJob) => Promise<void>;
}

/** Tells that a job stands still: once, in one window, and not to a person who sees it. */
export async function tellResearch(job: ResearchJob, actions: ResearchNoticeActions): Promise<void> {
  const name = job.question.replace(/\s+/g, ' ').slice(0, 120);
  switch (job.state) {
    case 'planned': {
      if (actions.isSeen(job)) return;
      const show = vscode.l10n.t('Show Plan');
      const words = vscode.l10n.t('The research plan is ready: {0}', name);
      if ((await vscode.window.showInformationMessage(words, show)) === show) await actions.show(job);
      return;
    }
    case 'done': {
      if (actions.isSeen(job)) return actions.replacePage(job);
      const open = vscode.l10n.t('Open Report');
      const words = vscode.l10n.t('Research finished: {0}', name);
      if ((await vscode.window.showInformationMessage(words, open)) === open) await actions.open(job);
      return;
    }
    case 'failed': {
      const sentence = failureSentence({ reason: job.failure ?? 'generationFailed' });
      const open = job.report === undefined ? [] : [vscode.l10n.t('Open What There Is')];
      const again = vscode.l10n.t('Start Again…');
      const words = vscode.l10n.t('The research “{0}” failed. {1}', name, sentence);
      const choice = await vscode.window.showErrorMessage(words, ...open, again);
      if (choice === again) await actions.startAgain(job);
      else if (choice !== undefined) await actions.open(job);
      return;
    }
    case 'cancelled': {
      const open = job.report === undefined ? [] : [vscode.l10n.t('Open What There Is')];
      const words = vscode.l10n.t('Research cancelled: {0}', name);
      const choice = await vscode.window.showInformationMessage(words, ...open);
      if (choice !== undefined) await actions.open(job);
      return;
    }
    case 'uncertain': {
      const show = vscode.l10n.t('Show Research');
      if ((await vscode.window.showWarningMessage(reasonWords(job), show)) === show) await actions.show(job);
      return;
    }
    case 'lost': {
      const again = vscode.l10n.t('Look Again');
      const lost = vscode.l10n.t('Lost track of the research “{0}”. {1}', name, reasonWords(job));
      if ((await vscode.window.showWarningMessage(lost, again)) === again) await actions.lookAgain(job);
      return;
    }
    case 'starting':
    case 'running':
      return;
  }
}
