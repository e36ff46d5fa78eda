import type { AnswerPart } from '../parts/answerPart';
import { answerPart } from './answer';
import { type AttachmentView, attachmentView } from './attachment';
import { actionView, type FailureView, failureView } from './failures';
import { finite, flag, index, listOf, type NoFields, oneOf, optional, record, type Shapes, text } from './shape';
import { type PanelState, panelState } from './state';

const turnStatuses = ['waiting', 'streaming', 'done', 'stopped', 'failed', 'interrupted'] as const;
export type TurnStatus = (typeof turnStatuses)[number];

/** Which of the branches at one place is shown. `index` is counted from 1. */
export interface BranchView {
  readonly index: number;
  readonly count: number;
}

/** A visible countdown. `message` holds `{0}` for the seconds left; the panel counts, the host ends it. */
export interface WaitView {
  readonly message: string;
  readonly seconds: number;
}

/** How long an answer took, in milliseconds. */
interface TimesView {
  /** Absent while it goes on. */
  readonly total?: number;
  /** Until the first of it was seen. */
  readonly first?: number;
  /** Each stretch of thinking, in their order. */
  readonly thoughts: readonly number[];
}

/** Tokens by kind, and how often was searched. */
interface UsageView {
  readonly input: number;
  /** Of the input. */
  readonly cached: number;
  readonly thought: number;
  readonly output: number;
  readonly tool: number;
  readonly searches: number;
}

/** How a turn stands. What is absent is not known. */
export interface TurnEndView {
  readonly status: TurnStatus;
  readonly failure?: FailureView;
  /** A quiet line under the answer, such as why it ended early. */
  readonly note?: string;
  /** A button beside the note. It is for the end of the chat: before later messages it is not shown. */
  readonly noteAction?: FailureView['action'];
  /** Set while the turn waits before it asks again by itself. */
  readonly wait?: WaitView;
  /** The id of the model or the agent that answers. */
  readonly answerer?: string;
  readonly times?: TimesView;
  /** All that were counted, in and out. */
  readonly tokens?: number;
  /** The same by kind. */
  readonly usage?: UsageView;
  /** About, in US dollars and without searches. */
  readonly cost?: number;
}

export interface TurnView extends TurnEndView {
  readonly id: string;
  readonly prompt: string;
  readonly attachments: readonly AttachmentView[];
  /** Set where another question was asked in the same place. */
  readonly questionBranch?: BranchView;
  /** Set where the same question has another answer. */
  readonly branch?: BranchView;
  /** Later messages follow this turn and are hidden, because the user went back to it. */
  readonly hasMore?: boolean;
  readonly parts: readonly AnswerPart[];
}

const status = oneOf(turnStatuses);
const wait = record<WaitView>({ message: text, seconds: finite });
const end = {
  status,
  failure: optional(failureView),
  note: optional(text),
  noteAction: optional(actionView),
  wait: optional(wait),
  answerer: optional(text),
  times: optional(record<TimesView>({ total: optional(finite), first: optional(finite), thoughts: listOf(finite) })),
  tokens: optional(index),
  usage: optional(
    record<UsageView>({ input: index, cached: index, thought: index, output: index, tool: index, searches: index }),
  ),
  cost: optional(finite),
};
const branch = record<BranchView>({ index, count: index });
const turn = record<TurnView>({
  id: text,
  prompt: text,
  attachments: listOf(attachmentView),
  questionBranch: optional(branch),
  branch: optional(branch),
  hasMore: optional(flag),
  parts: listOf(answerPart),
  ...end,
});

export interface ChatFacts {
  snapshot: {
    readonly chatId: string;
    /** The last turns of the chat, as many as the person sees at first. */
    readonly turns: readonly TurnView[];
    /** How many turns come before these. They are sent as they are fetched. Absent: none. */
    readonly earlier?: number;
    readonly state: PanelState;
  };
  /** The turns right before the turn `before`, as they stand now. Ignore unless `before` is still the first turn shown. */
  earlierTurns: { readonly before: string; readonly turns: readonly TurnView[] };
  turnAdded: { readonly turn: TurnView };
  turnChanged: { readonly turnId: string } & TurnEndView;
}

export const chatFacts: Shapes<ChatFacts> = {
  snapshot: { chatId: text, turns: listOf(turn), earlier: optional(index), state: panelState },
  earlierTurns: { before: text, turns: listOf(turn) },
  turnAdded: { turn },
  turnChanged: { turnId: text, ...end },
};

export type BranchStep = -1 | 1;

/** Whose branches: those of edited questions, or those of answers that were asked for again. */
export type BranchOf = 'question' | 'answer';

/** Turns are named by their ids; the host looks up what those stand for. */
export interface ChatRequests {
  stop: NoFields;
  setPrivate: { readonly isPrivate: boolean };
  /** Lets the user choose the model of this chat. */
  chooseModel: NoFields;
  copyQuestion: { readonly turnId: string };
  copyAnswer: { readonly turnId: string };
  /** Copies the call of a tool and what came back, as the service sent them. `part`: the number of one of them. */
  copyDetails: { readonly turnId: string; readonly part: number };
  openAnswerAsText: { readonly turnId: string };
  openAttachment: { readonly turnId: string; readonly attachmentId: string };
  retry: { readonly turnId: string };
  /** Lets the user choose the model that answers once more. */
  retryWith: { readonly turnId: string };
  /** Asks `prompt` in the place of what was asked there, which is kept as a branch. */
  askInstead: { readonly turnId: string; readonly prompt: string };
  branchFrom: { readonly turnId: string };
  /** Shows the later messages that are hidden after this turn. */
  showMore: { readonly turnId: string };
  /** Shows the branch before or after this one. Nothing is sent to the service. */
  showBranch: { readonly turnId: string; readonly of: BranchOf; readonly step: BranchStep };
}

export const chatRequests: Shapes<ChatRequests> = {
  stop: {},
  setPrivate: { isPrivate: flag },
  chooseModel: {},
  copyQuestion: { turnId: text },
  copyAnswer: { turnId: text },
  copyDetails: { turnId: text, part: index },
  openAnswerAsText: { turnId: text },
  openAttachment: { turnId: text, attachmentId: text },
  retry: { turnId: text },
  retryWith: { turnId: text },
  askInstead: { turnId: text, prompt: text },
  branchFrom: { turnId: text },
  showMore: { turnId: text },
  showBranch: { turnId: text, of: oneOf(['question', 'answer']), step: oneOf([-1, 1]) },
};
