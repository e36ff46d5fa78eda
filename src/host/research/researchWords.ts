import * as vscode from 'vscode';
import { agentNow, type ResearchAgent } from '../../core/research/job/agents';
import type { ResearchJob } from '../../core/research/job/job';
import type { ResearchWords } from '../../core/research/words';
import { failureSentence } from '../strings/failures';

/** What jobs and reports say, in the user's language. */
export function researchWords(): ResearchWords {
  return {
    // English as the rest of what is sent: the question tells the language of the report.
    goAhead: 'The plan is good. Start the research now, and write the report in the language of my first message.',
    sources: vscode.l10n.t('Sources'),
    figure: (number) => vscode.l10n.t('Figure {0}', number),
    noPicture: vscode.l10n.t('A picture in the report can’t be shown.'),
    cost: (agent) => costWords(agentNow(agent).agent),
    partial: (status) => {
      switch (status) {
        case 'completed':
          return undefined;
        case 'budget_exceeded':
          return vscode.l10n.t('This report is incomplete: the research reached its limit at Google.');
        case 'cancelled':
          return vscode.l10n.t('This report is incomplete: the research was cancelled.');
        default:
          return vscode.l10n.t('This report is incomplete: Google ended the research early ({0}).', status);
      }
    },
  };
}

export function agentName({ kind }: ResearchAgent): string {
  return kind === 'max' ? vscode.l10n.t('Deep Research Max') : vscode.l10n.t('Deep Research');
}

export function costWords({ usually: { least, most } }: ResearchAgent): string {
  return vscode.l10n.t('usually {0} to {1}, by Google’s estimate of July 2026', dollars(least), dollars(most));
}

/** An amount of US dollars. */
export function dollars(amount: number): string {
  return `$${amount}`;
}

/** What a job does or waits for, in a few words. */
export function stateWords(job: ResearchJob): string {
  switch (job.state) {
    case 'starting':
      return vscode.l10n.t('Starting');
    case 'running':
      if (job.isCancelWanted) return vscode.l10n.t('Cancelling');
      if (job.progress !== '') return job.progress;
      return job.task === 'plan' ? vscode.l10n.t('Planning') : vscode.l10n.t('Researching');
    case 'planned':
      return vscode.l10n.t('Waiting for your approval');
    case 'done':
      return job.ending === 'completed' ? vscode.l10n.t('Done') : vscode.l10n.t('Done in part');
    case 'failed':
      return vscode.l10n.t('Failed');
    case 'cancelled':
      return vscode.l10n.t('Cancelled');
    case 'uncertain':
      return vscode.l10n.t('May be running');
    case 'lost':
      return vscode.l10n.t('Look again');
  }
}

/** Why a job stands where it does, and what to do. Empty: there is nothing to say. */
export function reasonWords({ state, failure }: ResearchJob): string {
  switch (state) {
    case 'uncertain':
      return vscode.l10n.t(
        'The connection was lost while the research was starting. It may be running and billed without a report here.',
      );
    case 'lost':
      if (failure === 'notFound') {
        return vscode.l10n.t(
          'Google can’t find this research. It may have been deleted or expired, or the key belongs to another project.',
        );
      }
      if (failure === 'timedOut') {
        return vscode.l10n.t(
          'Google has reported this research as unfinished for hours. It may still be running and billed.',
        );
      }
      return vscode.l10n.t('The state of this research is unknown. It may still be running and billed at Google.');
    case 'failed':
    case 'planned':
      return failure === undefined ? '' : failureSentence({ reason: failure });
    case 'starting':
    case 'running':
    case 'done':
    case 'cancelled':
      return '';
  }
}

/** How long a job has run, and what it has done so far. */
export function progressWords(job: ResearchJob, now: number): string {
  const minutes = Math.max(0, Math.floor(((job.endedAt ?? now) - job.attemptedAt) / 60_000));
  const pieces = [
    ...(job.state === 'planned'
      ? []
      : [minutes === 0 ? vscode.l10n.t('less than a minute') : vscode.l10n.t('{0} min', minutes)]),
    ...(job.searches === 1 ? [vscode.l10n.t('1 search')] : []),
    ...(job.searches > 1 ? [vscode.l10n.t('{0} searches', job.searches)] : []),
    ...(job.tokens > 0 ? [vscode.l10n.t('{0} tokens', job.tokens.toLocaleString(vscode.env.language))] : []),
  ];
  return pieces.join(' · ');
}

/** Says that another agent takes the place of the one that made a research, if Google has retired that. */
export function tellReplaced(job: ResearchJob): void {
  const { agent, isReplaced } = agentNow(job.agent);
  if (!isReplaced) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Google has retired the agent “{0}”. Using “{1}” instead.', job.agent, agent.id),
  );
}
