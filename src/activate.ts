import * as vscode from 'vscode';
import { LazyTree } from './host/base/lazyTree';
import { createStatusItem, drawStatus } from './host/base/statusItem';
import { recordedUnfinishedChats } from './host/chat/windowState';
import { readInitialStatus } from './host/key/initialStatus';
import { recordedOpenJobs } from './host/research/openJobs';
import type { ResearchRow } from './host/research/researchTree';
import { chatTabType, chatViewId, commandIds, researchViewId } from './manifest';
import type { Product } from './product';

/**
 * Registers the names VS Code knows and shows the status-bar item. Everything behind them is loaded and built at the
 * first use, or at once if there is research or an answer to pick up. Reads no file and asks no network.
 */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends { dispose(): void }>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const statusItem = own(createStatusItem());
  let loaded: Promise<Product> | undefined;
  const product = (): Promise<Product> => {
    loaded ??= import('./product').then(({ buildProduct }) => buildProduct(context, statusItem, researchView));
    return loaded;
  };
  const researchRows = new LazyTree<ResearchRow>(async () => (await product()).researchRows);
  const researchView = own(vscode.window.createTreeView(researchViewId, { treeDataProvider: researchRows }));

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
  for (const id of commandIds) {
    own(vscode.commands.registerCommand(id, async (...args: unknown[]) => (await product()).run(id, args)));
  }

  const isUnfinished =
    recordedOpenJobs(context.globalState).length > 0 || recordedUnfinishedChats(context.workspaceState).length > 0;
  if (isUnfinished) void product();
  else void readInitialStatus(context).then((facts) => loaded === undefined && drawStatus(statusItem, facts));
}
