import type { AnswerChange } from './parts/answerChange';
import type { AnswerPart } from './parts/answerPart';

/** What the chat panel and the host say to each other. Imports only the parts of answers, as both sides may. */

export type TurnStatus = 'waiting' | 'streaming' | 'done' | 'stopped' | 'failed' | 'interrupted';

/** Code or a file that went along with a prompt. The panel shows it as a chip and names it back by id. */
export interface AttachmentView {
  readonly id: string;
  /** For people: `src/a.ts:3-9`. */
  readonly label: string;
}

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
  'openBilling',
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
  /** Something was asked after this turn that is kept and not shown, since the person went back to here. */
  readonly hasMore?: boolean;
  readonly parts: readonly AnswerPart[];
  readonly status: TurnStatus;
  readonly failure?: FailureView;
  /** A quiet line under the answer, such as why it ended early. */
  readonly note?: string;
  /** Set while the turn waits before it asks again by itself. */
  readonly wait?: WaitView;
}

/** Which of the branches at one place is shown. `index` is counted from 1. */
export type BranchView = { readonly index: number; readonly count: number };

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

/** What the buttons of a block of code do. */
export const codeActions = [
  'copyCode',
  'insertAtCursor',
  'applyCode',
  'newFile',
  'runInTerminal',
  'openDiagram',
] as const;
export type CodeAction = (typeof codeActions)[number];

/** What code is made of, as far as it has a colour of its own. The panel's variable for each is `--tok-<kind>`. */
export const tokenKinds = [
  'keyword',
  'string',
  'number',
  'comment',
  'function',
  'type',
  'variable',
  'constant',
  'property',
  'tag',
  'meta',
  'heading',
  'added',
  'removed',
] as const;
export type TokenKind = (typeof tokenKinds)[number];
/** Colours as `#rrggbb` or `#rrggbbaa`. What a theme says nothing about is absent. */
export type TokenColors = Readonly<Partial<Record<TokenKind, string>>>;

export const diagramKinds = ['flowchart', 'sequence', 'class', 'state', 'entity'] as const;
export type DiagramKind = (typeof diagramKinds)[number];
/** No longer text is drawn. Characters. */
export const longestDiagram = 20_000;

/** A diagram that was drawn. It has no colours: the panel gives it those of the theme. */
export interface DiagramDrawing {
  readonly kind: DiagramKind;
  /** In pixels, where a letter is 13 high. */
  readonly width: number;
  readonly height: number;
  /** SVG, to be put between the tags of `<svg>`. Only elements and attributes that draw. */
  readonly body: string;
}

/** So many paths may be asked about at once, each of so many characters. */
export const mostPaths = 200;
export const longestPath = 400;

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
  /** Absent until the colour theme was read, and where it cannot be. */
  readonly tokenColors?: TokenColors;
  /** VS Code has a preview in which a diagram can be opened. */
  readonly canOpenDiagrams?: boolean;
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
      /** The last turns of the chat, as many as the person sees at first. */
      readonly turns: readonly TurnView[];
      /** How many turns come before these. They are sent as they are fetched. Absent: none. */
      readonly earlier?: number;
      readonly state: PanelState;
    }
  /** The turns right before the turn `before`, as they stand now. Said of another turn than the first, it is out of date. */
  | {
      readonly type: 'earlierTurns';
      readonly revision: number;
      readonly before: string;
      readonly turns: readonly TurnView[];
    }
  | { readonly type: 'stateChanged'; readonly revision: number; readonly state: PanelState }
  | { readonly type: 'turnAdded'; readonly revision: number; readonly turn: TurnView }
  | (AnswerChange & { readonly revision: number; readonly turnId: string })
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
  | { readonly type: 'findOpened' }
  /** Says that it is there: see `alive`. */
  | { readonly type: 'pinged' }
  /** These of the paths asked about are files of the workspace, spelt as they were asked. */
  | { readonly type: 'pathsFound'; readonly turnId: string; readonly paths: readonly string[] }
  /** What a text looks like that was asked about; without `drawing`, it stays a text. */
  | { readonly type: 'diagramDrawn'; readonly source: string; readonly drawing?: DiagramDrawing };

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
  pinged: true,
  pathsFound: true,
  diagramDrawn: true,
};

/** Requests. None has a reply: the answer is always the next fact. */
export type ToHost =
  | { readonly type: 'ready' }
  /** Asks for a piece of what comes before this turn, the first that the panel has. */
  | { readonly type: 'fetchEarlier'; readonly before: string }
  /**
   * The person reads at this turn, counted from 0 among all that are shown, which the next snapshot has to hold. Absent: at
   * the end.
   */
  | { readonly type: 'placeChanged'; readonly chatId: string; readonly turn?: number }
  | { readonly type: 'send'; readonly prompt: string }
  | { readonly type: 'stop' }
  | { readonly type: 'setApiKey' }
  | { readonly type: 'openKeyPage' }
  | { readonly type: 'openLink'; readonly url: string }
  | { readonly type: 'openAttachment'; readonly turnId: string; readonly attachmentId: string }
  | { readonly type: 'actOnFailure'; readonly turnId: string; readonly action: FailureAction }
  | { readonly type: 'setPrivate'; readonly isPrivate: boolean }
  | { readonly type: 'actOnBanner'; readonly action: BannerAction }
  /** `part` of the turn's answer, and which block of code in it, both counted from 0. */
  | {
      readonly type: 'actOnCode';
      readonly turnId: string;
      readonly part: number;
      readonly block: number;
      readonly action: CodeAction;
    }
  /** Which of these names of an answer are files? They may carry a line: `src/a.ts:12`. */
  | { readonly type: 'findPaths'; readonly turnId: string; readonly paths: readonly string[] }
  /** What does this text in Mermaid's language look like? Told by the text, and not by its place, which may move. */
  | { readonly type: 'drawDiagram'; readonly source: string }
  /** Opens a file of the workspace at a line, counted from 1. Without `line` the one that the path carries. */
  | { readonly type: 'openPath'; readonly path: string; readonly line?: number }
  /** Goes to where the workspace declares this name. */
  | { readonly type: 'openSymbol'; readonly name: string }
  | { readonly type: 'copyQuestion'; readonly turnId: string }
  | { readonly type: 'copyAnswer'; readonly turnId: string }
  | { readonly type: 'openAnswerAsText'; readonly turnId: string }
  | { readonly type: 'retry'; readonly turnId: string }
  /** Asks `prompt` in the place of what was asked there, which is kept as a branch. */
  | { readonly type: 'askInstead'; readonly turnId: string; readonly prompt: string }
  | { readonly type: 'branchFrom'; readonly turnId: string }
  /** Shows again what was asked after this turn. */
  | { readonly type: 'showMore'; readonly turnId: string }
  /** The keyboard has come to the panel, or left it. */
  | { readonly type: 'focusChanged'; readonly isFocused: boolean }
  /** The page is there and has answered. */
  | { readonly type: 'alive' }
  /** Shows the branch before or after this one. Nothing is sent to the service. */
  | { readonly type: 'showBranch'; readonly turnId: string; readonly step: BranchStep };

export type BranchStep = -1 | 1;
