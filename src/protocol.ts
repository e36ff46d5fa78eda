/** What the chat panel and the host say to each other. Imports nothing, so that both sides can import it. */

export type TurnStatus = 'waiting' | 'streaming' | 'done' | 'stopped' | 'failed' | 'interrupted';

/** Code or a file that went along with a prompt. The panel shows it as a chip and names it back by id. */
export interface AttachmentView {
  readonly id: string;
  /** For people: `src/a.ts:3-9`. */
  readonly label: string;
}

export interface SourceView {
  readonly title: string;
  readonly url: string;
}

/** One piece of an answer, in the order it arrived. `step` is the step type as the API spells it. */
export type AnswerPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thought'; readonly text: string }
  | { readonly kind: 'tool'; readonly step: string; readonly text: string }
  | {
      readonly kind: 'media';
      readonly media: 'image' | 'audio' | 'video' | 'document';
      readonly mimeType: string;
      /** Base64; absent when the service only gave an address, which is never loaded. */
      readonly data?: string;
    }
  | { readonly kind: 'sources'; readonly sources: readonly SourceView[] }
  | { readonly kind: 'unknown'; readonly text: string };

/** The one thing a button under a failure does. */
export const failureActions = [
  'setApiKey',
  'retry',
  'resend',
  'continue',
  'wait',
  'switchModel',
  'checkConnection',
  'openKeyPage',
  'openSettings',
] as const;
export type FailureAction = (typeof failureActions)[number];

export interface FailureView {
  /** What happened, then what to do. */
  readonly message: string;
  readonly action?: { readonly id: FailureAction; readonly label: string };
}

export interface TurnView {
  readonly id: string;
  readonly prompt: string;
  readonly attachments: readonly AttachmentView[];
  /** Set where something else was asked in the same place as well. */
  readonly branch?: BranchView;
  readonly parts: readonly AnswerPart[];
  readonly status: TurnStatus;
  readonly failure?: FailureView;
  /** A quiet line under the answer, such as why it ended early. */
  readonly note?: string;
  /** Set while the turn waits before it asks again by itself. */
  readonly wait?: WaitView;
}

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

/** The one thing the button of the banner does. */
export const bannerActions = ['exportChat', 'takeOver', 'restoreChat'] as const;
export type BannerAction = (typeof bannerActions)[number];

/** Something that is wrong with the chat as a whole, such as a disk that is full. */
export interface BannerView {
  /** What happened, then what to do. */
  readonly message: string;
  readonly action?: { readonly id: BannerAction; readonly label: string };
}

/** What the panel shows apart from the turns. */
export interface PanelState {
  /**
   * `unknown` until SecretStorage has answered; the panel then shows neither the composer nor the welcome. `unreadable`: a
   * key was saved here, and the system's secret storage no longer gives it out.
   */
  readonly key: 'unknown' | 'missing' | 'unreadable' | 'present';
  /** A line that stays at the top, such as "answers come from the local test server". */
  readonly notice?: string;
  /** The model the next question goes to, as a person reads it. */
  readonly model: string;
  /** The title of the chat; empty while it has none. */
  readonly title: string;
  /** The next question of this chat is asked without Google keeping it. */
  readonly isPrivate: boolean;
  /** Nothing can be sent, since another window or a newer version writes this chat. The banner says which. */
  readonly readOnly: boolean;
  /** A quiet line that says how long Google keeps this chat, or what private means. */
  readonly retention?: string;
  readonly banner?: BannerView;
}

/**
 * Facts. Those with a `revision` are numbered without gaps for each panel: a panel that sees a gap says `ready` and is
 * given a snapshot. Until its first snapshot a panel ignores everything else.
 */
export type ToPanel =
  | {
      readonly type: 'snapshot';
      readonly revision: number;
      readonly chatId: string;
      readonly turns: readonly TurnView[];
      readonly state: PanelState;
    }
  | { readonly type: 'stateChanged'; readonly revision: number; readonly state: PanelState }
  | { readonly type: 'turnAdded'; readonly revision: number; readonly turn: TurnView }
  | { readonly type: 'partAdded'; readonly revision: number; readonly turnId: string; readonly part: AnswerPart }
  | {
      readonly type: 'partGrew';
      readonly revision: number;
      readonly turnId: string;
      readonly part: number;
      readonly text: string;
    }
  | {
      readonly type: 'partReplaced';
      readonly revision: number;
      readonly turnId: string;
      readonly part: number;
      readonly value: AnswerPart;
    }
  | {
      readonly type: 'turnChanged';
      readonly revision: number;
      readonly turnId: string;
      readonly status: TurnStatus;
      readonly failure?: FailureView;
      readonly note?: string;
      readonly wait?: WaitView;
    }
  | { readonly type: 'composerFocused' }
  /** A question that was not sent after all goes back into the composer, before whatever was typed since. */
  | { readonly type: 'promptReturned'; readonly prompt: string }
  /** The box that finds in the chat is wanted. */
  | { readonly type: 'findOpened' };

/** Facts about the moment and not about the chat: they come whenever they come, and a snapshot makes up for none. */
export type UnnumberedFact = Exclude<ToPanel, { readonly revision: number }>;

/** Whether a fact is one of those without a number. */
export function isUnnumbered<Fact extends { readonly type: ToPanel['type'] }>(
  fact: Fact,
): fact is Extract<Fact, { readonly type: UnnumberedFact['type'] }> {
  return Object.hasOwn(unnumbered, fact.type);
}

const unnumbered: Readonly<Record<UnnumberedFact['type'], true>> = {
  composerFocused: true,
  promptReturned: true,
  findOpened: true,
};

/** Requests. None has a reply: the answer is always the next fact. */
export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'send'; readonly prompt: string }
  | { readonly type: 'stop' }
  | { readonly type: 'setApiKey' }
  | { readonly type: 'openKeyPage' }
  | { readonly type: 'openLink'; readonly url: string }
  | { readonly type: 'openAttachment'; readonly turnId: string; readonly attachmentId: string }
  | { readonly type: 'actOnFailure'; readonly turnId: string; readonly action: FailureAction }
  | { readonly type: 'setPrivate'; readonly isPrivate: boolean }
  | { readonly type: 'actOnBanner'; readonly action: BannerAction }
  | { readonly type: 'copyQuestion'; readonly turnId: string }
  | { readonly type: 'copyAnswer'; readonly turnId: string }
  | { readonly type: 'openAnswerAsText'; readonly turnId: string }
  | { readonly type: 'retry'; readonly turnId: string }
  /** Asks `prompt` in the place of what was asked there, which is kept as a branch. */
  | { readonly type: 'askInstead'; readonly turnId: string; readonly prompt: string }
  | { readonly type: 'branchFrom'; readonly turnId: string }
  /** Shows the branch before or after this one. Nothing is sent to the service. */
  | { readonly type: 'showBranch'; readonly turnId: string; readonly step: BranchStep };

export type BranchStep = -1 | 1;

/** Reads a message from the panel. Anything unexpected is undefined: the panel shows model output, so it is not trusted. */
export function parseToHost(value: unknown): ToHost | undefined {
  if (!isRecord(value)) return undefined;
  switch (value.type) {
    case 'ready':
    case 'stop':
    case 'setApiKey':
    case 'openKeyPage':
      return { type: value.type };
    case 'send':
      return typeof value.prompt === 'string' ? { type: 'send', prompt: value.prompt } : undefined;
    case 'openLink':
      return typeof value.url === 'string' ? { type: 'openLink', url: value.url } : undefined;
    case 'openAttachment':
      return typeof value.turnId === 'string' && typeof value.attachmentId === 'string'
        ? { type: 'openAttachment', turnId: value.turnId, attachmentId: value.attachmentId }
        : undefined;
    case 'actOnFailure': {
      const action = failureActions.find((known) => known === value.action);
      return typeof value.turnId === 'string' && action
        ? { type: 'actOnFailure', turnId: value.turnId, action }
        : undefined;
    }
    case 'setPrivate':
      return typeof value.isPrivate === 'boolean' ? { type: 'setPrivate', isPrivate: value.isPrivate } : undefined;
    case 'copyQuestion':
    case 'copyAnswer':
    case 'openAnswerAsText':
    case 'retry':
    case 'branchFrom':
      return typeof value.turnId === 'string' ? { type: value.type, turnId: value.turnId } : undefined;
    case 'askInstead':
      return typeof value.turnId === 'string' && typeof value.prompt === 'string'
        ? { type: 'askInstead', turnId: value.turnId, prompt: value.prompt }
        : undefined;
    case 'showBranch':
      return typeof value.turnId === 'string' && (value.step === -1 || value.step === 1)
        ? { type: 'showBranch', turnId: value.turnId, step: value.step }
        : undefined;
    case 'actOnBanner': {
      const action = bannerActions.find((known) => known === value.action);
      return action ? { type: 'actOnBanner', action } : undefined;
    }
    default:
      return undefined;
  }
}

/** Every text of the panel, translated by the host and handed over in the page. `{0}` stands for a value. */
export interface PanelWords {
  readonly composer: string;
  readonly placeholder: string;
  readonly send: string;
  readonly stop: string;
  readonly conversation: string;
  /** `{0}` is the title of the chat. */
  readonly titledConversation: string;
  readonly privateChat: string;
  readonly privateChatHint: string;
  /** Why nothing can be sent, if the host gave no reason of its own. */
  readonly sendUnavailable: string;
  readonly you: string;
  readonly gemini: string;
  /** `{0}` is the number of the message, `{1}` how many there are. */
  readonly position: string;
  readonly thinking: string;
  readonly thoughts: string;
  readonly sources: string;
  readonly attachment: string;
  readonly waiting: string;
  readonly answerReady: string;
  readonly answerStopped: string;
  readonly answerFailed: string;
  readonly stoppedNote: string;
  readonly copy: string;
  readonly retry: string;
  readonly branchFromHere: string;
  readonly editAndResend: string;
  /** Names the buttons of a question for those who hear them. */
  readonly questionActions: string;
  readonly answerActions: string;
  /** Why nothing can be asked just now. */
  readonly busy: string;
  readonly previousAnswer: string;
  readonly nextAnswer: string;
  /** `{0}` is the number of the answer shown, `{1}` how many there are. */
  readonly branch: string;
  /** The same in as few characters as can be read: `2/3`. */
  readonly shortBranch: string;
  readonly editQuestion: string;
  readonly resend: string;
  readonly cancel: string;
  readonly findInChat: string;
  readonly find: string;
  readonly matchCase: string;
  readonly previousMatch: string;
  readonly nextMatch: string;
  readonly closeFind: string;
  readonly noResults: string;
  /** `{0}` is the number of the match shown, `{1}` how many there are. */
  readonly matchCount: string;
  readonly welcome: string;
  readonly setApiKey: string;
  readonly keyLink: string;
  readonly keyUnreadable: string;
  /** `{0}` is how many characters a text has that was too long for the composer. */
  readonly pasted: string;
  readonly removePasted: string;
  readonly privacy: string;
  readonly empty: string;
  /** Names the buttons of a block of code as a whole; then each of them. */
  readonly codeToolbar: string;
  readonly codeActions: Readonly<
    Record<'copyCode' | 'insertAtCursor' | 'applyCode' | 'newFile' | 'runInTerminal', string>
  >;
  readonly wrapLines: string;
  /** `{0}` is how many lines the code has. */
  readonly showAllLines: string;
  readonly showFewerLines: string;
  readonly taskDone: string;
  readonly taskOpen: string;
  readonly table: string;
  readonly unknownPart: string;
  readonly remoteMedia: string;
  readonly image: string;
  readonly media: string;
  /** Names of the server's tools by step type, `google_search_call` and the like. */
  readonly tools: Readonly<Record<string, string>>;
}

/** The attribute of `<body>` that carries the PanelWords as JSON. */
export const wordsAttribute = 'data-words';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
