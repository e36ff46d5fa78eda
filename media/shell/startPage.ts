import * as l10n from '@vscode/l10n';
import type { RecentChatView, StartState, Suggestion } from '../../src/protocol/start';
import { button, element, type IconName, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

const icons: Readonly<Record<Suggestion, IconName>> = {
  explainFile: 'book',
  findBugs: 'bug',
  writeTests: 'beaker',
  explainReadme: 'book',
  whatCanIAsk: 'question',
  startResearch: 'telescope',
};

/** What an empty chat shows: what it can begin with, and the chats used last. */
export class StartPage {
  readonly element = element('div', 'start');
  private readonly suggestions = element('div', 'start-rows');
  private readonly recent = element('div', 'start-rows');
  private readonly recentHeading = element('h3', 'start-heading', l10n.t('Recent'));
  private drawn = '';

  constructor(private readonly context: PanelContext) {
    this.element.append(
      icon('sparkle'),
      element('h2', 'start-title', l10n.t('Ask Gemini about your code')),
      this.suggestions,
      this.recentHeading,
      this.recent,
      element('p', 'start-keys', l10n.t('Enter sends, Shift+Enter breaks the line, @ adds files')),
    );
    this.element.hidden = true;
  }

  show(isShown: boolean): void {
    this.element.hidden = !isShown;
  }

  update(state: StartState): void {
    // Made again, the same rows would lose the focus.
    const wanted = JSON.stringify(state);
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    const { suggestions, file = '', questions = [], recent } = state;
    this.suggestions.replaceChildren(
      ...questions.map((question) => this.question(question)),
      ...suggestions.map((one) => this.suggestion(one, file)),
    );
    this.recent.replaceChildren(...recent.map((chat) => this.chat(chat)));
    this.recentHeading.hidden = recent.length === 0;
  }

  private question(prompt: string): HTMLElement {
    return button(
      'start-row',
      () => this.context.post({ type: 'send', prompt }),
      icon('send'),
      element('span', 'start-label', prompt),
    );
  }

  private suggestion(suggestion: Suggestion, file: string): HTMLElement {
    const label = labelOf(suggestion, file);
    const row = button(
      'start-row',
      () => this.context.post({ type: 'startWith', suggestion }),
      icon(icons[suggestion]),
      element('span', 'start-label', label),
    );
    row.title = label;
    return row;
  }

  private chat({ id, title, age }: RecentChatView): HTMLElement {
    const label = element('span', 'start-label', title);
    label.dir = 'auto';
    const row = button(
      'start-row',
      () => this.context.post({ type: 'openRecentChat', chatId: id }),
      label,
      element('span', 'start-age', age),
    );
    row.title = title;
    return row;
  }
}

function labelOf(suggestion: Suggestion, file: string): string {
  switch (suggestion) {
    case 'explainFile':
      return l10n.t('Explain {0}', file);
    case 'findBugs':
      return l10n.t('Find bugs in {0}', file);
    case 'writeTests':
      return l10n.t('Write tests for {0}', file);
    case 'explainReadme':
      return l10n.t('Explain this workspace’s README');
    case 'whatCanIAsk':
      return l10n.t('What can I ask?');
    case 'startResearch':
      return l10n.t('Start Deep Research…');
  }
}
