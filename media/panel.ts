import * as l10n from '@vscode/l10n';
import { apply, type FactHandlers, readFact, type ToHost, type ToPanel } from '../src/protocol/messages';
import { keyAttribute } from '../src/protocol/page';
import type { PanelState } from '../src/protocol/state';
import { element } from './base/element';
import { configureTexts } from './base/texts';
import { hintAtCitations } from './citations/citationHint';
import { Composer } from './composer/composer';
import { describeForMenus } from './contextMenu';
import { Conversation } from './conversation/conversation';
import { copyAsRead } from './copy/copyAsRead';
import { Diagrams } from './diagram/diagrams';
import { FindInChat } from './find/findInChat';
import type { PanelContext } from './panelContext';
import { listenForKeys } from './panelKeys';
import { PathLinks } from './parts/pathLinks';
import { Pictures } from './pictures/pictures';
import { markCutEdges } from './scrolling/cutEdges';
import { Announcer } from './shell/announcer';
import { type Memory, PanelMemory } from './shell/panelMemory';
import { Revisions } from './shell/revisions';
import { Surroundings } from './surroundings';

interface VsCodeApi {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: Memory): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The page, in step with the host, which owns everything but the draft. */
class Panel {
  private readonly revisions = new Revisions();
  private readonly memory: PanelMemory;
  private readonly diagrams = new Diagrams((message) => this.post(message));
  private readonly pictures = new Pictures(
    (message) => this.post(message),
    (sentence) => this.announcer.tell(sentence),
  );
  private readonly context: PanelContext;
  private readonly conversation: Conversation;
  private readonly pathLinks: PathLinks;
  private readonly composer: Composer;
  private readonly announcer: Announcer;
  private readonly find: FindInChat;
  private readonly surroundings: Surroundings;
  private readonly facts: FactHandlers;

  constructor(
    app: HTMLElement,
    private readonly vscode: VsCodeApi,
  ) {
    const { diagrams, pictures } = this;
    this.memory = new PanelMemory(vscode);
    const { memory } = this;
    const context: PanelContext = {
      diagrams,
      pictures,
      post: (message) => this.post(message),
      onTextEnd: (text) => this.pathLinks.add(text),
    };
    this.context = context;
    this.conversation = new Conversation(context, memory, {
      onAsk: () => this.composer.focus(),
      onEdit: (edit) => memory.keepEdit(edit),
      onPlace: (chatId, place, turn) => {
        memory.keepPlace(place && { chatId, ...place });
        this.tellPlace(chatId, turn);
      },
    });
    const { conversation } = this;
    diagrams.watch(conversation.element);
    copyAsRead(conversation.element);
    hintAtCitations(conversation.element);
    markCutEdges(conversation.element);
    describeForMenus(conversation);
    this.pathLinks = new PathLinks(
      { post: context.post, turnOf: (part) => conversation.turnOf(part)?.id },
      conversation.element,
    );
    this.composer = new Composer(context, memory.draft, (draft) => memory.keepDraft(draft));
    this.announcer = new Announcer();
    this.find = new FindInChat({
      elementOf: ({ turnId, part }) => conversation.elementOf(turnId, part),
      reveal: (range, above) => conversation.reveal(range, above),
      messageInView: () => conversation.messageInView,
      tell: (sentence) => this.announcer.tell(sentence),
      leave: () => this.composer.focus(),
    });
    this.surroundings = new Surroundings(
      context,
      { conversation, composer: this.composer, diagrams },
      document.body.hasAttribute(keyAttribute),
    );
    const { notice, welcome, start, banner } = this.surroundings;
    app.append(
      element(
        'div',
        'content',
        notice,
        this.find.widget.element,
        conversation.element,
        welcome.element,
        start.element,
        banner.element,
      ),
      this.composer.element,
      this.announcer.element,
    );
    this.facts = this.handlers();
  }

  start(): void {
    const { conversation, composer, find, memory } = this;
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      // VS Code's own page around this one passes the host's messages on. It hides itself, so only its origin is checked.
      if (event.origin !== window.origin) return;
      const fact = readFact(event.data);
      if (fact) this.receive(fact);
    });
    listenForKeys(this.context, { conversation, composer, find });
    // VS Code gives the focus to the page as a whole; people want to type.
    window.addEventListener('focus', () => {
      this.tellFocus();
      this.focusIfNowhere();
    });
    window.addEventListener('blur', () => this.tellFocus());
    if (memory.place) this.tellPlace(memory.place.chatId, Math.floor(memory.place.message / 2));
    this.post({ type: 'ready' });
    if (document.hasFocus()) this.tellFocus();
    this.focusIfNowhere();
  }

  private post(message: ToHost): void {
    this.conversation.tellPlace();
    this.vscode.postMessage(message);
    const isCopy =
      message.type === 'copyQuestion' ||
      message.type === 'copyAnswer' ||
      message.type === 'copyDetails' ||
      (message.type === 'actOnCode' && message.action === 'copyCode');
    // The button changes for a moment, which cannot be heard.
    if (isCopy) this.announcer.tell(l10n.t('Copied'));
  }

  private receive(fact: ToPanel): void {
    const verdict = this.revisions.judge(fact);
    if (verdict === 'ignore') return;
    const hadFocus = !isFocusNowhere();
    if (verdict === 'apply' && apply(this.facts, fact)) {
      this.find.apply(fact);
      this.surroundings.showAvailability();
      // A button that has done its work may have gone, and the focus with it.
      if (hadFocus) this.focusIfNowhere();
      return;
    }
    this.revisions.awaitSnapshot();
    this.post({ type: 'ready' });
  }

  private handlers(): FactHandlers {
    const { conversation, composer, announcer, pathLinks, diagrams, pictures, find, surroundings, memory } = this;
    return {
      snapshot: ({ chatId, turns, earlier = 0, state }) => {
        composer.rememberChat(turns.map(({ prompt }) => prompt));
        pathLinks.clear();
        diagrams.clear();
        pictures.begin(chatId);
        // Before the turns: what they show depends on it.
        surroundings.begin(state);
        conversation.redraw(chatId, turns, earlier);
        memory.keepChat(chatId);
        this.showState(state);
        this.focusIfNowhere();
      },
      earlierTurns: ({ before, turns }) => {
        if (conversation.addEarlier(before, turns)) composer.rememberEarlier(turns.map(({ prompt }) => prompt));
      },
      stateChanged: ({ state }) => this.showState(state),
      turnAdded: ({ turn }) => {
        composer.remember(turn.prompt);
        announcer.announce(turn);
        const isNew = conversation.addTurn(turn);
        surroundings.showParts();
        return isNew;
      },
      partAdded: ({ turnId, part, at }) => conversation.addPart(turnId, part, at),
      partGrew: ({ turnId, part, text }) => conversation.growPart(turnId, part, text),
      partGained: ({ turnId, part, gain }) => conversation.gainPart(turnId, part, gain),
      partReplaced: ({ turnId, part, value }) => conversation.replacePart(turnId, part, value),
      turnChanged: (fact) => {
        announcer.announce(fact);
        return conversation.changeTurn(fact.turnId, fact);
      },
      composerFocused: () => surroundings.focus(),
      promptReturned: ({ prompt }) => composer.giveBack(prompt),
      pieceTaken: (fact) => composer.attaching.pieceTaken(fact),
      mediaArrived: (fact) => pictures.arrived(fact),
      pictureArrived: (fact) => composer.attaching.pictureArrived(fact),
      contextAdded: ({ trigger }) => composer.contextAdded(trigger),
      draftRestored: (fact) => composer.restoreDraft(fact),
      findOpened: () => find.open(conversation.selectedLine),
      pinged: () => this.post({ type: 'alive' }),
      pathsFound: ({ turnId, paths }) => pathLinks.show(turnId, paths),
      diagramDrawn: ({ source, drawing }) => diagrams.show(source, drawing),
    };
  }

  private showState(state: Partial<PanelState>): void {
    this.surroundings.show(state);
  }

  /** Some keys are VS Code's, and mean something else while the keyboard is here. */
  private tellFocus(): void {
    this.post({ type: 'focusChanged', isFocused: document.hasFocus() });
  }

  /** The host has to know before it sends the chat, of which it sends the end and what the person sees. */
  private tellPlace(chatId: string, turn: number | undefined): void {
    this.vscode.postMessage({ type: 'placeChanged', chatId, ...(turn !== undefined && { turn }) });
  }

  private focusIfNowhere(): void {
    if (isFocusNowhere() && document.hasFocus() && this.surroundings.hasComposer) this.composer.focus();
  }
}

function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

// Before anything is made: each part asks for its texts when it is made.
configureTexts(document.body);
const app = document.getElementById('app');
if (app) new Panel(app, acquireVsCodeApi()).start();
