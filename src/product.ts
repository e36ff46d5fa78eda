import type * as vscode from 'vscode';
import { recordedUnfinishedChats } from './host/chat/windowState';
import { logWork } from './host/log/workLog';
import { recordedOpenJobs } from './host/research/openJobs';
import type { ResearchRow } from './host/research/researchTree';
import { type MadeAtActivation, makeFeatures } from './makeFeatures';
import { makeServices } from './makeServices';
import type { CommandId } from './manifest';
import { servePanels } from './servePanels';

/** What VS Code calls by the names it was registered under. */
export interface Product {
  readonly view: vscode.WebviewViewProvider;
  readonly tabs: vscode.WebviewPanelSerializer;
  readonly reviewFiles: () => Promise<vscode.FileSystemProvider>;
  readonly instructionFiles: () => Promise<vscode.FileSystemProvider>;
  readonly researchRows: () => Promise<vscode.TreeDataProvider<ResearchRow>>;
  /** Runs a command with the arguments of its caller, and resolves with its result. */
  readonly run: (command: CommandId, args: readonly unknown[]) => Promise<unknown>;
}

/** Makes the services once, then the features, and connects both with the panels. Asks no network. */
export function buildProduct(context: vscode.ExtensionContext, made: MadeAtActivation): Product {
  const services = makeServices(context);
  const { apiKey, chats, jobs, log, now, onError, tabs, view } = services;
  const features = makeFeatures(services, made);
  // Unfinished research from earlier sessions resumes on first use, and at once if this window knows of some.
  const followResearch = () => void jobs.resume().catch(onError);
  servePanels(services, features, followResearch);
  context.subscriptions.push(logWork(log, chats, jobs, now));
  void apiKey.refresh().catch(onError);
  if (recordedOpenJobs(context.globalState).length > 0) followResearch();
  if (recordedUnfinishedChats(context.workspaceState).length > 0) void chats.restore().catch(onError);

  const { reviewFiles, instructionFiles, researchRows } = features;
  return {
    view,
    tabs,
    reviewFiles,
    instructionFiles,
    researchRows,
    run: async (command, args) => {
      try {
        followResearch();
        // VS Code passes what the caller gave: each handler that takes arguments checks them.
        const handler: (...args: readonly unknown[]) => unknown = features.commands[command];
        return await handler(...args);
      } catch (error) {
        onError(error);
      }
    },
  };
}
