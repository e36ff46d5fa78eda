import type { PanelState, ToHost, ToPanel } from '../src/protocol';
import { Announcer } from './announcer';
import { Banner } from './banner';
import { Composer, type Draft } from './composer';
import { Conversation } from './conversation';
import { element, icon } from './element';
import { FindInChat } from './find/findInChat';
import { showTokenColors } from './highlight/tokenColors';
import { isComposing } from './promptBox';
import { readFact } from './readFact';
import { Revisions } from './revisions';
import { unreachable } from './unreachable';
import { Welcome } from './welcome';
import { type PanelContext, readWords } from './words';

declare function acquireVsCodeApi(): {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: PanelMemory): void;
};

/** What VS Code keeps for the panel, also when the page is gone. The chat tells the host what a tab has shown. */
interface PanelMemory extends Draft {
  readonly chatId?: string;
}

/** Builds the page and keeps it in step with the host, which owns everything but the draft. */
function startPanel(app: HTMLElement): void {
  const vscode = acquireVsCodeApi();
  const context: PanelContext = { words: readWords(document.body), post: (message) => vscode.postMessage(message) };

  const notice = element('div', 'notice');
  notice.hidden = true;
  const conversation = new Conversation(context, () => composer.focus());
  const welcome = new Welcome(context);
  const banner = new Banner(context);
  let draft = readDraft(vscode.getState());
  let chatId: string | undefined;
  const remember = () => vscode.setState({ ...draft, ...(chatId !== undefined && { chatId }) });
  const composer = new Composer(context, draft, (changed) => {
    draft = changed;
    remember();
  });
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
  document.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && !event.repeat) leaveOrStop();
    else if (event.key === 'F3' && find.widget.isOpen) findNext(event);
    else if (event.key === 'F2' && event.altKey) openAsText(event);
    else if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) walk(event);
  });
  // VS Code gives the focus to the page as a whole; people want to type.
  window.addEventListener('focus', () => {
    tellFocus();
    focusIfNowhere();
  });
  window.addEventListener('blur', tellFocus);
  context.post({ type: 'ready' });
  if (document.hasFocus()) tellFocus();

  /** While an answer is on its way, Esc stops it wherever the focus is. From the messages it leads back to writing. */
  function leaveOrStop(): void {
    if (conversation.isBusy) context.post({ type: 'stop' });
    if (!conversation.isBusy && find.widget.isOpen) find.close();
    else if (conversation.hasFocus) composer.focus();
  }

  function findNext(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    find.step(event.shiftKey ? -1 : 1);
  }

  /** As in VS Code's own views. It would look for one of those, so it must not hear of this. */
  function openAsText(event: KeyboardEvent): void {
    event.stopPropagation();
    event.preventDefault();
    const turnId = conversation.focusedTurn;
    if (turnId !== undefined) context.post({ type: 'openAnswerAsText', turnId });
  }

  function walk(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const isUp = event.key === 'ArrowUp';
    if (!conversation.step(isUp ? -1 : 1) && !isUp) composer.focus();
  }

  function showAvailability(): void {
    composer.setBusy(conversation.isBusy);
    conversation.setUnavailable(readOnly ?? (conversation.isBusy ? context.words.busy : undefined));
  }

  /** Some keys are VS Code's, and mean something else while the keyboard is here. */
  function tellFocus(): void {
    context.post({ type: 'focusChanged', isFocused: document.hasFocus() });
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
    context.post({ type: 'ready' });
  }

  /** False if the fact does not fit what is on the page. */
  function apply(fact: ToPanel): boolean {
    switch (fact.type) {
      case 'snapshot':
        for (const turn of fact.turns) composer.remember(turn.prompt);
        conversation.redraw(fact.chatId, fact.turns);
        chatId = fact.chatId;
        remember();
        showState(fact.state);
        focusIfNowhere();
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
        return conversation.addPart(fact.turnId, fact.part);
      case 'partGrew':
        return conversation.growPart(fact.turnId, fact.part, fact.text);
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
      case 'pathsFound':
        conversation.linkFiles(fact.turnId, fact.paths);
        return true;
      case 'findOpened':
        find.open(conversation.selectedLine);
        return true;
      case 'pinged':
        context.post({ type: 'alive' });
        return true;
      default:
        return unreachable(fact);
    }
  }

  function showState(state: PanelState): void {
    const wasInWelcome = welcome.hasFocus;
    key = state.key;
    readOnly = state.readOnly ? (state.banner?.message ?? context.words.sendUnavailable) : undefined;
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

function readDraft(state: unknown): Draft {
  if (typeof state !== 'object' || state === null) return { draft: '' };
  const draft = 'draft' in state && typeof state.draft === 'string' ? state.draft : '';
  return 'pasted' in state && typeof state.pasted === 'string' ? { draft, pasted: state.pasted } : { draft };
}

const app = document.getElementById('app');
if (app) startPanel(app);
