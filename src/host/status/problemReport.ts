import * as vscode from 'vscode';
import { settingDefaults } from '../../manifest';
import { codeOnly, type Log } from '../log/log';
import { systemName } from '../platform/environment';
import type { Services } from '../services';
import { keyStateWords } from '../strings/keyState';
import { issueAddress } from './issueAddress';

/** "Report a Problem…": writes down what a maintainer needs, for the user to read, complete and send. Sends nothing. */
export class ProblemReport {
  constructor(
    private readonly version: string,
    private readonly apiKey: Services['apiKey'],
    private readonly model: () => string,
    private readonly log: Log,
  ) {}

  async open(): Promise<void> {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: this.text() });
    await vscode.window.showTextDocument(document, { preview: false });
    const openIssue = vscode.l10n.t('Open Issue Page');
    const copy = vscode.l10n.t('Copy');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Nothing was sent. Describe the problem at the top and review the report. The issue page then has it filled in, and you submit it there.',
      ),
      openIssue,
      copy,
    );
    // What is there by then, with what the user wrote.
    const text = document.getText();
    if (choice === copy) await vscode.env.clipboard.writeText(text);
    if (choice === openIssue) await this.openIssue(text);
  }

  /** The page is given the report by its address. A report that is too long for one goes by the clipboard. */
  private async openIssue(text: string): Promise<void> {
    let address = issueAddress(text);
    if (address === undefined) {
      await vscode.env.clipboard.writeText(text);
      address = issueAddress(vscode.l10n.t('The report was copied. Paste it here.'));
    }
    // As text: a Uri is encoded once more by VS Code, and a `&` in the report would then end it.
    await vscode.commands.executeCommand('vscode.open', address);
  }

  private text(): string {
    const heading = (text: string, lines: readonly string[]) => [`## ${text}`, '', ...lines, ''];
    return [
      ...heading(vscode.l10n.t('What happened'), [
        vscode.l10n.t('Describe here what you did, what you expected and what came instead.'),
      ]),
      ...heading(vscode.l10n.t('Versions'), this.versions()),
      ...heading(vscode.l10n.t('Settings'), this.settings()),
      ...heading(vscode.l10n.t('Log'), ['```text', ...this.log.recent, '```']),
    ].join('\n');
  }

  private versions(): readonly string[] {
    const ui = vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop';
    return [
      `- Interactions for Gemini ${this.version}`,
      `- ${vscode.env.appName} ${vscode.version} (${ui}, ${codeOnly(vscode.env.appHost)})`,
      `- ${vscode.l10n.t('System: {0}', systemName())}`,
      `- ${vscode.l10n.t('Remote: {0}', vscode.env.remoteName === undefined ? vscode.l10n.t('none') : codeOnly(vscode.env.remoteName))}`,
      `- ${vscode.l10n.t('Language: {0}', vscode.env.language)}`,
    ];
  }

  private settings(): readonly string[] {
    const { baseUrl, isElsewhere } = this.apiKey;
    const model = this.model();
    return [
      `- ${vscode.l10n.t('Model: {0}', model === settingDefaults.model ? model : codeOnly(model))}`,
      `- ${vscode.l10n.t('Base URL: {0}', baseUrl.ok ? (isElsewhere ? baseUrl.origin : vscode.l10n.t('Google’s own')) : baseUrl.problem)}`,
      `- ${vscode.l10n.t('API key: {0}', keyStateWords(this.apiKey.state))}`,
      `- ${vscode.workspace.isTrusted ? vscode.l10n.t('The folder is trusted') : vscode.l10n.t('The folder is not trusted')}`,
    ];
  }
}
