import type * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { ResearchJob } from '../../core/research/job/job';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import type { Services } from '../services';
import type { ResearchRow } from './researchTree';

declare module '../feature' {
  interface CommandArgs {
    /** The question; default: the user is asked. The chat whose attachments go along; default: none do. */
    'geminiInteractions.startResearch': [question?: unknown, chatId?: unknown];
    /** The question that is proposed. Default: none. */
    'geminiInteractions.researchSelection': [question?: unknown];
    /** The research that is meant, as a row of its view, a document or an id. Default: the one in front, or one is chosen. */
    'geminiInteractions.showResearch': [target?: unknown];
    'geminiInteractions.startPlannedResearch': [target?: unknown];
    'geminiInteractions.changeResearchPlan': [target?: unknown];
    'geminiInteractions.cancelResearch': [target?: unknown];
    'geminiInteractions.useResearch': [target?: unknown];
    'geminiInteractions.lookAgainResearch': [target?: unknown];
    'geminiInteractions.startResearchAgain': [target?: unknown];
    'geminiInteractions.openReport': [target?: unknown];
    'geminiInteractions.saveReport': [target?: unknown];
    'geminiInteractions.copyReport': [target?: unknown];
    'geminiInteractions.exportReport': [target?: unknown];
    'geminiInteractions.addAppendix': [target?: unknown];
    'geminiInteractions.showSourceAddresses': [target?: unknown];
    'geminiInteractions.researchFollowUp': [target?: unknown];
    'geminiInteractions.researchAgain': [target?: unknown];
    'geminiInteractions.checkCitations': [target?: unknown];
    'geminiInteractions.deleteResearch': [target?: unknown];
  }
}

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
  | 'addAppendix'
  | 'showSourceAddresses'
  | 'researchFollowUp'
  | 'researchAgain'
  | 'checkCitations'
  | 'deleteResearch';

/** Deep Research, and the rows of its view. */
export interface ResearchFeature extends Feature<`geminiInteractions.${ResearchCommand}`> {
  readonly rows: () => Promise<vscode.TreeDataProvider<ResearchRow>>;
}

export function researchFeature(services: Services, view: vscode.TreeView<ResearchRow>): ResearchFeature {
  const { jobs, now, onError } = services;
  const own = new DisposableStore();
  const rows = lazy(async () => {
    const { ResearchTree } = await import('./researchTree');
    return own.add(new ResearchTree(jobs, view, now));
  });
  const parts = lazy(async () => {
    const { ResearchParts } = await import('./researchParts');
    return own.add(new ResearchParts(services));
  });
  const tell = async (job: ResearchJob) => (await parts()).tell(job);
  const words = (question: unknown) => (typeof question === 'string' ? question : undefined);

  own.add(jobs.onShouldTell((job) => void tell(job).catch(onError)));
  own.add(
    jobs.onDidChange(() => {
      const canCancel = jobs.all.some(({ state }) => ['running', 'planned', 'lost'].includes(state));
      setContextKey(contextKeys.researchRunning, canCancel);
    }),
  );
  return {
    rows,
    commands: {
      'geminiInteractions.startResearch': async (question, chatId) =>
        (await parts()).starting.runFromChat(words(question), words(chatId)),
      'geminiInteractions.researchSelection': async (question) =>
        (await parts()).starting.runOnSelection(words(question)),
      'geminiInteractions.showResearch': async (target) => (await parts()).on.show(target),
      'geminiInteractions.startPlannedResearch': async (target) => {
        const { on, starting } = await parts();
        await on.onState(target, ['planned'], (job) => starting.startPlanned(job));
      },
      'geminiInteractions.changeResearchPlan': async (target) => {
        const { on, starting } = await parts();
        await on.onState(target, ['planned'], (job) => starting.changePlan(job));
      },
      'geminiInteractions.cancelResearch': async (target) => (await parts()).on.cancel(target),
      'geminiInteractions.useResearch': async (target) => {
        const { on, followUp } = await parts();
        await on.onState(target, ['running'], (job) => followUp.useWhatThereIs(job));
      },
      'geminiInteractions.lookAgainResearch': async (target) => {
        const { on } = await parts();
        await on.onState(target, ['lost'], (job) => jobs.lookAgain(job.id));
      },
      'geminiInteractions.startResearchAgain': async (target) => {
        const { on, starting } = await parts();
        await on.onState(target, ['uncertain', 'failed', 'cancelled'], (job) => starting.startAgain(job));
      },
      'geminiInteractions.openReport': async (target) => (await parts()).on.openReport(target),
      'geminiInteractions.saveReport': async (target) => {
        const { on, reports } = await parts();
        await on.onReport(target, (job) => reports.save(job));
      },
      'geminiInteractions.copyReport': async (target) => {
        const { on, reports } = await parts();
        await on.onReport(target, (job) => reports.copy(job));
      },
      'geminiInteractions.exportReport': async (target) => {
        const { on, reports } = await parts();
        await on.onReport(target, (job) => reports.export(job));
      },
      'geminiInteractions.addAppendix': async (target) => {
        const { on, reports } = await parts();
        await on.onReport(target, (job) => reports.addAppendix(job));
      },
      'geminiInteractions.showSourceAddresses': async (target) => {
        const { on, reports } = await parts();
        await on.onReport(target, (job) => reports.showAddresses(job));
      },
      'geminiInteractions.researchFollowUp': async (target) => {
        const { on, followUp } = await parts();
        await on.onReport(target, (job) => followUp.run(job));
      },
      'geminiInteractions.researchAgain': async (target) => {
        const { on, followUp } = await parts();
        await on.onReport(target, (job) => followUp.again(job));
      },
      'geminiInteractions.checkCitations': async (target) => {
        const { on, checks } = await parts();
        await on.onReport(target, (job) => checks.run(job));
      },
      'geminiInteractions.deleteResearch': async (target) => {
        const research = await parts();
        await research.on.onState(target, ['planned', 'done', 'failed', 'cancelled', 'uncertain', 'lost'], (job) =>
          research.delete(job),
        );
      },
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
