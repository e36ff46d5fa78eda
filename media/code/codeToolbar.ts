import * as l10n from '@vscode/l10n';
import { type CodeAction, codeActions } from '../../src/protocol/code';
import { button, element, type IconName, icon } from '../base/element';
import { RovingStop } from '../base/rovingStop';
import { isDiagram, isJson, isShell } from './codeActions';

const icons: Readonly<Record<CodeAction, IconName>> = {
  copyCode: 'copy',
  insertAtCursor: 'insert',
  applyCode: 'git-pull-request-go-to-changes',
  newFile: 'new-file',
  runInTerminal: 'terminal',
  openDiagram: 'open-preview',
  openJson: 'json',
};

export interface CodeToolbarEvents {
  /** Undefined where nothing can be done with the code, as in a thought. */
  readonly onAction: ((action: CodeAction) => void) | undefined;
  readonly onWrap: (isWrapped: boolean) => void;
}

/** The buttons of a block of code: one stop for the Tab key, with the arrow keys between them. */
export class CodeToolbar {
  readonly element = element('div', 'code-toolbar');
  private readonly buttons = new RovingStop(this.element);
  private readonly wrap: HTMLButtonElement;

  /** `canOpenDiagrams`: VS Code has a preview in which a diagram can be opened. */
  constructor(language: string, { onAction, onWrap }: CodeToolbarEvents, canOpenDiagrams: boolean) {
    for (const action of onAction ? codeActions : []) {
      if (action === 'runInTerminal' && !isShell(language)) continue;
      if (action === 'openDiagram' && !(canOpenDiagrams && isDiagram(language))) continue;
      if (action === 'openJson' && !isJson(language)) continue;
      this.add(iconButton(icons[action], labelOf(action), () => onAction?.(action)));
    }
    this.wrap = this.add(wrapButton(l10n.t('Wrap Lines'), onWrap));
    this.element.ariaLabel = l10n.t('Code');
  }

  /** Adds the button that changes between a diagram, which is shown now, and its source. */
  addDiagramSwitch(onSwitch: (isDiagram: boolean) => void): DiagramSwitch {
    const symbol = icon('code');
    const made = button('icon-button', () => onSwitch(symbol.classList.contains('codicon-type-hierarchy')), symbol);
    this.add(made);
    return {
      /** The name says what the button does now, and the focus stays where it is. */
      show: (isDiagram) => {
        symbol.className = `codicon codicon-${isDiagram ? 'code' : 'type-hierarchy'}`;
        made.ariaLabel = isDiagram ? l10n.t('Show Source') : l10n.t('Show Diagram');
        made.title = made.ariaLabel;
        // A picture has no lines to wrap.
        this.wrap.hidden = isDiagram;
      },
      remove: () => {
        this.buttons.remove(made);
        this.wrap.hidden = false;
      },
    };
  }

  private add(made: HTMLButtonElement): HTMLButtonElement {
    this.buttons.add(made);
    return made;
  }
}

export interface DiagramSwitch {
  show(isDiagram: boolean): void;
  remove(): void;
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

function labelOf(action: CodeAction): string {
  switch (action) {
    case 'copyCode':
      return l10n.t('Copy Code');
    case 'insertAtCursor':
      return l10n.t('Insert at Cursor');
    case 'applyCode':
      return l10n.t('Apply…');
    case 'newFile':
      return l10n.t('New File');
    case 'runInTerminal':
      return l10n.t('Run in Terminal');
    case 'openDiagram':
      return l10n.t('Open Diagram');
    case 'openJson':
      return l10n.t('Open as JSON Document');
  }
}
