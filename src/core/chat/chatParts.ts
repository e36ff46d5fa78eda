import type { AnswerChange } from '../../parts/answerChange';
import type { ChatRecords } from '../conversation/journal';
import type { WorkspaceTag } from '../conversation/records';
import type { Turn } from '../conversation/turn';
import type { AgentLimits } from '../interactions/agents';
import type { Answering } from './answering';
import type { Instructions } from './instructions';
import type { RenewUpload } from './renewUploads';
import type { TurnServices } from './turnServices';
import type { TurnTapes } from './turnTapes';

/** What happened to a chat. */
export type ChatFact =
  /** Another chat is shown, or much of this one changed: a mirror needs all of it. */
  | { readonly type: 'opened' }
  | { readonly type: 'turnAdded'; readonly turn: Turn }
  | { readonly type: 'answerChanged'; readonly turnId: string; readonly change: AnswerChange }
  | { readonly type: 'turnChanged'; readonly turn: Turn }
  /** The title, the privacy or the state of saving changed. */
  | { readonly type: 'chatChanged' };

/** Whether questions run in the background, where the service goes on without a connection. */
export interface BackgroundChoice {
  isWanted(model: string): boolean;
  /** The service refuses the background for this model. */
  refused(model: string): void;
}

export interface ChatSessionParts extends TurnServices {
  readonly records: ChatRecords;
  /** Read at each question, so a changed setting counts for the next one. */
  readonly model: () => string;
  /** Whether a question may be asked at all: there may be a budget. False: the user was told why not. */
  readonly mayAsk: () => Promise<boolean>;
  /** Notes what an answer cost, in US dollars. True: more than the 20 answers before it together. */
  readonly isCostly: (cost: number) => boolean;
  /** The models that are gone and of which the user was told in this window. */
  readonly toldModels: Set<string>;
  readonly background: BackgroundChoice;
  /** The same. */
  readonly answering: () => Answering;
  /** The same. */
  readonly agentLimits: () => AgentLimits;
  /** Whether the user lets Google store chats at all. The same. */
  readonly mayStore: () => boolean;
  /** What a question takes along besides the chat. Asked for at each question: files may change. Never rejects. */
  readonly instructions: () => Promise<Instructions>;
  /** Uploads a file of an old question once more. */
  readonly renewUpload: RenewUpload;
  /** The workspace that a new chat is marked with. */
  readonly workspace: () => WorkspaceTag | undefined;
  /** The question behind "Continue", in the user's language. */
  readonly continuePrompt: string;
  readonly tapes: TurnTapes;
  readonly newId: () => string;
  readonly now: () => number;
  /** Called with unexpected errors. */
  readonly onError: (error: unknown) => void;
}
