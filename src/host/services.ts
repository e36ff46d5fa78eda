import type * as vscode from 'vscode';
import type { ChatSession } from '../core/chat/chatSession';
import type { Chats } from '../core/chat/chats';
import type { DebtsAtGoogle } from '../core/chat/debtsAtGoogle';
import type { Drafts } from '../core/chat/drafts';
import type { Instructions } from '../core/chat/instructions';
import type { PendingAttachments } from '../core/chat/pendingAttachments';
import type { PreparedQuestions } from '../core/chat/preparedQuestions';
import type { QuestionQueue } from '../core/chat/questionQueue';
import type { TurnTapes } from '../core/chat/turnTapes';
import type { FileStores } from '../core/interactions/fileStores';
import type { FileUploads } from '../core/interactions/fileUploads';
import type { GoogleFiles } from '../core/interactions/googleFiles';
import type { Interactions } from '../core/interactions/port';
import type { RawInteractions } from '../core/interactions/rawPort';
import type { Reachability } from '../core/interactions/reachability';
import type { Sandboxes } from '../core/interactions/sandboxes';
import type { OutgoingGate } from '../core/privacy/outgoingGate';
import type { RulesAhead } from '../core/privacy/rulesAhead';
import type { ResearchFiles } from '../core/research/researchFiles';
import type { ResearchJobs } from '../core/research/researchJobs';
import type { ChatLibrary } from '../core/storage/library/chatLibrary';
import type { Activity } from './base/activity';
import type { CurrentFile } from './base/currentFile';
import type { FailureNotices } from './base/failureNotices';
import type { UsageMeter } from './budget/usageMeter';
import type { ApiKey } from './key/apiKey';
import type { ServerTokens } from './key/serverTokens';
import type { Log } from './log/log';
import type { ModelCatalog } from './models/modelCatalog';
import type { ReplacedModels } from './models/replacedModels';
import type { ChatTabs } from './panel/chatTabs';
import type { ChatView } from './panel/chatView';
import type { PanelRegistry } from './panel/panelRegistry';
import type { Links } from './paths/workspaceLinks';
import type { ThemeColors } from './theme/themeColors';

/** What features are made of. Each is made once, by `makeServices`, and lives as long as the extension. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly activity: Activity;
  readonly notices: FailureNotices;
  readonly apiKey: ApiKey;
  readonly interactions: Interactions;
  /** The same service, for who sends bodies of requests as they are. */
  readonly raw: RawInteractions;
  /** What remote MCP servers are called with. */
  readonly serverTokens: () => Promise<ServerTokens>;
  readonly tapes: TurnTapes;
  /** What a question of a chat takes along now. Never rejects. */
  readonly instructions: () => Promise<Instructions>;
  readonly reachability: Reachability;
  readonly uploads: FileUploads;
  /** What was uploaded with this key, from here or elsewhere. */
  readonly googleFiles: GoogleFiles;
  /** Where agents work. */
  readonly sandboxes: () => Promise<Sandboxes>;
  /** The stores of this key that answers can search. */
  readonly fileStores: () => Promise<FileStores>;
  /** What is sent passes it first: prompts, code, diffs, text of terminals. */
  readonly gate: OutgoingGate;
  /** The rules that the gate goes by. */
  readonly rulesAhead: Pick<RulesAhead, 'expect'>;
  /** What is to be deleted at Google and is not shown here any more. */
  readonly debts: Pick<DebtsAtGoogle, 'owe'>;
  readonly models: ModelCatalog;
  /** Says which model is asked where a command finds one in the settings that is gone. */
  readonly replaced: Pick<ReplacedModels, 'toAsk'>;
  readonly chats: Chats;
  /** What goes along with the next question of a chat. */
  readonly pending: PendingAttachments;
  /** The questions that wait for an answer to end. */
  readonly queue: QuestionQueue;
  readonly drafts: Drafts;
  readonly currentFile: CurrentFile;
  /** Keeps what is attached and what waits on disk. */
  readonly prepared: PreparedQuestions;
  readonly library: ChatLibrary;
  /** What all windows have used. */
  readonly ledger: Pick<UsageMeter, 'between'>;
  readonly jobs: ResearchJobs;
  readonly researchFiles: ResearchFiles;
  readonly panels: PanelRegistry;
  readonly view: ChatView;
  readonly tabs: ChatTabs;
  readonly links: Links;
  readonly themeColors: ThemeColors;
  /** The chat that a command means: the one in the tab in front, else the one in the side bar. */
  readonly chatInFront: () => Promise<ChatSession>;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Shows a Failure as a notice, and anything else as a bug. */
  readonly onError: (error: unknown) => void;
}
