import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { ResearchJob } from '../../core/research/job/job';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { CitationChecks } from './citationChecks';
import { deleteResearch } from './deleteResearch';
import { Reports } from './reports';
import { ResearchActions } from './researchActions';
import { ResearchCommands } from './researchCommands';
import { ResearchFollowUp } from './researchFollowUp';
import { tellResearch } from './researchNotices';
import { ResearchPages } from './researchPages';
import { type ResearchRow, ResearchTree } from './researchTree';
import { StartResearch } from './startResearch';

type ResearchCommand =
  | 'startResearch'
  | 'researchSelection'
  | 'showResearch'
  | 'startPlannedResearch'
  | 'changeResearchPlan'
  | 'cancelResearch'
  | 'useResearch'
  | 'lookAgainResearch'
  | 'startResearchAgain'
  | 'openReport'
  | 'saveReport'
  | 'copyReport'
  | 'exportReport'
  | 'researchFollowUp'
  | 'researchAgain'
  | 'checkCitations'
  | 'deleteResearch';

/** Deep Research, and the rows of its view. */
export interface ResearchFeature extends Feature<`geminiInteractions.${ResearchCommand}`> {
  readonly rows: vscode.TreeDataProvider<ResearchRow>;
}

export function researchFeature(services: Services, view: vscode.TreeView<ResearchRow>): ResearchFeature {
  const { context, jobs, researchFiles, apiKey, notices, interactions, now, onError } = services;
  const own = new DisposableStore();
  const rows = own.add(new ResearchTree(jobs, view, now));
  const pages = own.add(new ResearchPages(jobs, now));
  const reports = new Reports(context.globalStorageUri, researchFiles, jobs);
  const starting = new StartResearch(jobs, pages, apiKey, notices, services.gate);
  const commands = new ResearchCommands(jobs, pages, reports);
  own.add(new ResearchActions());
  const checks = own.add(new CitationChecks(services, reports));
  const followUp = new ResearchFollowUp(services, starting);

  const actions = {
    isSeen: (job: ResearchJob) => vscode.window.state.focused && pages.isVisible(job),
    open: async (job: ResearchJob) => {
      await reports.open(job);
      await pages.close(job);
    },
    show: (job: ResearchJob) => pages.open(job),
    lookAgain: ({ id }: ResearchJob) => jobs.lookAgain(id),
  };
  own.add(jobs.onShouldTell((job) => void tellResearch(job, actions).catch(onError)));
  own.add(
    jobs.onDidChange(() => {
      const canCancel = jobs.all.some(({ state }) => ['running', 'planned', 'lost'].includes(state));
      setContextKey(contextKeys.researchRunning, canCancel);
    }),
  );
  return {
    rows,
    commands: {
      'geminiInteractions.startResearch': (question) =>
        starting.run(typeof question === 'string' ? question : undefined),
      'geminiInteractions.researchSelection': (question) =>
        starting.runOnSelection(typeof question === 'string' ? question : ''),
      'geminiInteractions.showResearch': (target) => commands.show(target),
      'geminiInteractions.startPlannedResearch': (target) =>
        commands.onState(target, ['planned'], (job) => starting.startPlanned(job)),
      'geminiInteractions.changeResearchPlan': (target) =>
        commands.onState(target, ['planned'], (job) => starting.changePlan(job)),
      'geminiInteractions.cancelResearch': (target) => commands.cancel(target),
      'geminiInteractions.useResearch': (target) =>
        commands.onState(target, ['running'], (job) => followUp.useWhatThereIs(job)),
      'geminiInteractions.lookAgainResearch': (target) =>
        commands.onState(target, ['lost'], (job) => jobs.lookAgain(job.id)),
      'geminiInteractions.startResearchAgain': (target) =>
        commands.onState(target, ['uncertain', 'failed', 'cancelled'], (job) => starting.startAgain(job)),
      'geminiInteractions.openReport': (target) => commands.openReport(target),
      'geminiInteractions.saveReport': (target) => commands.onReport(target, (job) => reports.save(job)),
      'geminiInteractions.copyReport': (target) => commands.onReport(target, (job) => reports.copy(job)),
      'geminiInteractions.exportReport': (target) => commands.onReport(target, (job) => reports.export(job)),
      'geminiInteractions.researchFollowUp': (target) => commands.onReport(target, (job) => followUp.run(job)),
      'geminiInteractions.researchAgain': (target) => commands.onReport(target, (job) => followUp.again(job)),
      'geminiInteractions.checkCitations': (target) => commands.onReport(target, (job) => checks.run(job)),
      'geminiInteractions.deleteResearch': (target) =>
        commands.onState(target, ['planned', 'done', 'failed', 'cancelled', 'uncertain', 'lost'], (job) =>
          deleteResearch(jobs, interactions, job),
        ),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
