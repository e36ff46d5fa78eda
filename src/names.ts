/** Names and addresses of our own and of Google's that package.json does not spell. For those that it does: manifest.ts. */

/** The service every key is made for. */
export const geminiOrigin = 'https://generativelanguage.googleapis.com';
export const keyPage = 'https://aistudio.google.com/apikey';
export const billingPage = 'https://aistudio.google.com/billing';
/** Where Google shows what was spent, and takes a limit for it. */
export const spendPage = 'https://aistudio.google.com/spend';

/** Scheme of the right-hand side of a refactoring's diff. */
export const proposalScheme = 'gemini-interactions-proposal';
/** Scheme of the left-hand side: the document as it was when the refactoring began. */
export const originalScheme = 'gemini-interactions-original';
/** Scheme of an answer that is shown as plain text. */
export const answerScheme = 'gemini-interactions-answer';
/** Scheme of a diagram that is shown in VS Code's Markdown preview. */
export const diagramScheme = 'gemini-interactions-diagram';
/** Scheme of the page of a research. */
export const researchScheme = 'gemini-interactions-research';
