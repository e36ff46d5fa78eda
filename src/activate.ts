import * as vscode from 'vscode';
import { setContextKey } from './host/base/contextKeys';
import { LazyFiles } from './host/base/lazyFiles';
import { LazyTree } from './host/base/lazyTree';
import { createStatusItem, drawStatus } from './host/base/statusItem';
import { recordedUnfinishedChats } from './host/chat/windowState';
import { readInitialStatus } from './host/key/initialStatus';
import { readDevOverrides } from './host/platform/environment';
import { recordedOpenJobs } from './host/research/openJobs';
import { ResearchActions } from './host/research/researchActions';
import type { ResearchRow } from './host/research/researchTree';
import { BulbActions } from './host/selection/bulbActions';
import { LazyLenses } from './host/selection/lazyLenses';
import { TerminalWatch } from './host/terminal/terminalWatch';
import { type CommandId, chatTabType, chatViewId, commandIds, contextKeys, researchViewId } from './manifest';
import { chatInstructionScheme, reviewScheme } from './names';
import type { Product } from './product';

/**
 * Registers the names VS Code knows, shows the status-bar item and listens to the terminals. Everything behind them is loaded
 * and built at the first use, or at once if there is research or an answer to pick up. Reads no file and asks no network.
 */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends { dispose(): void }>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const statusItem = own(createStatusItem());
  const terminalWatch = own(new TerminalWatch((hasFailed) => setContextKey(contextKeys.terminalFailed, hasFailed)));
  let loaded: Promise<Product> | undefined;
  const product = (): Promise<Product> => {
    const made = { statusItem, terminalWatch, researchView };
    loaded ??= import('./product').then(({ buildProduct }) => buildProduct(context, made));
    return loaded;
  };
  const researchRows = new LazyTree<ResearchRow>(async () => (await product()).researchRows());
  const researchView = own(vscode.window.createTreeView(researchViewId, { treeDataProvider: researchRows }));
  own(new LazyFiles(reviewScheme, async () => (await product()).reviewFiles()).register());
  own(new LazyFiles(chatInstructionScheme, async () => (await product()).instructionFiles()).register());

  own(
    vscode.window.registerWebviewViewProvider(chatViewId, {
      resolveWebviewView: async (view, viewContext, token) =>
        (await product()).view.resolveWebviewView(view, viewContext, token),
    }),
  );
  own(
    vscode.window.registerWebviewPanelSerializer(chatTabType, {
      deserializeWebviewPanel: async (panel, state) => (await product()).tabs.deserializeWebviewPanel(panel, state),
    }),
  );
  const lenses = own(new LazyLenses());
  own(vscode.languages.registerCodeLensProvider('*', lenses));
  own(vscode.languages.registerCodeActionsProvider('*', new BulbActions(), BulbActions.metadata));
  own(vscode.languages.registerCodeActionsProvider('*', new ResearchActions(), ResearchActions.metadata));
  for (const id of commandIds) {
    own(vscode.commands.registerCommand(id, async (...args: unknown[]) => (await product()).run(id, args)));
  }

  const isUnfinished =
    recordedOpenJobs(context.globalState).length > 0 || recordedUnfinishedChats(context.workspaceState).length > 0;
  if (readDevOverrides(context.extensionMode).opensChat) {
    void vscode.commands.executeCommand('geminiInteractions.focusChat' satisfies CommandId);
  }
  if (isUnfinished) void product();
  else {
    void readInitialStatus(context).then((facts) => {
      if (loaded !== undefined) return;
      drawStatus(statusItem, facts);
      setContextKey(contextKeys.hasKey, facts.key === 'present');
    });
  }
}
