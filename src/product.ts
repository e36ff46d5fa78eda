import * as vscode from 'vscode';
import { Failure } from './core/base/failure';
import { ResearchJobs } from './core/research/researchJobs';
import { interactionsOver } from './gemini/client';
import { AddressConsent } from './host/account/addressConsent';
import { ApiKey } from './host/account/apiKey';
import { ConnectionCheck } from './host/account/connectionCheck';
import { SavedKeys } from './host/account/savedKeys';
import { AnswerTexts } from './host/chat/answerTexts';
import { askAgain } from './host/chat/askAgain';
import { ChatCommands } from './host/chat/chatCommands';
import { ChatTabs } from './host/chat/chatTabs';
import { ChatView } from './host/chat/chatView';
import { CompareAnswer } from './host/chat/compareAnswer';
import { panelState } from './host/chat/panelState';
import { sendTyped } from './host/chat/sendTyped';
import { turnActions } from './host/chat/turnActions';
import { recordedUnfinishedChats } from './host/chat/windowState';
import type { CommandHandlers } from './host/commands';
import { setContextKey } from './host/contextKeys';
import { Diagrams } from './host/diagrams/diagrams';
import { CodeActions } from './host/edit/codeActions';
import { showAttachment } from './host/edit/codeRange';
import { Explain } from './host/edit/explain';
import { Proposals } from './host/edit/proposals';
import { Refactor } from './host/edit/refactor';
import { FailureNotices } from './host/failureNotices';
import { copyChat } from './host/history/copyChat';
import { openLink } from './host/links';
import { Log } from './host/log/log';
import { logWork } from './host/log/workLog';
import { PanelFocus } from './host/panel/panelFocus';
import type { PanelParts } from './host/panel/panelLink';
import { WorkspaceLinks } from './host/paths/workspaceLinks';
import { readStandIn } from './host/platform/environment';
import { ResearchCommands } from './host/research/researchCommands';
import { ResearchFiles } from './host/research/researchFiles';
import { readModel } from './host/settings/settings';
import { Activity } from './host/status/activity';
import { ProblemReport } from './host/status/problemReport';
import { StatusBar } from './host/status/statusBar';
import { ThemeColors } from './host/theme/themeColors';
import { billingPage, type CommandId, contextKeys, extensionId, keyPage, settingsSection } from './manifest';

/** What VS Code calls by the names it was registered under. */
export interface Product {
  readonly view: vscode.WebviewViewProvider;
  readonly tabs: vscode.WebviewPanelSerializer;
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
  const standIn = readStandIn(context.extensionMode);
  const apiKey = own(
    new ApiKey({
      saved: new SavedKeys(context.secrets, context.globalState, now),
      consent: new AddressConsent(context.globalState),
      standIn,
      tryKey: async (origin, key) => {
        await interactionsOver(() => Promise.resolve({ origin, key })).listModels(new AbortController().signal);
      },
      log,
      now,
    }),
  );
  const interactions = interactionsOver(() => apiKey.connection());

  const openPage = async (url: string) => void (await vscode.env.openExternal(vscode.Uri.parse(url)));
  const openKeyPage = () => openPage(keyPage);
  const openSettings = async (query = `@ext:${extensionId}`) =>
    void (await vscode.commands.executeCommand('workbench.action.openSettings', query));
  const notices = new FailureNotices(
    {
      setApiKey: async () => void (await apiKey.ask()),
      switchModel: () => openSettings(`${settingsSection}.model`),
      checkConnection: () => check.run(),
      openKeyPage,
      openBilling: () => openPage(billingPage),
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
  const proposals = own(new Proposals());
  const links = own(new WorkspaceLinks());
  const codeActions = own(new CodeActions(proposals, links, newId));
  const drawingScript = vscode.Uri.joinPath(context.extensionUri, 'dist', 'drawDiagram.js');
  const diagrams = own(
    new Diagrams(async () => {
      const { DiagramWorker } = await import('./host/platform/diagramWorker');
      return new DiagramWorker(drawingScript.fsPath);
    }),
  );
  const themeColors = own(new ThemeColors(onError));
  const focus = new PanelFocus();
  const panel: PanelParts = {
    panelUri: vscode.Uri.joinPath(context.extensionUri, 'dist', 'panel'),
    state: (session) => panelState(apiKey, session, themeColors.colors, now()),
    keyChangedAt: () => apiKey.lastChangedAt,
    requests: {
      send: ({ prompt }, panel) => sendTyped(chats, panel, prompt),
      stop: (_request, { session }) => session.stop(),
      setApiKey: async () => void (await apiKey.ask()),
      openKeyPage,
      openLink: ({ url }) => openLink(url, log),
      openAttachment: async ({ turnId, attachmentId }, { session }) => {
        const attachment = session.attachment(turnId, attachmentId);
        if (attachment) await showAttachment(attachment);
      },
      actOnFailure: ({ turnId, action }, { session }) => notices.act(action, () => askAgain(session, turnId, action)),
      setPrivate: ({ isPrivate }, { session }) => session.setPrivate(isPrivate),
      actOnBanner: ({ action }, { session }) => chatCommands.act(session, action),
      actOnCode: (request, { session }) => codeActions.run(session, request),
      findPaths: async ({ turnId, paths }, panel) => {
        const found = await links.find(turnId, paths, panel.signal);
        panel.post({ type: 'pathsFound', turnId, paths: found });
      },
      drawDiagram: async ({ source }, panel) => {
        const drawing = await diagrams.draw(source);
        panel.post({ type: 'diagramDrawn', source, ...(drawing && { drawing }) });
      },
      openPath: ({ path, line }) => links.openPath(path, line),
      openSymbol: ({ name }) => links.openSymbol(name),
      ...turnActions(own(new AnswerTexts())),
    },
    focus,
    watchWaits: standIn.watchWaits,
    onDeadPage: (times) => log.event('panel.dead', { times }, 'warn'),
    onError,
  };
  const onUse = () => {
    followResearch();
    themeColors.follow();
  };
  const view = new ChatView({ chats, panel, onUse });
  const iconUri = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.png');
  const tabs = new ChatTabs({ chats, panel, iconUri, onUse, onError });
  const stateChanged = () => {
    view.stateChanged();
    tabs.stateChanged();
  };
  /** The chat that a command means: the one in the tab in front, else the one in the side bar. */
  const chatInFront = async () => {
    await chats.restore();
    return tabs.inFront ?? chats.current;
  };
  const comparing = new CompareAnswer({ chats, tabs, interactions, apiKey });
  own(
    apiKey.onDidChange(() => {
      view.keyChanged();
      tabs.keyChanged();
    }),
  );
  own(
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(settingsSection) && stateChanged()),
  );
  own(vscode.workspace.onDidGrantWorkspaceTrust(stateChanged));
  own(themeColors.onDidChange(stateChanged));
  own(activity.follow(chats, () => vscode.l10n.t('Answering')));

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
    'geminiInteractions.copyChat': async () => copyChat(await chatInFront()),
    'geminiInteractions.openInEditor': async () => tabs.open(await chatInFront(), vscode.ViewColumn.Active),
    'geminiInteractions.compareAnswer': async () => comparing.run(await chatInFront()),
    'geminiInteractions.moveChat': () => view.move(),
    'geminiInteractions.exportChat': () => chatCommands.export(),
    'geminiInteractions.importChat': () => chatCommands.import(),
    'geminiInteractions.deleteAtGoogle': () => chatCommands.deleteAtGoogle(),
    'geminiInteractions.focusChat': () => view.focus(),
    'geminiInteractions.find': async () => {
      if (focus.current) focus.current.post({ type: 'findOpened' });
      else if (tabs.inFront) tabs.find();
      else await view.find();
    },
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
    tabs,
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
