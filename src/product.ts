import * as vscode from 'vscode';
import { accountFeature } from './host/account/accountFeature';
import { answeringFeature } from './host/answering/answeringFeature';
import { answersFeature } from './host/answers/answersFeature';
import { attachFeature } from './host/attach/attachFeature';
import { chatFeature } from './host/chat/chatFeature';
import { restoreDraft } from './host/chat/drafts';
import { panelState } from './host/chat/panelState';
import { recordedUnfinishedChats } from './host/chat/windowState';
import { contextFeature } from './host/context/contextFeature';
import { editFeature } from './host/edit/editFeature';
import { extractFeature } from './host/extract/extractFeature';
import type { CommandHandlers } from './host/feature';
import { filesFeature } from './host/files/filesFeature';
import { historyFeature } from './host/history/historyFeature';
import { imagesFeature } from './host/images/imagesFeature';
import { inspectFeature } from './host/inspect/inspectFeature';
import { logWork } from './host/log/workLog';
import type { RequestHandlers } from './host/panel/panelHandle';
import { recordedOpenJobs } from './host/research/openJobs';
import { researchFeature } from './host/research/researchFeature';
import type { ResearchRow } from './host/research/researchTree';
import { sandboxFeature } from './host/sandbox/sandboxFeature';
import { scmFeature } from './host/scm/scmFeature';
import { selectionFeature } from './host/selection/selectionFeature';
import { startFeature } from './host/start/startFeature';
import { statusFeature } from './host/status/statusFeature';
import { terminalFeature } from './host/terminal/terminalFeature';
import type { TerminalWatch } from './host/terminal/terminalWatch';
import { usageFeature } from './host/usage/usageFeature';
import { makeServices } from './makeServices';
import { type CommandId, settingsSection } from './manifest';

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

/** Makes the services once, each feature of them, and merges the features' tables. Asks no network. */
export function buildProduct(
  context: vscode.ExtensionContext,
  statusItem: vscode.StatusBarItem,
  terminalWatch: TerminalWatch,
  researchView: vscode.TreeView<ResearchRow>,
): Product {
  const own = <T extends { dispose(): void }>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const services = makeServices(context);
  const {
    apiKey,
    chats,
    pending,
    queue,
    drafts,
    currentFile,
    prepared,
    jobs,
    panels,
    themeColors,
    log,
    onError,
    now,
    view,
    tabs,
  } = services;

  const account = own(accountFeature(services));
  const chat = own(chatFeature(services));
  const history = own(historyFeature(services));
  const edit = own(editFeature(services));
  const inspect = own(inspectFeature(services));
  const selection = own(selectionFeature(services, edit));
  const extraction = own(extractFeature(services));
  const sandbox = own(sandboxFeature(services));
  const scm = own(scmFeature(services));
  const terminal = own(terminalFeature(services, terminalWatch));
  const research = own(researchFeature(services, researchView));
  const status = own(statusFeature(services, statusItem));
  const answering = own(answeringFeature(services));
  const answers = own(answersFeature(services));
  const start = own(startFeature(services));
  const usage = own(usageFeature(services));
  const contextRow = own(contextFeature(services, () => terminalWatch.last));
  const attach = own(attachFeature(services));
  const images = own(imagesFeature(services));
  const files = own(filesFeature(services));

  // A command or a request without a handler does not compile here.
  const commands: CommandHandlers = {
    ...account.commands,
    ...chat.commands,
    ...answering.commands,
    ...history.commands,
    ...edit.commands,
    ...inspect.commands,
    ...selection.commands,
    ...research.commands,
    ...extraction.commands,
    ...sandbox.commands,
    ...scm.commands,
    ...terminal.commands,
    ...status.commands,
    ...usage.commands,
    ...attach.commands,
    ...files.commands,
    ...images.commands,
  };
  const requests: RequestHandlers = {
    ...account.requests,
    ...chat.requests,
    ...answering.requests,
    ...history.requests,
    ...edit.requests,
    ...answers.requests,
    ...start.requests,
    ...contextRow.requests,
    ...attach.requests,
    ...images.requests,
    ...files.requests,
  };

  // Unfinished research from earlier sessions resumes on first use, and at once if this window knows of some.
  /** What an empty chat shows of the disk. It comes after the page, which does not wait for it. */
  const readForStart = () => void Promise.all([history.recent.read(), start.read()]).catch(onError);
  const followResearch = () => void jobs.resume().catch(onError);
  panels.serve({
    state: (session) => {
      const { chatId } = session;
      const here = { attached: pending.of(chatId), coming: pending.comingTo(chatId), queued: queue.of(chatId) };
      const { view: current } = currentFile;
      const around = {
        ...panelState(apiKey, services.models, session, here, themeColors.colors, now()),
        context: current ? { current } : {},
      };
      return session.isEmpty ? { ...around, start: { ...start.state(), recent: history.recent.rows } } : around;
    },
    keyChangedAt: () => apiKey.lastChangedAt,
    handlers: requests,
    onUse: () => {
      followResearch();
      themeColors.follow();
      void prepared.restore().catch(onError);
    },
    onOpen: (panel) => {
      void restoreDraft(drafts, panel).catch(onError);
      if (panel.session.isEmpty) readForStart();
    },
  });
  const stateChanged = () => panels.stateChanged();
  // A new key changes what a failed turn offers.
  own(apiKey.onDidChange(() => panels.redraw()));
  own(vscode.workspace.onDidChangeConfiguration((e) => e.affectsConfiguration(settingsSection) && stateChanged()));
  own(vscode.workspace.onDidGrantWorkspaceTrust(stateChanged));
  own(themeColors.onDidChange(stateChanged));
  own(pending.onDidChange(stateChanged));
  own(queue.onDidChange(stateChanged));
  own(currentFile.onDidChange(stateChanged));
  own(history.recent.onDidChange(stateChanged));
  own(start.onDidChange(stateChanged));
  own(chats.onDidPublish(({ type }) => type === 'opened' && chats.current.isEmpty && readForStart()));
  own(logWork(log, chats, jobs, now));
  void apiKey.refresh().catch(onError);
  if (recordedOpenJobs(context.globalState).length > 0) followResearch();
  if (recordedUnfinishedChats(context.workspaceState).length > 0) void chats.restore().catch(onError);

  return {
    view,
    tabs,
    reviewFiles: edit.reviewFiles,
    instructionFiles: answering.instructionFiles,
    researchRows: research.rows,
    run: async (command, args) => {
      try {
        followResearch();
        // VS Code passes what the caller gave: each handler that takes arguments checks them.
        const handler: (...args: readonly unknown[]) => unknown = commands[command];
        return await handler(...args);
      } catch (error) {
        onError(error);
      }
    },
  };
}
