import type * as vscode from 'vscode';
import { accountFeature } from './host/account/accountFeature';
import { answeringFeature } from './host/answering/answeringFeature';
import { answersFeature } from './host/answers/answersFeature';
import { attachFeature } from './host/attach/attachFeature';
import { chatFeature } from './host/chat/chatFeature';
import { contextFeature } from './host/context/contextFeature';
import { editFeature } from './host/edit/editFeature';
import { extractFeature } from './host/extract/extractFeature';
import type { CommandHandlers } from './host/feature';
import { filesFeature } from './host/files/filesFeature';
import { historyFeature } from './host/history/historyFeature';
import { imagesFeature } from './host/images/imagesFeature';
import { inspectFeature } from './host/inspect/inspectFeature';
import type { RequestHandlers } from './host/panel/panelHandle';
import { researchFeature } from './host/research/researchFeature';
import type { ResearchRow } from './host/research/researchTree';
import { sandboxFeature } from './host/sandbox/sandboxFeature';
import { scmFeature } from './host/scm/scmFeature';
import { selectionFeature } from './host/selection/selectionFeature';
import type { Services } from './host/services';
import { startFeature } from './host/start/startFeature';
import { statusFeature } from './host/status/statusFeature';
import { terminalFeature } from './host/terminal/terminalFeature';
import type { TerminalWatch } from './host/terminal/terminalWatch';
import { usageFeature } from './host/usage/usageFeature';

/** What was made when the window opened, and some features go on with. */
export interface MadeAtActivation {
  readonly statusItem: vscode.StatusBarItem;
  readonly terminalWatch: TerminalWatch;
  readonly researchView: vscode.TreeView<ResearchRow>;
}

/** All features as one: their tables merged, and what the product itself asks of some of them. */
export type Features = ReturnType<typeof makeFeatures>;

/** Makes each feature. A command or a request that none of them handles does not compile here. */
export function makeFeatures(services: Services, { statusItem, terminalWatch, researchView }: MadeAtActivation) {
  const own = <T extends { dispose(): void }>(item: T): T => {
    services.context.subscriptions.push(item);
    return item;
  };
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
  return {
    commands,
    requests,
    recent: history.recent,
    start,
    reviewFiles: edit.reviewFiles,
    instructionFiles: answering.instructionFiles,
    researchRows: research.rows,
  };
}
