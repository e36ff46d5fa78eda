/** Every string package.json also spells. `test/unit/manifest.test.ts` keeps the two equal. */

export const extensionId = 'open-interactions.gemini-interactions';

export const commandIds = [
  'geminiInteractions.setApiKey',
  'geminiInteractions.removeApiKey',
  'geminiInteractions.checkConnection',
  'geminiInteractions.newChat',
  'geminiInteractions.showHistory',
  'geminiInteractions.togglePrivateChat',
  'geminiInteractions.copyChat',
  'geminiInteractions.openInEditor',
  'geminiInteractions.compareAnswer',
  'geminiInteractions.moveChat',
  'geminiInteractions.exportChat',
  'geminiInteractions.importChat',
  'geminiInteractions.deleteAtGoogle',
  'geminiInteractions.focusChat',
  'geminiInteractions.find',
  'geminiInteractions.stop',
  'geminiInteractions.openSettings',
  'geminiInteractions.explain',
  'geminiInteractions.refactor',
  'geminiInteractions.acceptAll',
  'geminiInteractions.rejectAll',
  'geminiInteractions.acceptHunk',
  'geminiInteractions.rejectHunk',
  'geminiInteractions.nextHunk',
  'geminiInteractions.previousHunk',
  'geminiInteractions.stopProposal',
  'geminiInteractions.startResearch',
  'geminiInteractions.cancelResearch',
  'geminiInteractions.openReport',
  'geminiInteractions.showMenu',
  'geminiInteractions.reportProblem',
] as const;
export type CommandId = (typeof commandIds)[number];

export const viewContainerId = 'geminiInteractions';
export const chatViewId = 'geminiInteractions.chat';
/** The type of the tabs that show a chat. */
export const chatTabType = 'geminiInteractions.chatTab';
export const settingsSection = 'geminiInteractions';

/** The settings and their defaults. `baseUrl` is read from user settings alone. */
export const settingDefaults = {
  model: 'gemini-3.8-flash',
  'chat.background': true,
  'chat.titles': 'prompt',
  baseUrl: '',
};
export type SettingKey = keyof typeof settingDefaults;
export type Settings = Readonly<typeof settingDefaults>;

/** Context keys used in `when` clauses. */
export const contextKeys = {
  chatFocused: 'geminiInteractions.chatFocused',
  isStreaming: 'geminiInteractions.isStreaming',
  reviewActive: 'geminiInteractions.reviewActive',
  reviewStreaming: 'geminiInteractions.reviewStreaming',
  reviewReady: 'geminiInteractions.reviewReady',
  reviewPristine: 'geminiInteractions.reviewPristine',
  researchRunning: 'geminiInteractions.researchRunning',
} as const;
export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

/** The service every key is made for. */
export const geminiOrigin = 'https://generativelanguage.googleapis.com';
export const keyPage = 'https://aistudio.google.com/apikey';
export const billingPage = 'https://aistudio.google.com/billing';
export const defaultResearchAgent = 'deep-research-preview-04-2026';

/** Scheme of both sides of a review: the document as it was, and the proposal. */
export const reviewScheme = 'gemini-interactions-review';
/** Scheme of an answer that is shown as plain text. */
export const answerScheme = 'gemini-interactions-answer';
/** Scheme of a diagram that is shown in VS Code's Markdown preview. */
export const diagramScheme = 'gemini-interactions-diagram';
