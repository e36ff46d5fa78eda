import type { PanelState, ToHost, ToPanel } from '../src/protocol';
import { element, icon } from './base/element';
import { unreachable } from './base/unreachable';
import { readWords } from './base/words';
import { Composer } from './composer/composer';
import { Conversation } from './conversation/conversation';
import { Diagrams } from './diagram/diagrams';
import { FindInChat } from './find/findInChat';
import { showTokenColors } from './highlight/tokenColors';
import type { PanelContext } from './panelContext';
import { listenForKeys } from './panelKeys';
import { PathLinks } from './parts/pathLinks';
import { Announcer } from './shell/announcer';
import { Banner } from './shell/banner';
import { type Memory, PanelMemory } from './shell/panelMemory';
import { readFact } from './shell/readFact';
import { Revisions } from './shell/revisions';
import { Welcome } from './shell/welcome';

declare function acquireVsCodeApi(): {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: Memory): void;
};

/** Builds the page and keeps it in step with the host, which owns everything but the draft. */
function startPanel(app: HTMLElement): void {
  const vscode = acquireVsCodeApi();
  const words = readWords(document.body);
  const diagrams = new Diagrams(post);
  const context: PanelContext = { words, post, diagrams, onTextEnd: (text) => pathLinks.add(text) };

  const notice = element('div', 'notice');
  notice.hidden = true;
  const memory = new PanelMemory(vscode);
  const conversation = new Conversation(context, memory, {
    onAsk: () => composer.focus(),
    onEdit: (edit) => memory.keepEdit(edit),
    onPlace: (chatId, place, turn) => {
      memory.keepPlace(place && { chatId, ...place });
      tellPlace(chatId, turn);
    },
  });
  diagrams.watch(conversation.element);
  const pathLinks = new PathLinks({ post, turnOf: (part) => conversation.turnOf(part) }, conversation.element);
  const welcome = new Welcome(context);
  const banner = new Banner(context);
  const composer = new Composer(context, memory.draft, (draft) => memory.keepDraft(draft));
  const announcer = new Announcer(context);
  const find = new FindInChat(context, {
    elementOf: ({ turnId, part }) => conversation.elementOf(turnId, part),
    reveal: (range, above) => conversation.reveal(range, above),
    messageInView: () => conversation.messageInView,
    tell: (sentence) => announcer.tell(sentence),
    leave: () => composer.focus(),
  });
  const revisions = new Revisions();
  let key: PanelState['key'] = 'unknown';
  let readOnly: string | undefined;
  const content = element(
    'div',
    'content',
    notice,
    find.widget.element,
    conversation.element,
    welcome.element,
    banner.element,
  );
  app.append(content, composer.element, announcer.element);
  showParts();

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    // VS Code's own page around this one hands on what the host says. It hides itself, so only its origin can be checked.
    if (event.origin !== window.origin) return;
    const fact = readFact(event.data);
    if (fact) receive(fact);
  });
  listenForKeys(context, { conversation, composer, find });
  // VS Code gives the focus to the page as a whole; people want to type.
  window.addEventListener('focus', () => {
    tellFocus();
    focusIfNowhere();
  });
  window.addEventListener('blur', tellFocus);
  if (memory.place) tellPlace(memory.place.chatId, Math.floor(memory.place.message / 2));
  post({ type: 'ready' });
  if (document.hasFocus()) tellFocus();

  function post(message: ToHost): void {
    conversation.tellPlace();
    vscode.postMessage(message);
    const isCopy =
      message.type === 'copyQuestion' ||
      message.type === 'copyAnswer' ||
      (message.type === 'actOnCode' && message.action === 'copyCode');
    // The button changes for a moment, which cannot be heard.
    if (isCopy) announcer.tell(words.copied);
  }

  function showAvailability(): void {
    composer.setBusy(conversation.isBusy);
    conversation.setUnavailable(readOnly ?? (conversation.isBusy ? words.busy : undefined));
  }

  /** Some keys are VS Code's, and mean something else while the keyboard is here. */
  function tellFocus(): void {
    post({ type: 'focusChanged', isFocused: document.hasFocus() });
  }

  /** The host has to know before it sends the chat, of which it sends the end and what the person sees. */
  function tellPlace(chatId: string, turn: number | undefined): void {
    vscode.postMessage({ type: 'placeChanged', chatId, ...(turn !== undefined && { turn }) });
  }

  function receive(fact: ToPanel): void {
    const verdict = revisions.judge(fact);
    if (verdict === 'ignore') return;
    const hadFocus = !isFocusNowhere();
    if (verdict === 'apply' && apply(fact)) {
      find.apply(fact);
      showAvailability();
      // A button that has done its work may have gone, and the focus with it.
      if (hadFocus) focusIfNowhere();
      return;
    }
    revisions.awaitSnapshot();
    post({ type: 'ready' });
  }

  /** False if the fact does not fit what is on the page. */
  function apply(fact: ToPanel): boolean {
    switch (fact.type) {
      case 'snapshot':
        composer.rememberChat(fact.turns.map(({ prompt }) => prompt));
        pathLinks.clear();
        diagrams.clear();
        diagrams.canOpen = fact.state.canOpenDiagrams === true;
        conversation.redraw(fact.chatId, fact.turns, fact.earlier ?? 0);
        memory.keepChat(fact.chatId);
        showState(fact.state);
        focusIfNowhere();
        return true;
      case 'earlierTurns':
        if (conversation.addEarlier(fact.before, fact.turns)) {
          composer.rememberEarlier(fact.turns.map(({ prompt }) => prompt));
        }
        return true;
      case 'stateChanged':
        showState(fact.state);
        return true;
      case 'turnAdded': {
        composer.remember(fact.turn.prompt);
        announcer.announce(fact.turn);
        const isNew = conversation.addTurn(fact.turn);
        showParts();
        return isNew;
      }
      case 'partAdded':
        return conversation.addPart(fact.turnId, fact.part, fact.at);
      case 'partGrew':
        return conversation.growPart(fact.turnId, fact.part, fact.text);
      case 'partGained':
        return conversation.gainPart(fact.turnId, fact.part, fact.gain);
      case 'partReplaced':
        return conversation.replacePart(fact.turnId, fact.part, fact.value);
      case 'turnChanged':
        announcer.announce(fact);
        return conversation.changeTurn(fact.turnId, fact);
      case 'composerFocused':
        if (welcome.isShown) welcome.focus();
        else composer.focus();
        return true;
      case 'promptReturned':
        composer.giveBack(fact.prompt);
        return true;
      case 'findOpened':
        find.open(conversation.selectedLine);
        return true;
      case 'pinged':
        post({ type: 'alive' });
        return true;
      case 'pathsFound':
        pathLinks.show(fact.turnId, fact.paths);
        return true;
      case 'diagramDrawn':
        diagrams.show(fact.source, fact.drawing);
        return true;
      default:
        return unreachable(fact);
    }
  }

  function showState(state: PanelState): void {
    const wasInWelcome = welcome.hasFocus;
    key = state.key;
    readOnly = state.readOnly ? (state.banner?.message ?? words.sendUnavailable) : undefined;
    notice.hidden = state.notice === undefined;
    notice.replaceChildren(icon('info'), element('span', '', state.notice ?? ''));
    conversation.showTitle(state.title);
    banner.show(state.banner);
    showTokenColors(state.tokenColors);
    composer.showState(state);
    showParts();
    if (wasInWelcome && key === 'present') composer.focus();
  }

  function showParts(): void {
    conversation.show(key === 'present' || !conversation.isEmpty, key === 'present');
    welcome.show(key);
    composer.show(key === 'present');
  }

  function focusIfNowhere(): void {
    if (isFocusNowhere() && document.hasFocus() && key === 'present') composer.focus();
  }
}

function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

const app = document.getElementById('app');
if (app) startPanel(app);
