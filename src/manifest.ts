/** Written by `npm run manifest` from package.json. Change that file, not this one. */

export const extensionId = 'open-interactions.gemini-interactions';

export const commandIds = [
  'geminiInteractions.setApiKey',
  'geminiInteractions.removeApiKey',
  'geminiInteractions.checkConnection',
  'geminiInteractions.newChat',
  'geminiInteractions.showHistory',
  'geminiInteractions.renameChat',
  'geminiInteractions.deleteChat',
  'geminiInteractions.togglePrivateChat',
  'geminiInteractions.storeChat',
  'geminiInteractions.copyChat',
  'geminiInteractions.openInEditor',
  'geminiInteractions.compareAnswer',
  'geminiInteractions.selectModel',
  'geminiInteractions.selectThinking',
  'geminiInteractions.moveChat',
  'geminiInteractions.moveToSecondarySideBar',
  'geminiInteractions.exportChat',
  'geminiInteractions.importChat',
  'geminiInteractions.deleteAtGoogle',
  'geminiInteractions.focusChat',
  'geminiInteractions.find',
  'geminiInteractions.stop',
  'geminiInteractions.openSettings',
  'geminiInteractions.explain',
  'geminiInteractions.fix',
  'geminiInteractions.refactor',
  'geminiInteractions.writeTests',
  'geminiInteractions.review',
  'geminiInteractions.fixFinding',
  'geminiInteractions.dismissFinding',
  'geminiInteractions.addSelection',
  'geminiInteractions.addFile',
  'geminiInteractions.addToChat',
  'geminiInteractions.attach',
  'geminiInteractions.document',
  'geminiInteractions.edit',
  'geminiInteractions.acceptAll',
  'geminiInteractions.rejectAll',
  'geminiInteractions.acceptHunk',
  'geminiInteractions.rejectHunk',
  'geminiInteractions.nextHunk',
  'geminiInteractions.previousHunk',
  'geminiInteractions.stopProposal',
  'geminiInteractions.refine',
  'geminiInteractions.sendInstruction',
  'geminiInteractions.leaveInstruction',
  'geminiInteractions.startResearch',
  'geminiInteractions.showResearch',
  'geminiInteractions.startPlannedResearch',
  'geminiInteractions.changeResearchPlan',
  'geminiInteractions.cancelResearch',
  'geminiInteractions.useResearch',
  'geminiInteractions.lookAgainResearch',
  'geminiInteractions.startResearchAgain',
  'geminiInteractions.openReport',
  'geminiInteractions.saveReport',
  'geminiInteractions.copyReport',
  'geminiInteractions.exportReport',
  'geminiInteractions.addAppendix',
  'geminiInteractions.researchFollowUp',
  'geminiInteractions.researchAgain',
  'geminiInteractions.checkCitations',
  'geminiInteractions.deleteResearch',
  'geminiInteractions.researchSelection',
  'geminiInteractions.commitMessage',
  'geminiInteractions.stopCommitMessage',
  'geminiInteractions.explainTerminal',
  'geminiInteractions.fixTerminal',
  'geminiInteractions.showMenu',
  'geminiInteractions.reportProblem',
  'geminiInteractions.copyAnswer',
  'geminiInteractions.copyAnswerMarkdown',
  'geminiInteractions.copyCode',
  'geminiInteractions.openAnswerAsText',
] as const;
export type CommandId = (typeof commandIds)[number];

export const chatViewId = 'geminiInteractions.chat';
export const researchViewId = 'geminiInteractions.research';

/** The container in the secondary side bar, as commands name it. */
export const secondaryContainerId = 'workbench.view.extension.geminiInteractionsSecondary';

/** The types of the tabs that VS Code brings back. */
export const chatTabType = 'geminiInteractions.chatTab';

/** The section of the settings, and the defaults of those in it. */
export const settingsSection = 'geminiInteractions';
export const settingDefaults = {
  model: 'gemini-3.8-flash',
  editModel: '',
  systemInstruction: '',
  'rules.files': ['AGENTS.md', 'GEMINI.md'],
  'chat.background': true,
  'chat.titles': 'prompt',
  'commit.model': 'gemini-3.5-flash-lite',
  'privacy.exclude': [],
  baseUrl: '',
  'research.agent': 'fast',
  'research.planFirst': true,
  'research.folder': 'research',
  'research.fileSearchStores': [],
  'research.mcpServers': {},
  'budget.perResearch': 5,
  'codeLens.enabled': false,
  'thinking.level': 'model',
  'thinking.summaries': true,
  'tools.googleSearch': false,
  'tools.urlContext': false,
  'tools.codeExecution': false,
  'tools.googleMaps': false,
  maxOutputTokens: 0,
  serviceTier: 'standard',
};
export type SettingKey = keyof typeof settingDefaults;

/** The context keys that `when` clauses and steps of the walkthrough ask for. */
export const contextKeys = {
  chatFocused: 'geminiInteractions.chatFocused',
  reviewReady: 'geminiInteractions.reviewReady',
  reviewPristine: 'geminiInteractions.reviewPristine',
  isStreaming: 'geminiInteractions.isStreaming',
  chatBegun: 'geminiInteractions.chatBegun',
  chatPrivate: 'geminiInteractions.chatPrivate',
  researchPageRuns: 'geminiInteractions.researchPageRuns',
  researchPageWaits: 'geminiInteractions.researchPageWaits',
  reviewStreaming: 'geminiInteractions.reviewStreaming',
  reviewActive: 'geminiInteractions.reviewActive',
  commitBusy: 'geminiInteractions.commitBusy',
  terminalFailed: 'geminiInteractions.terminalFailed',
  researchRunning: 'geminiInteractions.researchRunning',
  hasKey: 'geminiInteractions.hasKey',
} as const;
export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];
