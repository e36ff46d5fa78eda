import type { AnswerChoices } from '../parts/answerChoices';
import { type AttachmentView, attachmentView } from './attachment';
import { answerChoices, type ServerView, serverView, type WithoutEffect, withoutEffect } from './choices';
import { type QueuedView, queuedView } from './composer';
import { type ContextState, contextState } from './context';
import { finite, flag, isRecord, listOf, oneOf, optional, record, type Shape, type Shapes, text } from './shape';
import { type StartState, startState } from './start';
import { type TokenColors, tokenColors } from './theme';

/** The one thing the button of the banner does. */
export const bannerActions = ['exportChat', 'takeOver', 'restoreChat'] as const;
export type BannerAction = (typeof bannerActions)[number];

/** Something that is wrong with the chat as a whole, such as a disk that is full. */
export interface BannerView {
  /** What happened, then what to do. */
  readonly message: string;
  readonly action?: { readonly id: BannerAction; readonly label: string };
}

/** Whose answers these are, and whether any can be asked for. */
export interface AccountState {
  /**
   * `unknown` until SecretStorage has answered; the panel then shows neither the composer nor the welcome. `unreadable`: a
   * key was saved here, and the system's secret storage no longer gives it out.
   */
  readonly key: 'unknown' | 'missing' | 'unreadable' | 'present';
  /** Why the key that was entered last was not taken. Absent: none was refused. */
  readonly refusal?: string;
  /** A line that stays at the top, such as "answers come from the local test server". */
  readonly notice?: string;
}

/** The chat as a whole. */
export interface ChatState {
  /** Empty while it has none. */
  readonly title: string;
  /** The id of the model that the next question goes to. */
  readonly model: string;
  /** How its next question is answered. Absent: with no tools, and as much thinking as the model does by itself. */
  readonly choices?: AnswerChoices;
  /** The remote MCP servers of the settings. Absent: there are none. */
  readonly servers?: readonly ServerView[];
  /** The File Search stores that it may search, for people. Absent: there are none. */
  readonly stores?: readonly string[];
  /** What each of its questions takes along besides. Absent: nothing. */
  readonly instruction?: string;
  /** The name of the schema that its answers fit. Absent: they are words. */
  readonly schema?: string;
  /** Which of these choices do not count, and why. Absent: all count. */
  readonly withoutEffect?: WithoutEffect;
  /** The next question of this chat is asked without Google keeping it. */
  readonly isPrivate: boolean;
  /** Why that can’t be switched for this chat. Absent: it can. */
  readonly privateReason?: string;
  /** Nothing can be sent, since another window or a newer version writes this chat. The banner says which. */
  readonly readOnly: boolean;
  /** A quiet line that says how long Google keeps this chat, or what private means. */
  readonly retention?: string;
  readonly banner?: BannerView;
  /** How many tokens of what the model can read the chat fills, about. Absent: not known. */
  readonly room?: { readonly used: number; readonly size: number };
  /** What goes along with the next question. Absent: nothing. */
  readonly attached?: readonly AttachmentView[];
  /** What is asked after the answer that is on its way. Absent: nothing. */
  readonly queued?: readonly QueuedView[];
}

/** What the page looks like and can do here. */
export interface WindowState {
  /** Absent until the colour theme was read, and where it cannot be. */
  readonly tokenColors?: TokenColors;
  /** VS Code has a preview in which a diagram can be opened. */
  readonly canOpenDiagrams?: boolean;
}

/** What the panel shows apart from the turns, in slices: a slice that changes is sent whole, the others stay. */
export interface PanelState {
  readonly account: AccountState;
  readonly chat: ChatState;
  readonly window: WindowState;
  /** Absent where the chat has turns. */
  readonly start?: StartState;
  readonly context?: ContextState;
}

const bannerAction = record<NonNullable<BannerView['action']>>({ id: oneOf(bannerActions), label: text });

const slices: Shape<PanelState> = {
  account: record<AccountState>({
    key: oneOf(['unknown', 'missing', 'unreadable', 'present']),
    refusal: optional(text),
    notice: optional(text),
  }),
  chat: record<ChatState>({
    title: text,
    model: text,
    choices: optional(answerChoices),
    servers: optional(listOf(serverView)),
    stores: optional(listOf(text)),
    instruction: optional(text),
    schema: optional(text),
    withoutEffect: optional(withoutEffect),
    isPrivate: flag,
    privateReason: optional(text),
    readOnly: flag,
    retention: optional(text),
    room: optional(record<NonNullable<ChatState['room']>>({ used: finite, size: finite })),
    banner: optional(record<BannerView>({ message: text, action: optional(bannerAction) })),
    attached: optional(listOf(attachmentView)),
    queued: optional(listOf(queuedView)),
  }),
  window: record<WindowState>({ tokenColors: optional(tokenColors), canOpenDiagrams: optional(flag) }),
  start: optional(startState),
  context: optional(contextState),
};

export const panelState = record<PanelState>(slices);

export interface StateFacts {
  /** The slices that changed. */
  stateChanged: { readonly state: Partial<PanelState> };
}

export const stateFacts: Shapes<StateFacts> = {
  stateChanged: {
    state: (value) => isRecord(value) && Object.entries(slices).every(([name, check]) => optional(check)(value[name])),
  },
};

export interface StateRequests {
  actOnBanner: { readonly action: BannerAction };
}

export const stateRequests: Shapes<StateRequests> = { actOnBanner: { action: oneOf(bannerActions) } };
