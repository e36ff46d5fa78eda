/** Names and addresses of our own and of Google's that package.json does not spell. For those that it does: manifest.ts. */

/** The service every key is made for. */
export const geminiOrigin = 'https://generativelanguage.googleapis.com';
export const keyPage = 'https://aistudio.google.com/apikey';
export const billingPage = 'https://aistudio.google.com/billing';
/** Where Google shows what was spent, and takes a limit for it. */
export const spendPage = 'https://aistudio.google.com/spend';

/** Where problems of this extension are reported. */
export const issuePage = 'https://github.com/open-interactions/gemini-interactions/issues/new';

/** Scheme of both sides of a review: the document as it was, and the proposal. */
export const reviewScheme = 'gemini-interactions-review';
/** Scheme of the instruction of a chat, which is edited as a file. */
export const chatInstructionScheme = 'gemini-interactions-chat-instruction';
/** Scheme of an answer that is shown as plain text. */
export const answerScheme = 'gemini-interactions-answer';
/** Scheme of a turn that is shown as JSON. */
export const inspectionScheme = 'gemini-interactions-inspection';
/** Scheme of a diagram that is shown in VS Code's Markdown preview. */
export const diagramScheme = 'gemini-interactions-diagram';
/** Scheme of a command for a terminal that is shown instead of being put at the prompt. */
export const fixScheme = 'gemini-interactions-fix';
/** Scheme of the page of a research. */
export const researchScheme = 'gemini-interactions-research';
/** The findings of reviews at their lines. */
export const findingsControllerId = 'gemini-interactions-findings';
