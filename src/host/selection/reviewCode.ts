import * as vscode from 'vscode';
import { reviewPrompt } from '../../core/chat/prompts';
import { findingsIn } from '../../core/conversation/findingsReader';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import { passAttachments } from '../privacy/passAttachments';
import type { Services } from '../services';
import { askedCode } from './askedCode';
import { type AskInChatServices, askInChat } from './askInChat';
import type { ChangeCode } from './changeCode';
import { codeAttachments } from './codeAttachments';
import type { FindingThreads } from './findingThreads';
import { tellTarget } from './targetWords';

/** "Review": asks about the code in the chat, and shows what was found at its lines, too. */
export class ReviewCode {
  constructor(
    private readonly services: AskInChatServices & Pick<Services, 'newId'>,
    private readonly gate: OutgoingGate,
    private readonly threads: FindingThreads,
    private readonly change: ChangeCode,
  ) {}

  async run(args: readonly unknown[]): Promise<void> {
    const { services, gate, threads } = this;
    const code = await askedCode(args);
    if (!code) return;
    tellTarget(code);
    const attachments = await passAttachments(gate, codeAttachments(code, services.newId));
    if (!attachments) return;
    const session = await askInChat(services, reviewPrompt, attachments);
    const ids = new Set(attachments.map(({ id }) => id));
    const turn = session?.turns().findLast((one) => one.attachments.some(({ id }) => ids.has(id)));
    if (turn) threads.show(code, findingsIn(turn.steps));
  }

  /** The button of a finding: proposes a change that takes it away. */
  async fix(thread: unknown): Promise<void> {
    const found = await this.threads.find(thread);
    if (!found) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The code of this finding no longer exists.'));
      return;
    }
    const { document, finding, line } = found;
    const { severity, title, detail } = finding;
    const problem = {
      line,
      severity: severity === 'suggestion' ? 'hint' : severity,
      message: `${title}\n${detail}`,
    } as const;
    await this.change.run('fix', [document.uri, new vscode.Range(line, 0, line, 0)], [problem]);
  }
}
