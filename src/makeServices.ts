import * as vscode from 'vscode';
import { systemClock } from './core/base/clock';
import { Failure } from './core/base/failure';
import { lazy } from './core/base/lazy';
import { Chats } from './core/chat/chats';
import type { Owed } from './core/chat/debtsAtGoogle';
import { Drafts } from './core/chat/drafts';
import { PendingAttachments } from './core/chat/pendingAttachments';
import { PreparedQuestions } from './core/chat/preparedQuestions';
import { QuestionQueue } from './core/chat/questionQueue';
import { TurnTapes } from './core/chat/turnTapes';
import type { FileUploads } from './core/interactions/fileUploads';
import type { GoogleFiles } from './core/interactions/googleFiles';
import { usualLimits } from './core/interactions/limits';
import { Reachability } from './core/interactions/reachability';
import { PrivacyGate } from './core/privacy/privacyGate';
import { RulesAhead } from './core/privacy/rulesAhead';
import { ResearchFiles } from './core/research/researchFiles';
import { ResearchJobs } from './core/research/researchJobs';
import { debtsFolder } from './core/storage/files/chatPaths';
import { ChatLibrary } from './core/storage/library/chatLibrary';
import { MeteredInteractions } from './core/usage/meteredInteractions';
import { interactionsOver } from './gemini/client';
import { Activity } from './host/base/activity';
import { CurrentFile } from './host/base/currentFile';
import { FailureNotices } from './host/base/failureNotices';
import { UsageMeter } from './host/budget/usageMeter';
import { BackgroundModels } from './host/chat/backgroundChoice';
import { WorkspaceWindowState } from './host/chat/windowState';
import { workspaceTag } from './host/history/workspaceTag';
import { AddressConsent } from './host/key/addressConsent';
import { ApiKey } from './host/key/apiKey';
import { SavedKeys } from './host/key/savedKeys';
import { Log } from './host/log/log';
import { ModelCatalog } from './host/models/modelCatalog';
import { ReplacedModels } from './host/models/replacedModels';
import { ChatTabs } from './host/panel/chatTabs';
import { ChatView } from './host/panel/chatView';
import { PanelRegistry } from './host/panel/panelRegistry';
import { readDevOverrides } from './host/platform/environment';
import { storageFiles, windowFolder } from './host/platform/storageFiles';
import { workspaceFileRules } from './host/privacy/workspaceFileRules';
import { recordOpenJobs } from './host/research/openJobs';
import { researchWords } from './host/research/researchWords';
import { chatInstructions } from './host/rules/chatInstructions';
import { runCommand } from './host/runCommand';
import type { Services } from './host/services';
import { openSettings } from './host/settings/openSettings';
import { readAgentLimits, readAnswering, researchTools } from './host/settings/requestSettings';
import { readModel, runsInBackground, storesAtGoogle } from './host/settings/settings';
import { ThemeColors } from './host/theme/themeColors';
import { settingsSection } from './manifest';
import { billingPage, keyPage } from './names';

/** Makes what all features are made of. Asks no network and reads no file. */
export function makeServices(context: vscode.ExtensionContext): Services {
  const own = <T extends { dispose(): void }>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const newId = () => crypto.randomUUID();
  const now = () => Date.now();
  const log = new Log(own(vscode.window.createOutputChannel('Gemini', { log: true })), now);
  const openPage = async (url: string) => void (await vscode.env.openExternal(vscode.Uri.parse(url)));
  const notices = new FailureNotices(
    {
      setApiKey: () => runCommand('geminiInteractions.setApiKey'),
      switchModel: () => openSettings(`${settingsSection}.model`),
      checkConnection: () => runCommand('geminiInteractions.checkConnection'),
      openKeyPage: () => openPage(keyPage),
      openBilling: () => openPage(billingPage),
      openSettings: () => openSettings(),
      goOnToday: () => meter.goOnToday(),
    },
    log,
  );
  const onError = (error: unknown) => {
    if (error instanceof Failure) void notices.show(error, async () => {});
    else notices.report(error);
  };
  const standIn = readDevOverrides(context.extensionMode);
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
  const reachability = own(
    new Reachability({ clock: systemClock, probe: (signal) => interactions.listModels(signal) }),
  );
  const onReach = (isReached: boolean) => reachability.tell(isReached);
  const windowId = newId();
  const files = storageFiles(context.globalStorageUri, windowId);
  const meter = new UsageMeter({ files, state: context.globalState, log, now });
  const connection = async () => ({ ...(await apiKey.connection()), onReach });
  const serverTokens = lazy(async () => {
    const { ServerTokens } = await import('./host/key/serverTokens');
    return new ServerTokens(context.secrets, onError);
  });
  const service = interactionsOver(connection, async (name, url) => (await serverTokens()).headersOf({ name, url }));
  const interactions = new MeteredInteractions(service, meter);
  const googleFiles = lazy(async () => (await import('./gemini/googleFiles')).googleFilesOver(connection));
  const fileStores = lazy(async () => (await import('./gemini/fileStores')).fileStoresOver(connection));
  const filesAtGoogle: GoogleFiles = {
    list: async (...asked) => (await googleFiles()).list(...asked),
    delete: async (...asked) => (await googleFiles()).delete(...asked),
  };
  const links = lazy(async () => {
    const { WorkspaceLinks } = await import('./host/paths/workspaceLinks');
    return own(new WorkspaceLinks());
  });
  const sandboxes = lazy(async () => (await import('./gemini/sandboxes')).sandboxesOver(connection));
  const uploads: FileUploads = {
    upload: async (...asked) => (await import('./gemini/fileUploads')).uploadFile(connection, ...asked),
  };
  const models = new ModelCatalog(interactions);
  own(apiKey.onDidChange(() => models.forget()));

  const library = new ChatLibrary({
    files,
    clock: systemClock,
    windowId,
    newId,
    now,
    onError,
  });
  const debtsAtGoogle = lazy(async () => {
    const { DebtsAtGoogle } = await import('./core/chat/debtsAtGoogle');
    return new DebtsAtGoogle({ files, interactions, uploads: filesAtGoogle, newId, now, onError });
  });
  const debts = { owe: async (owed: Owed) => (await debtsAtGoogle()).owe(owed) };
  const payDebts = async () => {
    if ((await files.list(debtsFolder)).length > 0) await (await debtsAtGoogle()).pay();
  };
  const payDebtsNow = () => void payDebts().catch(onError);
  own(apiKey.onDidChange(payDebtsNow));
  own(reachability.onDidChange(() => reachability.isOffline || payDebtsNow()));
  // Once, with the first look at the disk, and never in its way.
  let isPurged = false;
  const purgeTrash = () => {
    if (isPurged) return;
    isPurged = true;
    void library
      .purgeTrash((interactions) => debts.owe({ interactions }))
      .then(payDebts)
      .catch(onError);
  };
  const rulesAhead = new RulesAhead(workspaceFileRules, systemClock.now);
  const gate = new PrivacyGate(rulesAhead, async (question) =>
    (await import('./host/privacy/askAboutOutgoing')).askAboutOutgoing(question),
  );
  const replaced = new ReplacedModels(now);
  const tapes = new TurnTapes(systemClock);
  const instructions = () => chatInstructions(gate, onError);
  const background = new BackgroundModels(context.globalState, runsInBackground);
  own(apiKey.onDidChange(() => background.forget()));
  const chats = own(
    new Chats({
      interactions,
      records: {
        load: (chatId) => {
          purgeTrash();
          return library.load(chatId);
        },
        journal: (chatId, workspace) => library.journal(chatId, workspace),
      },
      window: new WorkspaceWindowState(context.workspaceState),
      model: readModel,
      mayAsk: () => meter.mayAsk(),
      isCostly: (cost) => meter.isCostly(cost),
      toldModels: replaced.told,
      background,
      answering: readAnswering,
      agentLimits: readAgentLimits,
      mayStore: storesAtGoogle,
      instructions,
      renewUpload: async (...asked) =>
        (await import('./host/attach/renewUpload')).renewUpload({ uploads, gate }, ...asked),
      workspace: workspaceTag,
      continuePrompt: vscode.l10n.t('Go on exactly where your answer broke off.'),
      tapes,
      newId,
      now,
      onError,
      onWake: apiKey.onDidChange,
      clock: systemClock,
      limits: usualLimits,
      random: Math.random,
    }),
  );
  const pending = own(new PendingAttachments());
  const queue = own(new QuestionQueue());
  const windowFiles = storageFiles(windowFolder(context, newId), windowId);
  const prepared = own(
    new PreparedQuestions({
      files: windowFiles,
      chats,
      pending,
      queue,
      onError,
    }),
  );
  const researchFiles = new ResearchFiles(files, systemClock, windowId);
  const jobs = own(
    new ResearchJobs({
      interactions,
      files: researchFiles,
      newId,
      now,
      words: researchWords(),
      tools: () => researchTools().tools,
      recordUnsettled: (ids) => void recordOpenJobs(context.globalState, ids).catch(onError),
      onError,
    }),
  );
  own(apiKey.onDidChange(() => jobs.wake()));

  const panels = new PanelRegistry({
    filesUri: vscode.Uri.joinPath(context.extensionUri, 'dist', 'panel'),
    watchdogTimes: standIn.watchdogTimes,
    hasKey: () => apiKey.state === 'present',
    onDeadPage: (times) => log.event('panel.dead', { times }, 'warn'),
    onError,
  });
  const view = new ChatView(chats, panels);
  const iconUri = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.png');
  const tabs = new ChatTabs({ chats, registry: panels, iconUri, onError });
  return {
    context,
    log,
    activity: own(new Activity()),
    notices,
    apiKey,
    interactions,
    uploads,
    googleFiles: filesAtGoogle,
    fileStores,
    debts,
    sandboxes,
    raw: interactions,
    serverTokens,
    tapes,
    instructions,
    reachability,
    gate,
    rulesAhead,
    models,
    replaced,
    chats,
    pending,
    queue,
    drafts: new Drafts({ files: windowFiles, now, onError }),
    currentFile: own(new CurrentFile(context.workspaceState, newId)),
    prepared,
    library,
    ledger: meter,
    jobs,
    researchFiles,
    panels,
    view,
    tabs,
    links: {
      find: async (...asked) => (await links()).find(...asked),
      locate: async (...asked) => (await links()).locate(...asked),
      openPath: async (...asked) => (await links()).openPath(...asked),
      openSymbol: async (...asked) => (await links()).openSymbol(...asked),
    },
    themeColors: own(new ThemeColors(onError)),
    chatInFront: async () => {
      await chats.restore();
      return tabs.inFront ?? chats.current;
    },
    newId,
    now,
    onError,
  };
}
