import type { AnswerPart } from '../parts/answerPart';
import { answerPart } from './answer';
import { type AttachmentView, attachmentView } from './attachment';
import { type FailureView, failureView } from './failures';
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

export interface TurnView {
  readonly id: string;
  readonly prompt: string;
  readonly attachments: readonly AttachmentView[];
  /** Set where something else was asked in the same place as well. */
  readonly branch?: BranchView;
  /** Later messages follow this turn and are hidden, because the user went back to it. */
  readonly hasMore?: boolean;
  readonly parts: readonly AnswerPart[];
  readonly status: TurnStatus;
  readonly failure?: FailureView;
  /** A quiet line under the answer, such as why it ended early. */
  readonly note?: string;
  /** Set while the turn waits before it asks again by itself. */
  readonly wait?: WaitView;
}

const status = oneOf(turnStatuses);
const wait = record<WaitView>({ message: text, seconds: finite });
const end = { status, failure: optional(failureView), note: optional(text), wait: optional(wait) };
const turn = record<TurnView>({
  id: text,
  prompt: text,
  attachments: listOf(attachmentView),
  branch: optional(record<BranchView>({ index, count: index })),
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
  turnChanged: { readonly turnId: string } & Pick<TurnView, 'status' | 'failure' | 'note' | 'wait'>;
}

export const chatFacts: Shapes<ChatFacts> = {
  snapshot: { chatId: text, turns: listOf(turn), earlier: optional(index), state: panelState },
  earlierTurns: { before: text, turns: listOf(turn) },
  turnAdded: { turn },
  turnChanged: { turnId: text, ...end },
};

export type BranchStep = -1 | 1;

/** Turns are named by their ids; the host looks up what those stand for. */
export interface ChatRequests {
  stop: NoFields;
  setPrivate: { readonly isPrivate: boolean };
  /** Lets the user choose the model of this chat. */
  chooseModel: NoFields;
  copyQuestion: { readonly turnId: string };
  copyAnswer: { readonly turnId: string };
  openAnswerAsText: { readonly turnId: string };
  openAttachment: { readonly turnId: string; readonly attachmentId: string };
  retry: { readonly turnId: string };
  /** Asks `prompt` in the place of what was asked there, which is kept as a branch. */
  askInstead: { readonly turnId: string; readonly prompt: string };
  branchFrom: { readonly turnId: string };
  /** Shows the later messages that are hidden after this turn. */
  showMore: { readonly turnId: string };
  /** Shows the branch before or after this one. Nothing is sent to the service. */
  showBranch: { readonly turnId: string; readonly step: BranchStep };
}

export const chatRequests: Shapes<ChatRequests> = {
  stop: {},
  setPrivate: { isPrivate: flag },
  chooseModel: {},
  copyQuestion: { turnId: text },
  copyAnswer: { turnId: text },
  openAnswerAsText: { turnId: text },
  openAttachment: { turnId: text, attachmentId: text },
  retry: { turnId: text },
  askInstead: { turnId: text, prompt: text },
  branchFrom: { turnId: text },
  showMore: { turnId: text },
  showBranch: { turnId: text, step: oneOf([-1, 1]) },
};
