import * as l10n from '@vscode/l10n';
import { type AnswerChoices, type ServerTool, serverTools } from '../../src/parts/answerChoices';
import type { ChatState } from '../../src/protocol/state';
import { button, element, type IconName, icon } from '../base/element';
import type { PanelContext } from '../panelContext';
import { ServerSwitches } from './serverSwitches';

/** Google's tools as switches and the level of thinking, in a row that a button shows. */
export class AnswerSwitches {
  readonly toggle: HTMLButtonElement;
  readonly element = element('div', 'answer-switches');
  private readonly switches: ReadonlyMap<ServerTool, HTMLButtonElement>;
  private readonly count = element('span', 'switch-count');
  private readonly tools = element('div', 'tool-switches');
  /** Stands in the place of the switches where they would not count. */
  private readonly note = element('p', 'switches-note');
  private readonly thinking: HTMLButtonElement;
  private readonly thinkingLabel = element('span', 'model-label');
  private readonly servers: ServerSwitches;
  private isAvailable = true;

  constructor(private readonly context: PanelContext) {
    this.toggle = button('toggle', () => this.open(this.element.hidden === true), icon('settings'), this.count);
    const { tools } = this;
    tools.role = 'group';
    tools.ariaLabel = l10n.t('Tools');
    this.switches = new Map(serverTools.map((tool) => [tool, this.switchOf(tool)]));
    this.servers = new ServerSwitches(context);
    tools.append(...this.switches.values(), this.servers.element);
    this.thinking = button(
      'thinking-level',
      () => this.isAvailable && context.post({ type: 'chooseThinking' }),
      this.thinkingLabel,
      icon('chevron-down'),
    );
    this.thinking.ariaHasPopup = 'menu';
    this.element.id = 'answer-switches';
    this.note.hidden = true;
    this.element.append(tools, this.thinking, this.note);
    this.toggle.setAttribute('aria-controls', this.element.id);
    this.open(false);
  }

  /** `unavailable` says why the chat cannot be changed here; undefined if it can. */
  show(
    choices: AnswerChoices,
    {
      servers = [],
      stores = [],
      withoutEffect: { answering: idle } = {},
    }: Pick<ChatState, 'servers' | 'stores' | 'withoutEffect'>,
    unavailable: string | undefined,
  ): void {
    const { tools, thinking } = choices;
    const search = this.switches.get('fileSearch');
    const hint = toolHint('fileSearch');
    if (search)
      search.title = stores.length > 0 ? l10n.t('Gemini may search these stores: {0}', stores.join(', ')) : hint;
    this.isAvailable = unavailable === undefined;
    for (const [tool, made] of this.switches) {
      made.ariaChecked = String(tools.includes(tool));
      made.ariaDisabled = this.isAvailable ? null : 'true';
    }
    const chosen = [...tools.map(toolName), ...this.servers.show(choices.servers, servers, unavailable)];
    const on = idle === undefined ? chosen : [];
    this.tools.hidden = idle !== undefined;
    this.thinking.hidden = idle !== undefined;
    this.note.hidden = idle === undefined;
    this.note.textContent = idle ?? '';
    this.count.textContent = on.length > 0 ? String(on.length) : '';
    this.toggle.ariaLabel =
      on.length > 0 ? l10n.t('Tools and thinking, {0} tools on', on.length) : l10n.t('Tools and thinking');
    this.toggle.title = unavailable ?? idle ?? [l10n.t('Tools and thinking'), ...on].join('\n');
    this.thinkingLabel.textContent = l10n.t('Thinking: {0}', levelName(thinking));
    this.thinking.ariaDisabled = this.isAvailable ? null : 'true';
  }

  private open(isOpen: boolean): void {
    this.element.hidden = !isOpen;
    this.toggle.ariaExpanded = String(isOpen);
  }

  private switchOf(tool: ServerTool): HTMLButtonElement {
    const made = button('tool-switch', () => this.flip(tool), icon(icons[tool]), element('span', '', toolName(tool)));
    made.role = 'switch';
    made.title = toolHint(tool);
    return made;
  }

  /** Shows at once what was chosen; what the host says after that holds. */
  private flip(tool: ServerTool): void {
    const made = this.switches.get(tool);
    if (!this.isAvailable || !made) return;
    const isOn = made.ariaChecked !== 'true';
    made.ariaChecked = String(isOn);
    this.context.post({ type: 'setTool', tool, isOn });
  }
}

const icons: Readonly<Record<ServerTool, IconName>> = {
  googleSearch: 'search',
  urlContext: 'globe',
  codeExecution: 'terminal',
  googleMaps: 'location',
  fileSearch: 'file',
};

function toolName(tool: ServerTool): string {
  switch (tool) {
    case 'googleSearch':
      return l10n.t('Google Search');
    case 'urlContext':
      return l10n.t('Web Pages');
    case 'codeExecution':
      return l10n.t('Run Code');
    case 'googleMaps':
      return l10n.t('Google Maps');
    case 'fileSearch':
      return l10n.t('File Search');
  }
}

function toolHint(tool: ServerTool): string {
  switch (tool) {
    case 'googleSearch':
      return l10n.t('Gemini may search the web. Google bills searches, and keeps prompts of such answers for 30 days.');
    case 'urlContext':
      return l10n.t('Gemini may read web pages that you name.');
    case 'codeExecution':
      return l10n.t('Gemini may run Python at Google. Nothing runs on this computer.');
    case 'googleMaps':
      return l10n.t('Gemini may look up places. Google bills this.');
    case 'fileSearch':
      return l10n.t('Gemini may search your File Search stores. Click to choose one if there is none yet.');
  }
}

function levelName(thinking: AnswerChoices['thinking']): string {
  switch (thinking) {
    case 'model':
      return l10n.t('Default');
    case 'minimal':
      return l10n.t('Minimal');
    case 'low':
      return l10n.t('Low');
    case 'medium':
      return l10n.t('Medium');
    case 'high':
      return l10n.t('High');
    case 'xhigh':
      return l10n.t('Extra High');
  }
}
