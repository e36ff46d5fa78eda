import * as vscode from 'vscode';
import { turnCost } from '../../core/chat/turnCost';
import { modelTable } from '../../core/models/modelTable';
import { localDay } from '../../core/usage/usageLedger';
import { firstReportedDay, sumOf, type UsageSum, usageReport } from '../../core/usage/usageReport';
import { spendPage } from '../../names';
import type { Services } from '../services';
import { readDayBudget } from '../settings/settings';
import { usageDocument } from './usageDocument';
import { usageWords } from './usageWords';

/** "Show Usage and Cost": a tab with sums, charts and tables. It is read again whenever it comes into view. */
export class UsagePanel {
  private panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly services: Pick<
      Services,
      'context' | 'ledger' | 'library' | 'chatInFront' | 'now' | 'newId' | 'onError'
    >,
  ) {}

  async show(): Promise<void> {
    if (this.panel) {
      this.panel.reveal();
      return this.draw(this.panel);
    }
    const { extensionUri } = this.services.context;
    const pages = vscode.Uri.joinPath(extensionUri, 'dist', 'panel');
    const panel = vscode.window.createWebviewPanel(
      'geminiInteractions.usage',
      vscode.l10n.t('Usage and Cost'),
      vscode.ViewColumn.Active,
      // No script: the page is text, tables and drawings.
      {
        enableScripts: false,
        enableCommandUris: ['geminiInteractions.showUsage', 'geminiInteractions.openSettings'],
        localResourceRoots: [pages],
      },
    );
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    panel.onDidChangeViewState(() => panel.visible && void this.draw(panel).catch(this.services.onError));
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    await this.draw(panel);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private async draw(panel: vscode.WebviewPanel): Promise<void> {
    const { context, ledger, now } = this.services;
    const at = now();
    const [entries, chat] = await Promise.all([ledger.between(firstReportedDay(at), localDay(at)), this.chatSum()]);
    if (this.panel !== panel) return;
    const style = vscode.Uri.joinPath(context.extensionUri, 'dist', 'panel', 'usageStyle.css');
    panel.webview.html = usageDocument(
      { ...usageReport(entries, at), chat, budget: readDayBudget() },
      {
        language: vscode.env.language,
        cspSource: panel.webview.cspSource,
        styleAddress: panel.webview.asWebviewUri(style).toString(),
        pricePage: modelTable.source,
        spendPage,
      },
      usageWords(modelTable.checkedOn),
    );
  }

  /** Of all branches of the chat in front, as its file has them. Undefined: it has none. */
  private async chatSum(): Promise<UsageSum | undefined> {
    const { chatInFront, library } = this.services;
    const { chatId } = await chatInFront();
    const turns = (await library.load(chatId))?.turns ?? [];
    const used = turns.filter(({ usage }) => usage !== undefined);
    return used.length === 0 ? undefined : sumOf(used.map((turn) => ({ usage: turn.usage, dollars: turnCost(turn) })));
  }
}
