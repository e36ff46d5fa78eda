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
  /** Says that what was asked later is kept, and what the button beside it does. */
  readonly moreKept: string;
  readonly showMore: string;
  /** Said when a text went to the clipboard. */
  readonly copied: string;
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
  readonly jumpToLatest: string;
  /** Names the buttons of a block of code as a whole; then each of them. */
  readonly codeToolbar: string;
  readonly codeActions: Readonly<
    Record<'copyCode' | 'insertAtCursor' | 'applyCode' | 'newFile' | 'runInTerminal' | 'openDiagram', string>
  >;
  /** Of a block that is shown as a diagram: to the text it is drawn from, and back. */
  readonly showSource: string;
  readonly showDiagram: string;
  /** What a picture is, for those who do not see it. `{0}` is the kind of diagram. */
  readonly diagram: string;
  readonly diagramKinds: Readonly<Record<'flowchart' | 'sequence' | 'class' | 'state' | 'entity', string>>;
  readonly wrapLines: string;
  /** `{0}` is how many lines the code has. */
  readonly showAllLines: string;
  readonly showFewerLines: string;
  readonly taskDone: string;
  readonly taskOpen: string;
  readonly table: string;
  readonly footnotes: string;
  readonly backToText: string;
  readonly unknownPart: string;
  readonly remoteMedia: string;
  readonly image: string;
  readonly media: string;
  /** Names of the server's tools by step type, `google_search_call` and the like. */
  readonly tools: Readonly<Record<string, string>>;
}

/** The attribute of `<body>` that carries the PanelWords as JSON. */
export const wordsAttribute = 'data-words';
