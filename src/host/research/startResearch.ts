import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import { cleanPrompt } from '../../core/chat/cleanPrompt';
import { agentNow } from '../../core/research/job/agents';
import type { ResearchJob, ResearchQuestion } from '../../core/research/job/job';
import type { ResearchContext, ResearchJobs } from '../../core/research/researchJobs';
import type { FailureNotices } from '../base/failureNotices';
import { allowedPrompt } from '../privacy/allowedPrompt';
import type { Services } from '../services';
import { attachedContext, noContext, selectedContext } from './researchContext';
import type { ResearchPages } from './researchPages';
import { type AskedResearch, askQuestion, askWay, confirmResearch } from './researchQuestion';
import { reasonWords, tellReplaced } from './researchWords';

/** From a question to a research that runs, or to a plan. */
export class StartResearch {
  constructor(
    private readonly jobs: ResearchJobs,
    private readonly pages: ResearchPages,
    private readonly apiKey: Services['apiKey'],
    private readonly notices: FailureNotices,
    private readonly asking: Pick<Services, 'gate' | 'drafts'>,
    private readonly pending: Services['pending'],
  ) {}

  /** `question`: as a caller has it. Without one, the user is asked. False: the user has thought better of it. */
  async run(question?: string, context: ResearchContext = noContext): Promise<boolean> {
    if (!(await this.apiKey.ensure())) return false;
    const given = question?.trim();
    if (given) return this.ask(given, context);
    return (await askQuestion(this.asking, '', (asked) => this.ask(asked, context))) === true;
  }

  /** The same with what is attached in a chat, which is gone from there once it is on its way. */
  async runFromChat(question: string | undefined, chatId: string | undefined): Promise<boolean> {
    const attached = chatId === undefined ? [] : this.pending.of(chatId);
    const isStarted = await this.run(question, attachedContext(attached));
    if (isStarted && chatId !== undefined) {
      this.pending.remove(
        chatId,
        attached.map(({ id }) => id),
      );
    }
    return isStarted;
  }

  /** "Research This…": the selected code goes along. `question`: as a light bulb proposes it, to be changed. */
  async runOnSelection(proposed = ''): Promise<void> {
    const selected = await selectedContext(this.asking.gate);
    if (!selected) return;
    if (selected === 'nothing' && proposed === '') {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select what the research is about first.'));
      return;
    }
    if (!(await this.apiKey.ensure())) return;
    const context = selected === 'nothing' ? noContext : selected;
    await askQuestion(this.asking, proposed, (question) => this.ask(question, context));
  }

  /** Sends what was confirmed, and shows its page. */
  async start(
    asked: AskedResearch,
    more: Pick<ResearchQuestion, 'said' | 'againOf' | 'continues'> = {},
  ): Promise<void> {
    const { agent, planFirst, context } = asked;
    // Pasted text may contain hidden instructions.
    const question = cleanPrompt(asked.question).text;
    await this.tried(
      async () => this.pages.open(await this.jobs.start({ question, agent: agent.id, planFirst, ...more }, context)),
      () => this.start(asked, more),
    );
  }

  private async ask(question: string, context: ResearchContext): Promise<boolean> {
    const way = await askWay(question, context, this.asking.gate);
    if (!way || !(await confirmResearch(way))) return false;
    await this.start(way);
    return true;
  }

  /** Has the plan changed in words. */
  async changePlan(job: ResearchJob): Promise<void> {
    const wish = await vscode.window.showInputBox({
      title: vscode.l10n.t('Change the Plan'),
      prompt: vscode.l10n.t('What should change? The agent rewrites the plan.'),
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Describe what should change.') : undefined),
    });
    const allowed = wish === undefined ? undefined : await allowedPrompt(this.asking.gate, wish.trim());
    if (allowed === undefined) return;
    const change = () => this.jobs.changePlan(job.id, cleanPrompt(allowed).text);
    await this.tried(change, () => this.tried(change, async () => {}));
    await this.pages.open(job);
  }

  /** Has the planned research made. */
  async startPlanned(job: ResearchJob): Promise<void> {
    await this.pages.open(job);
    await this.tried(
      () => this.jobs.startPlanned(job.id),
      () => this.startPlanned(job),
    );
  }

  /** Sends again what may have been sent, or has failed: only the user can decide to pay for it. */
  async startAgain(job: ResearchJob): Promise<void> {
    const { question, context: names, task } = job;
    const asked = {
      question,
      agent: agentNow(job.agent).agent,
      planFirst: task === 'plan',
      context: { names, input: [] },
    };
    const isWanted = job.state === 'uncertain' ? confirmTwice : () => confirmResearch(asked);
    if (!(await isWanted())) return;
    tellReplaced(job);
    await this.sendAgain(job);
  }

  private sendAgain(job: ResearchJob): Promise<void> {
    return this.tried(
      () => this.jobs.startAgain(job.id),
      () => this.sendAgain(job),
    );
  }

  private async tried(run: () => Promise<void>, retry: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const uncertain = this.jobs.all.find(({ state, failure }) => state === 'uncertain' && failure === error.reason);
      if (uncertain) await this.tellUncertain(uncertain);
      else await this.notices.show(error, retry);
    }
  }

  /** The start was cut off, and the service has no list to look it up in. */
  private async tellUncertain(job: ResearchJob): Promise<void> {
    const again = vscode.l10n.t('Start Again…');
    const choice = await vscode.window.showWarningMessage(reasonWords(job), again);
    if (choice === again) await this.startAgain(job);
  }
}

async function confirmTwice(): Promise<boolean> {
  // The first button is the one that Enter presses.
  const leave = vscode.l10n.t('Don’t Start');
  const again = vscode.l10n.t('Start Again');
  const detail = vscode.l10n.t('If the first request reached Google, both are billed.');
  const words = vscode.l10n.t('Start this research again?');
  return (await vscode.window.showWarningMessage(words, { modal: true, detail }, leave, again)) === again;
}
