import type { CommandId } from '../manifest';
import type { FeatureRequest, RequestHandlers } from './panel/panelHandle';

/** The arguments of the commands that take some. VS Code's menus pass arguments of their own: a handler checks the type. */
interface CommandArgs {
  /** `toggle`: back to the editor where the chat has the focus already. `{ prompt }`: what goes into the composer, to be sent by the user. */
  'geminiInteractions.focusChat': [how?: unknown];
  /** The chat to export. Default: the chat that is shown. */
  'geminiInteractions.exportChat': [chatId?: unknown];
  /** The place in the chat that was clicked, as the page describes it. */
  'geminiInteractions.copyAnswer': [place?: unknown];
  'geminiInteractions.copyAnswerMarkdown': [place?: unknown];
  'geminiInteractions.copyCode': [place?: unknown];
  'geminiInteractions.openAnswerAsText': [place?: unknown];
  /** The place in the chat, or a document that shows a turn, as its URI. Default: that in front, or one is chosen. */
  'geminiInteractions.showInteraction': [place?: unknown];
  'geminiInteractions.copyAsCode': [place?: unknown];
  'geminiInteractions.compareInteractions': [place?: unknown];
  'geminiInteractions.replayInteraction': [place?: unknown];
  'geminiInteractions.saveAsHar': [place?: unknown];
  /** The document with the request, as its URI. Default: that of the active editor. */
  'geminiInteractions.sendRequest': [document?: unknown];
  /** Of code: what menus of editors pass, or `(uri, range)`. Default: the active editor and what is selected in it. */
  'geminiInteractions.explain': readonly unknown[];
  'geminiInteractions.fix': readonly unknown[];
  'geminiInteractions.refactor': readonly unknown[];
  'geminiInteractions.document': readonly unknown[];
  'geminiInteractions.edit': readonly unknown[];
  'geminiInteractions.writeTests': readonly unknown[];
  'geminiInteractions.review': readonly unknown[];
  /** The file that was clicked, and all that are selected in the same list. Default: the active editor and what is selected in it. */
  'geminiInteractions.extractJson': readonly unknown[];
  /** As for `extractJson`. */
  'geminiInteractions.runAtGoogle': readonly unknown[];
  /** The `CommentThread` of a finding. */
  'geminiInteractions.fixFinding': [thread?: unknown];
  'geminiInteractions.dismissFinding': [thread?: unknown];
  'geminiInteractions.addSelection': readonly unknown[];
  /** The file that was clicked, and all that are selected in the same list. Default: that of the active editor. */
  'geminiInteractions.addFile': readonly unknown[];
  /** As for `addFile` where files of a list are given, else as for `addSelection`. */
  'geminiInteractions.addToChat': readonly unknown[];
  /** A document of the review, as its URI. Default: the review in front. */
  'geminiInteractions.acceptAll': readonly unknown[];
  'geminiInteractions.rejectAll': readonly unknown[];
  'geminiInteractions.nextHunk': readonly unknown[];
  'geminiInteractions.previousHunk': readonly unknown[];
  'geminiInteractions.stopProposal': readonly unknown[];
  'geminiInteractions.refine': readonly unknown[];
  /** A `vscode.CommentReply`. */
  'geminiInteractions.sendInstruction': [reply: unknown];
  /** `(uri, n)` is the change number n, from 0; `({ uri, lineNumber })` the one at a line, from 1. Default: the cursor's. */
  'geminiInteractions.acceptHunk': readonly unknown[];
  'geminiInteractions.rejectHunk': readonly unknown[];
  /** The `SourceControl` whose title bar was clicked, or any object with its `rootUri`. Default: the repository is asked for. */
  'geminiInteractions.commitMessage': [sourceControl?: unknown];
  /** Files, or the address of a page, and the chat they go along in. Default: the user is asked, and the chat in front. */
  'geminiInteractions.attach': [what?: unknown, chatId?: unknown];
  /** The chat that a file is added to, or that searches a store. Default: the one in front. `stores`: their list comes first. */
  'geminiInteractions.manageFiles': [chatId?: unknown, place?: unknown];
  /** What the image shows. Default: the user is asked. */
  'geminiInteractions.generateImage': [prompt?: unknown];
  /** The file, as its URI. Default: the picture that is shown in front. */
  'geminiInteractions.editImage': [file?: unknown];
  /** The question; default: the user is asked. The chat whose attachments go along; default: none do. */
  'geminiInteractions.startResearch': [question?: unknown, chatId?: unknown];
  /** The question that is proposed. Default: none. */
  'geminiInteractions.researchSelection': [question?: unknown];
  /** The research that is meant, as a row of its view, a document or an id. Default: the one in front, or one is chosen. */
  'geminiInteractions.showResearch': [target?: unknown];
  'geminiInteractions.startPlannedResearch': [target?: unknown];
  'geminiInteractions.changeResearchPlan': [target?: unknown];
  'geminiInteractions.cancelResearch': [target?: unknown];
  'geminiInteractions.useResearch': [target?: unknown];
  'geminiInteractions.lookAgainResearch': [target?: unknown];
  'geminiInteractions.startResearchAgain': [target?: unknown];
  'geminiInteractions.openReport': [target?: unknown];
  'geminiInteractions.saveReport': [target?: unknown];
  'geminiInteractions.copyReport': [target?: unknown];
  'geminiInteractions.exportReport': [target?: unknown];
  'geminiInteractions.addAppendix': [target?: unknown];
  'geminiInteractions.showSourceAddresses': [target?: unknown];
  'geminiInteractions.researchFollowUp': [target?: unknown];
  'geminiInteractions.researchAgain': [target?: unknown];
  'geminiInteractions.checkCitations': [target?: unknown];
  'geminiInteractions.deleteResearch': [target?: unknown];
}

export type ArgsOf<Id extends CommandId> = Id extends keyof CommandArgs ? CommandArgs[Id] : [];

/** What commands do. A command without a handler does not compile. The result is that of `executeCommand`. */
export type CommandHandlers<Id extends CommandId = CommandId> = {
  readonly [K in Id]: (...args: ArgsOf<K>) => unknown;
};

/** One capability of the product: its commands, and what panels may ask of it. */
export interface Feature<Commands extends CommandId = never, Requests extends FeatureRequest = never> {
  readonly commands: CommandHandlers<Commands>;
  readonly requests: RequestHandlers<Requests>;
  dispose(): void;
}
