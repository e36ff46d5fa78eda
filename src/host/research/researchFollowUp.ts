import * as vscode from 'vscode';
import { isJsonObject } from '../../core/base/json';
import { recoveredLog } from '../../core/chat/recoverChat';
import { againQuestion, notesOf, turnOfResearch, unfinishedPrompt } from '../../core/research/followUp';
import { agentNow } from '../../core/research/job/agents';
import type { ResearchJob } from '../../core/research/job/job';
import { liveFacts } from '../../core/research/live/liveFacts';
import type { Services } from '../services';
import { noContext } from './researchContext';
import { askQuestion, askWay, confirmResearch } from './researchQuestion';
import { tellReplaced } from './researchWords';
import type { StartResearch } from './startResearch';

type Parts = Pick<
  Services,
  'jobs' | 'researchFiles' | 'chats' | 'library' | 'view' | 'newId' | 'apiKey' | 'gate' | 'drafts'
>;

/** What comes after a research: questions about it, or the same once more. */
export class ResearchFollowUp {
  constructor(
    private readonly parts: Parts,
    private readonly starting: StartResearch,
  ) {}

  /** "Ask a Follow-up…": in the chat, which goes on from the research, or as a research of its own. */
  async run(job: ResearchJob): Promise<void> {
    const chat = {
      label: `$(comment-discussion) ${vscode.l10n.t('Ask in the chat')}`,
      detail: vscode.l10n.t('The chat’s model answers right away, from the report and its sources.'),
    };
    const research = {
      label: `$(telescope) ${vscode.l10n.t('Research further')}`,
      detail: vscode.l10n.t('Starts a new research that builds on this one.'),
    };
    const choice = await vscode.window.showQuickPick([chat, research], { title: vscode.l10n.t('Ask a Follow-up') });
    if (choice === chat) await this.inChat(job);
    else if (choice === research) await this.asResearch(job);
  }

  /** "Run Again and Compare": the same question by the same plan. */
  async again(job: ResearchJob): Promise<void> {
    if (!(await this.parts.apiKey.ensure())) return;
    const { agent } = agentNow(job.agent);
    const context = { names: job.context, input: await this.parts.researchFiles.loadInput(job.id) };
    const asked = { question: job.question, agent, planFirst: false, context };
    if (!(await confirmResearch(asked))) return;
    tellReplaced(job);
    await this.starting.start(asked, { againOf: job.id, said: againQuestion(job) });
  }

  /** "Stop and Use What There Is": the research is cancelled, and the chat goes on from what it has found. */
  async useWhatThereIs(job: ResearchJob): Promise<void> {
    const { jobs, chats, view, newId } = this.parts;
    const notesNow = () => notesOf(job, liveFacts(jobs.live(job.id)?.parts ?? []));
    if (notesNow() === '') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The research hasn’t found anything yet, so it continues. To stop it, cancel it.'),
      );
      return;
    }
    if (!(await confirmUse(job))) return;
    // It has gone on meanwhile.
    const notes = notesNow();
    await jobs.cancel(job.id);
    chats.newChat();
    await view.reveal();
    const file = {
      kind: 'file',
      id: newId(),
      uri: '',
      path: 'research-notes.md',
      languageId: 'markdown',
      text: notes,
    } as const;
    await chats.current.send(unfinishedPrompt(job.question), [file]);
  }

  private async inChat(job: ResearchJob): Promise<void> {
    const { researchFiles, library, chats, view, newId } = this.parts;
    const interaction = await researchFiles.loadInteraction(job.id);
    const steps = Array.isArray(interaction?.steps) ? interaction.steps.filter(isJsonObject) : [];
    const turn = turnOfResearch(job, steps, newId());
    const made = await library.importLog(recoveredLog({ turns: [turn], isWhole: true }, '', newId()));
    if (typeof made === 'object' && (await chats.open(made.chatId))) await view.focus();
  }

  private async asResearch(job: ResearchJob): Promise<void> {
    if (!(await this.parts.apiKey.ensure())) return;
    const continues = job.isAtGoogle && job.state === 'done' ? job.interactionId : undefined;
    await askQuestion(this.parts, '', async (question) => {
      const way = await askWay(question, noContext, this.parts.gate);
      if (!way || !(await confirmResearch(way))) return;
      await this.starting.start(way, continues === undefined ? {} : { continues });
    });
  }
}

/** What was paid for is not stopped by accident. */
async function confirmUse({ question }: ResearchJob): Promise<boolean> {
  const use = vscode.l10n.t('Stop and Use What There Is');
  const choice = await vscode.window.showWarningMessage<vscode.MessageItem>(
    vscode.l10n.t('Stop this research?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        '“{0}”\n\nNo report is written. The chat’s model answers from what was found so far. Work done so far is billed.',
        question,
      ),
    },
    // The first button is the one that Enter presses.
    { title: vscode.l10n.t('Let It Run') },
    { title: use },
    { title: vscode.l10n.t('Close'), isCloseAffordance: true },
  );
  return choice?.title === use;
}
