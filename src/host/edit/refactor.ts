import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { Failure } from '../../core/base/failure';
import { refactor, sentCode, type Target } from '../../core/editing/refactoring';
import type { Interactions } from '../../core/interactions/port';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import type { Activity } from '../base/activity';
import type { FailureNotices } from '../base/failureNotices';
import type { Services } from '../services';
import { codeRange } from './codeRange';
import type { Proposal, Proposals } from './proposals';

/** "Refactor…": asks what to do, streams the proposal into a comparison and waits for Accept or Reject. */
export class Refactor {
  constructor(
    private readonly interactions: Interactions,
    private readonly gate: OutgoingGate,
    private readonly proposals: Proposals,
    private readonly apiKey: Services['apiKey'],
    private readonly activity: Activity,
    private readonly notices: FailureNotices,
    private readonly model: () => string,
    private readonly newId: () => string,
  ) {}

  async run(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const range = editor && (await codeRange(editor));
    if (!editor || !range) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the code to refactor first.'));
      return;
    }
    const { document } = editor;
    const version = document.version;
    const wish = await askWish();
    if (wish === undefined || !(await this.isAllowed(document, range)) || !(await this.apiKey.ensure())) return;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The code changed meanwhile. Select it again.'));
      return;
    }
    await this.propose(document, range, wish);
  }

  async accept(): Promise<void> {
    const proposal = this.proposals.inFront;
    if (!proposal) return;
    const result = await this.proposals.accept(proposal);
    if (result === 'notReady') {
      void vscode.window.showInformationMessage(vscode.l10n.t('The proposal is still being written.'));
    } else if (result === 'documentChanged') {
      const copy = vscode.l10n.t('Copy Proposal');
      const choice = await vscode.window.showWarningMessage(
        vscode.l10n.t('The code was changed since, so the proposal was not written into it. You can copy it instead.'),
        copy,
      );
      if (choice === copy) await vscode.env.clipboard.writeText(proposal.replacement ?? '');
    }
  }

  async reject(): Promise<void> {
    const proposal = this.proposals.inFront;
    if (proposal) await this.proposals.close(proposal);
  }

  /** With a part of the code left out, what comes back could not take its place. */
  private isAllowed(document: vscode.TextDocument, range: vscode.Range): Promise<boolean> {
    const target = targetOf(document, range);
    return this.gate.allows([{ name: target.path, files: [document.uri.toString()], ...sentCode(target) }]);
  }

  private async propose(document: vscode.TextDocument, range: vscode.Range, wish: string): Promise<void> {
    const proposal: Proposal = {
      id: this.newId(),
      documentUri: document.uri,
      target: targetOf(document, range),
      startLine: range.start.line,
      text: document.getText(),
      replacement: undefined,
      stop: new AbortController(),
    };
    await this.proposals.open(proposal);
    const { signal } = proposal.stop;
    const work = this.activity.begin(vscode.l10n.t('Writing a proposal'), () => proposal.stop.abort());
    try {
      const services = { interactions: this.interactions, clock: systemClock };
      const replacement = await refactor(services, this.model(), proposal.target, wish, signal, (lines) =>
        this.proposals.show(proposal, lines),
      );
      this.proposals.finish(proposal, replacement);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      await this.notices.show(error, () => this.again(proposal, document, range, wish));
    } finally {
      work.dispose();
    }
  }

  private async again(
    proposal: Proposal,
    document: vscode.TextDocument,
    range: vscode.Range,
    wish: string,
  ): Promise<void> {
    await this.proposals.close(proposal);
    if (document.getText(range) === proposal.target.selected) await this.propose(document, range, wish);
    else await this.run();
  }
}

function targetOf(document: vscode.TextDocument, range: vscode.Range): Target {
  const text = document.getText();
  return {
    path: vscode.workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    before: text.slice(0, document.offsetAt(range.start)),
    selected: document.getText(range),
    after: text.slice(document.offsetAt(range.end)),
  };
}

/** The user's own words, or one of the usual wishes. */
function askWish(): Promise<string | undefined> {
  const usual = [
    vscode.l10n.t('Simplify'),
    vscode.l10n.t('Improve the names'),
    vscode.l10n.t('Split into smaller functions'),
    vscode.l10n.t('Make it faster'),
    vscode.l10n.t('Handle errors and edge cases'),
  ].map((label): vscode.QuickPickItem => ({ label }));

  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick();
    pick.title = vscode.l10n.t('Refactor with Gemini');
    pick.placeholder = vscode.l10n.t('What should change? Type it, or choose');
    pick.items = usual;
    pick.ignoreFocusOut = true;
    pick.onDidChangeValue((value) => {
      const own = value.trim();
      pick.items = own === '' ? usual : [{ label: own, alwaysShow: true }, ...usual];
    });
    pick.onDidAccept(() => {
      const chosen = pick.activeItems[0];
      // The item that repeats the typed words trails behind fast fingers; the field itself does not.
      resolve(chosen && usual.includes(chosen) ? chosen.label : pick.value.trim() || undefined);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
