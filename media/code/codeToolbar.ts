import type { PanelWords } from '../../src/panelWords';
import { type CodeAction, codeActions } from '../../src/protocol';
import { button, element, type IconName, icon } from '../element';
import { isShell } from './codeActions';

const icons: Readonly<Record<CodeAction, IconName>> = {
  copyCode: 'copy',
  insertAtCursor: 'insert',
  applyCode: 'git-pull-request-go-to-changes',
  newFile: 'new-file',
  runInTerminal: 'terminal',
};

export interface CodeToolbarEvents {
  /** Undefined where nothing can be done with the code, as in a thought. */
  readonly onAction: ((action: CodeAction) => void) | undefined;
  readonly onWrap: (isWrapped: boolean) => void;
}

/** The buttons of a block of code: one stop for the Tab key, with the arrow keys between them. */
export function createCodeToolbar(language: string, words: PanelWords, events: CodeToolbarEvents): HTMLElement {
  const { onAction, onWrap } = events;
  const buttons: HTMLButtonElement[] = [];
  if (onAction) {
    for (const action of codeActions) {
      if (action === 'runInTerminal' && !isShell(language)) continue;
      buttons.push(iconButton(icons[action], words.codeActions[action], () => onAction(action)));
    }
  }
  buttons.push(wrapButton(words.wrapLines, onWrap));
  const toolbar = element('div', 'code-toolbar', ...buttons);
  toolbar.role = 'toolbar';
  toolbar.ariaLabel = words.codeToolbar;
  makeOneStop(toolbar, buttons);
  return toolbar;
}

function wrapButton(name: string, onWrap: (isWrapped: boolean) => void): HTMLButtonElement {
  const made = iconButton('word-wrap', name, () => {
    const isWrapped = made.ariaPressed !== 'true';
    made.ariaPressed = String(isWrapped);
    onWrap(isWrapped);
  });
  made.ariaPressed = 'false';
  return made;
}

function iconButton(name: IconName, label: string, onClick: () => void): HTMLButtonElement {
  const made = button('icon-button', onClick, icon(name));
  made.ariaLabel = label;
  made.title = label;
  return made;
}

function makeOneStop(toolbar: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
  const stopAt = (target: unknown) => {
    for (const each of buttons) each.tabIndex = each === target ? 0 : -1;
  };
  stopAt(buttons[0]);
  toolbar.addEventListener('focusin', ({ target }) => stopAt(target));
  toolbar.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((each) => each.matches(':focus'));
    const next = neighbour(buttons, at, event.key);
    if (!next) return;
    event.preventDefault();
    // Home and End go through the conversation otherwise.
    event.stopPropagation();
    next.focus();
  });
}

function neighbour(buttons: readonly HTMLButtonElement[], at: number, key: string): HTMLButtonElement | undefined {
  switch (key) {
    case 'ArrowRight':
      return buttons[at + 1] ?? buttons[0];
    case 'ArrowLeft':
      return buttons.at(at - 1);
    case 'Home':
      return buttons[0];
    case 'End':
      return buttons.at(-1);
    default:
      return undefined;
  }
}
