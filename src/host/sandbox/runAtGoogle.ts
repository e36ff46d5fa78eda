import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import { repositoryFolder } from '../../core/chat/sandboxRepository';
import { sandboxPaths } from '../../core/chat/sandboxSources';
import type { Attachment } from '../../core/conversation/turn';
import { antigravity, usualCostOfTask } from '../../core/interactions/agents';
import { amountText } from '../../parts/amount';
import { sizeWords } from '../base/sizeWords';
import { allowedPrompt } from '../privacy/allowedPrompt';
import { passAttachments } from '../privacy/passAttachments';
import type { Services } from '../services';
import { readAgentLimits } from '../settings/requestSettings';
import { storesAtGoogle } from '../settings/settings';
import { askTask } from './askTask';
import { bytesOf, type SandboxFile, sandboxTask } from './sandboxFiles';

/** How many files the question lists. */
const mostListed = 20;

/** "Run It at Google…": an agent tries files in a sandbox there. Nothing of them runs here. */
export class RunAtGoogle {
  constructor(
    private readonly services: Pick<
      Services,
      'chats' | 'view' | 'apiKey' | 'gate' | 'newId' | 'sandboxes' | 'notices' | 'onError'
    >,
  ) {}

  async run(args: readonly unknown[]): Promise<void> {
    const refused = whyNot();
    if (refused !== undefined) {
      void vscode.window.showInformationMessage(refused);
      return;
    }
    const task = await sandboxTask(args);
    const asked = task && (await askTask(task.proposal));
    if (!asked || !(await this.services.apiKey.ensure())) return;
    const { gate } = this.services;
    const prompt = await allowedPrompt(gate, asked.prompt);
    const files =
      prompt === undefined ? undefined : await passAttachments(gate, this.attachments(task.files, asked.repository));
    if (prompt === undefined || !files || !(await confirm(prompt, files))) return;
    await this.start(prompt, files);
  }

  private async start(prompt: string, files: readonly Attachment[]): Promise<void> {
    const { chats, view } = this.services;
    await chats.restore();
    chats.newChat();
    const session = chats.current;
    session.setModel(antigravity);
    await view.reveal();
    if (await session.send(prompt, files)) await this.offerReview(session);
  }

  /** The answer may say what was changed; what counts is what the sandbox has. */
  private async offerReview(session: ChatSession): Promise<void> {
    const turn = session.turns().at(-1);
    if (turn?.status !== 'done' || turn.environmentId === undefined) return;
    const review = vscode.l10n.t('Review Changes…');
    const words = vscode.l10n.t('The agent is done in its sandbox. Nothing was changed here.');
    if ((await vscode.window.showInformationMessage(words, review)) !== review) return;
    const { ReviewSandbox } = await import('./reviewSandbox');
    await new ReviewSandbox(this.services).run(session);
  }

  private attachments(files: readonly SandboxFile[], repository: string | undefined): readonly Attachment[] {
    const paths = sandboxPaths(files.map(({ name }) => name));
    const repositories: readonly Attachment[] =
      repository === undefined
        ? []
        : [
            {
              kind: 'url',
              id: this.services.newId(),
              url: repository,
              sandboxPath: repositoryFolder(repository, paths),
            },
          ];
    const inSandbox = files.map(
      ({ uri, name, languageId, text }, at): Attachment => ({
        kind: 'file',
        id: this.services.newId(),
        uri: uri.toString(),
        path: name,
        languageId,
        text,
        sandboxPath: paths[at] ?? name,
      }),
    );
    return [...inSandbox, ...repositories];
  }
}

/** Undefined: nothing is in the way. */
function whyNot(): string | undefined {
  if (!vscode.workspace.isTrusted) return vscode.l10n.t('Trust this folder first to send its files to a sandbox.');
  if (storesAtGoogle()) return undefined;
  return vscode.l10n.t('An agent’s work is stored at Google, which your settings do not allow.');
}

/** Names all that goes along, where it goes, and what that may cost. */
async function confirm(prompt: string, files: readonly Attachment[]): Promise<boolean> {
  const sent = files.filter((one) => one.kind === 'file');
  const listed = sent.slice(0, mostListed).map(({ path, text }) => `${visible(path)} (${sizeWords(bytesOf(text))})`);
  if (sent.length > mostListed) listed.push(vscode.l10n.t('and {0} more', sent.length - mostListed));
  for (const one of files) if (one.kind === 'url') listed.push(repositoryWords(one.url));
  const { least, most } = usualCostOfTask;
  const [from, to] = [least, most].map((dollars) => amountText(dollars, vscode.env.language));
  const detail = [
    ...listed,
    '',
    networkWords(),
    vscode.l10n.t('A task usually costs {0} to {1}. Google keeps the sandbox for some days.', from ?? '', to ?? ''),
  ];
  const run = vscode.l10n.t('Run at Google');
  const question = vscode.l10n.t('Send this to a sandbox at Google? {0}', visible(prompt).slice(0, 200));
  return (await vscode.window.showWarningMessage(question, { modal: true, detail: detail.join('\n') }, run)) === run;
}

function repositoryWords(url: string): string {
  return vscode.l10n.t('{0} (a Git repository, which Google fetches: only its address is sent)', url);
}

/** A line break or a hidden character in the name of a file could write lines of its own into the question. */
function visible(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
}

function networkWords(): string {
  const { network } = readAgentLimits();
  if (network.includes('*')) return vscode.l10n.t('The sandbox may reach the whole network.');
  if (network.length === 0) return vscode.l10n.t('The sandbox has no network.');
  return vscode.l10n.t('The sandbox may reach {0}.', network.join(', '));
}
