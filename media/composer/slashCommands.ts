import * as l10n from '@vscode/l10n';
import { type SlashName, slashNames } from '../../src/parts/slash';
import { button, element } from '../base/element';

/** Offers the commands that what is typed may be the beginning of. */
export class SlashCommands {
  readonly element = element('div', 'slash-commands');
  private readonly buttons = new Map<SlashName, HTMLButtonElement>();

  constructor(onChoose: (prompt: string) => void) {
    this.element.role = 'group';
    this.element.ariaLabel = l10n.t('Commands');
    this.element.hidden = true;
    for (const name of slashNames) {
      const made = button('slash-command', () => onChoose(`/${name} `), `/${name}`);
      made.title = hintOf(name);
      this.buttons.set(name, made);
    }
    this.element.append(...this.buttons.values());
  }

  show(typed: string): void {
    const begun = /^\/(\w*)$/.exec(typed)?.[1]?.toLowerCase();
    const fitting = slashNames.filter((name) => begun !== undefined && name.startsWith(begun));
    for (const [name, made] of this.buttons) made.hidden = !fitting.includes(name);
    this.element.hidden = fitting.length === 0;
  }
}

function hintOf(name: SlashName): string {
  switch (name) {
    case 'explain':
      return l10n.t('Explain the code at the cursor, or ask about it');
    case 'fix':
      return l10n.t('Fix the problems in the code at the cursor, or say what is wrong');
    case 'tests':
      return l10n.t('Write tests for the code at the cursor, or say which ones');
    case 'research':
      return l10n.t('Have a question researched');
    case 'new':
      return l10n.t('Begin a new chat');
    case 'private':
      return l10n.t('Store nothing of this chat at Google from now on');
  }
}
