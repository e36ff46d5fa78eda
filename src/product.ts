import * as vscode from 'vscode';
import { Failure } from './core/failure';
import { ResearchJobs } from './core/research/researchJobs';
import { interactionsOver } from './gemini/client';
import { Activity } from './host/activity';
import { AddressConsent } from './host/addressConsent';
import { ApiKey } from './host/apiKey';
import { AnswerTexts } from './host/chat/answerTexts';
import { askAgain } from './host/chat/askAgain';
import { ChatCommands } from './host/chat/chatCommands';
import { ChatView } from './host/chat/chatView';
import { panelState } from './host/chat/panelState';
import { sendTyped } from './host/chat/sendTyped';
import { turnActions } from './host/chat/turnActions';
import type { CommandHandlers } from './host/commands';
import { ConnectionCheck } from './host/connectionCheck';
import { setContextKey } from './host/contextKeys';
import { showAttachment } from './host/editor/codeRange';
import { Explain } from './host/editor/explain';
import { Proposals } from './host/editor/proposals';
import { Refactor } from './host/editor/refactor';
import { readStandIn } from './host/environment';
import { FailureNotices } from './host/failureNotices';
import { openLink } from './host/links';
import { Log } from './host/log';
import { ProblemReport } from './host/problemReport';
import { ResearchCommands } from './host/research/researchCommands';
import { SavedKeys } from './host/savedKeys';
import { readModel } from './host/settings';
import { StatusBar } from './host/statusBar';
import { ResearchFiles } from './host/storage/researchFiles';
import { recordedUnfinishedChats } from './host/storage/windowState';
import { logWork } from './host/workLog';
import { type CommandId, contextKeys, extensionId, keyPage, settingsSection } from './manifest';

/** What VS Code calls by the names it was registered under. */
export interface Product {
  readonly view: vscode.WebviewViewProvider;
  readonly run: (command: CommandId) => Promise<void>;
}

/** Builds everything that lives as long as the extension, and connects it. Asks no network. */
export function buildProduct(context: vscode.ExtensionContext, statusItem: vscode.StatusBarItem): Product {
  const own = <T extends { dispose(): void }>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const newId = () => crypto.randomUUID();
  const now = () => Date.now();

  const version: unknown = context.extension.packageJSON.version;
  const channel = own(vscode.window.createOutputChannel('Gemini', { log: true }));
  const log = new Log(channel, now);
  const activity = own(new Activity());
  const apiKey = own(
    new ApiKey({
      saved: new SavedKeys(context.secrets, context.globalState, now),
      consent: new AddressConsent(context.globalState),
      standIn: readStandIn(context.extensionMode),
      tryKey: async (origin, key) => {
        await interactionsOver(() => Promise.resolve({ origin, key })).listModels(new AbortController().signal);
      },
      log,
      now,
    }),
  );
  const interactions = interactionsOver(() => apiKey.connection());

  const openKeyPage = async () => void (await vscode.env.openExternal(vscode.Uri.parse(keyPage)));
  const openSettings = async (query = `@ext:${extensionId}`) =>
    void (await vscode.commands.executeCommand('workbench.action.openSettings', query));
  const notices = new FailureNotices(
    {
      setApiKey: async () => void (await apiKey.ask()),
      switchModel: () => openSettings(`${settingsSection}.model`),
      checkConnection: () => check.run(),
      openKeyPage,
      openSettings: () => openSettings(),
    },
    log,
  );
  const onError = (error: unknown) => {
    if (error instanceof Failure) void notices.show(error, async () => {});
    else notices.report(error);
  };
  const check = new ConnectionCheck(interactions, apiKey, readModel, notices, log);

  const chatCommands = own(
    new ChatCommands({
      context,
      interactions,
      onKeyChange: apiKey.onDidChange,
      continuePrompt: vscode.l10n.t('Go on exactly where your answer broke off.'),
      focusView: () => view.focus(),
      newId,
      now,
      onError,
    }),
  );
  const { chats } = chatCommands;
  const view = new ChatView({
    panelUri: vscode.Uri.joinPath(context.extensionUri, 'dist', 'panel'),
    chats,
    state: () => panelState(apiKey, chats.current, now()),
    keyChangedAt: () => apiKey.lastChangedAt,
    onUse: () => followResearch(),
    onError,
    requests: {
      send: ({ prompt }) => sendTyped(chats, view, prompt),
      stop: () => chats.current.stop(),
      setApiKey: async () => void (await apiKey.ask()),
      openKeyPage,
      openLink: ({ url }) => openLink(url, log),
      openAttachment: async ({ turnId, attachmentId }) => {
        const attachment = chats.current.attachment(turnId, attachmentId);
        if (attachment) await showAttachment(attachment);
      },
      actOnFailure: ({ turnId, action }) => notices.act(action, () => askAgain(chats.current, turnId, action)),
      setPrivate: ({ isPrivate }) => chats.current.setPrivate(isPrivate),
      actOnBanner: ({ action }) => chatCommands.act(action),
      ...turnActions({
        session: () => chats.current,
        answerTexts: own(new AnswerTexts()),
        returnPrompt: (prompt) => view.returnPrompt(prompt),
      }),
    },
  });
  own(apiKey.onDidChange(() => view.keyChanged()));
  own(
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration(settingsSection) && view.stateChanged(),
    ),
  );
  own(vscode.workspace.onDidGrantWorkspaceTrust(() => view.stateChanged()));
  own(activity.follow(chats, () => vscode.l10n.t('Answering')));

  const proposals = own(new Proposals());
  const explain = new Explain(chats, view, apiKey, newId);
  const refactor = new Refactor(interactions, proposals, apiKey, activity, notices, readModel, newId);

  const reports = new ResearchFiles(context.globalStorageUri, context.globalState);
  const sourcesHeading = vscode.l10n.t('Sources');
  const jobs = own(new ResearchJobs({ interactions, store: reports, newId, now, sourcesHeading, onError }));
  own(apiKey.onDidChange(() => jobs.wake()));
  // Research of before is picked up at the first use, and at once if this window knows of some.
  const followResearch = () => void jobs.resume().catch(onError);
  const research = new ResearchCommands(jobs, reports, apiKey, notices);
  own(jobs.onDidChange((job) => void research.tell(job).catch(onError)));
  own(logWork(log, chats, jobs, now));

  const report = new ProblemReport(String(version), apiKey, readModel, log);
  const statusBar = own(new StatusBar(statusItem, apiKey, activity, jobs));
  own(activity.onDidChange(() => setContextKey(contextKeys.isStreaming, activity.running.length > 0)));
  own(jobs.onDidChange(() => setContextKey(contextKeys.researchRunning, jobs.open.length > 0)));
  own(
    proposals.onDidChangeReview(() => {
      setContextKey(contextKeys.proposalVisible, proposals.inFront !== undefined);
      setContextKey(contextKeys.proposalReady, proposals.inFront?.replacement !== undefined);
    }),
  );

  const handlers: CommandHandlers = {
    'geminiInteractions.setApiKey': async () => void (await apiKey.ask()),
    'geminiInteractions.removeApiKey': () => apiKey.remove(),
    'geminiInteractions.checkConnection': () => check.run(),
    'geminiInteractions.newChat': async () => {
      chats.newChat();
      await view.focus();
    },
    'geminiInteractions.showHistory': () => chatCommands.showHistory(),
    'geminiInteractions.togglePrivateChat': () => chatCommands.togglePrivate(),
    'geminiInteractions.exportChat': () => chatCommands.export(),
    'geminiInteractions.importChat': () => chatCommands.import(),
    'geminiInteractions.deleteAtGoogle': () => chatCommands.deleteAtGoogle(),
    'geminiInteractions.focusChat': () => view.focus(),
    'geminiInteractions.find': () => view.find(),
    'geminiInteractions.stop': () => activity.stopAll(),
    'geminiInteractions.openSettings': () => openSettings(),
    'geminiInteractions.explain': () => explain.run(),
    'geminiInteractions.refactor': () => refactor.run(),
    'geminiInteractions.acceptAll': () => refactor.accept(),
    'geminiInteractions.rejectAll': () => refactor.reject(),
    'geminiInteractions.startResearch': () => research.start(),
    'geminiInteractions.cancelResearch': () => research.cancel(),
    'geminiInteractions.openReport': () => research.openReport(),
    'geminiInteractions.showMenu': () => statusBar.showMenu(),
    'geminiInteractions.reportProblem': () => report.open(),
  };

  // The state of the key is asked of VS Code, and unfinished research is followed again.
  void apiKey.refresh().catch(onError);
  if (reports.mayHaveOpenJobs) followResearch();
  if (recordedUnfinishedChats(context.workspaceState).length > 0) void chats.restore().catch(onError);

  return {
    view,
    run: async (command) => {
      try {
        followResearch();
        await handlers[command]();
      } catch (error) {
        onError(error);
      }
    },
  };
}
