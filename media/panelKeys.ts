import type { Composer } from './composer/composer';
import { isComposing } from './composer/promptBox';
import type { Conversation } from './conversation/conversation';
import type { FindInChat } from './find/findInChat';
import type { PanelContext } from './panelContext';

export interface KeyTargets {
  readonly conversation: Conversation;
  readonly composer: Composer;
  readonly find: FindInChat;
}

/** The keys that mean the same wherever the focus is in the panel. */
export function listenForKeys({ post }: PanelContext, { conversation, composer, find }: KeyTargets): void {
  document.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    const modifiers = `${event.ctrlKey || event.metaKey ? 'c' : ''}${event.altKey ? 'a' : ''}${event.shiftKey ? 's' : ''}`;
    switch (event.key) {
      case 'Escape':
        if (!event.repeat) leaveOrStop();
        return;
      case 'F3':
        if (find.widget.isOpen && (modifiers === '' || modifiers === 's')) take(event, findNext);
        return;
      case 'F2':
        if (modifiers === 'a') take(event, openAsText);
        return;
      case 'ArrowUp':
      case 'ArrowDown':
        if (modifiers === 'a') take(event, walk);
    }
  });

  /** While an answer is on its way, Esc stops it wherever the focus is. From the messages it leads back to writing. */
  function leaveOrStop(): void {
    if (conversation.isBusy) post({ type: 'stop' });
    if (!conversation.isBusy && find.widget.isOpen) find.close();
    else if (conversation.hasFocus) composer.focus();
  }

  function findNext({ shiftKey }: KeyboardEvent): void {
    find.step(shiftKey ? -1 : 1);
  }

  /** As in VS Code's own views, whose key does not reach into a page. */
  function openAsText(): void {
    const turnId = conversation.focusedTurn;
    if (turnId !== undefined) post({ type: 'openAnswerAsText', turnId });
  }

  function walk({ key }: KeyboardEvent): void {
    const isUp = key === 'ArrowUp';
    if (!conversation.step(isUp ? -1 : 1) && !isUp) composer.focus();
  }
}

/** VS Code hears every key of a page that nobody has taken, and would do what it means to it. */
function take(event: KeyboardEvent, act: (event: KeyboardEvent) => void): void {
  event.preventDefault();
  event.stopPropagation();
  act(event);
}
