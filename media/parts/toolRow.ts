import * as l10n from '@vscode/l10n';
import type { ToolCallPart } from '../../src/parts/toolCallPart';
import type { ToolResults } from '../../src/parts/toolContent';
import type { ToolResultPart } from '../../src/parts/toolResultPart';
import { button, disclosure, element, type IconName, icon } from '../base/element';
import { openWebLinks } from '../base/webLink';
import type { PanelContext } from '../panelContext';
import { toolBody } from './toolBody';
import { type AskedTool, toolIcon, toolWords } from './toolWords';

/** One use of a tool: the call and what came back, in one row. What is under it is made when it is opened. */
export class ToolRow {
  readonly element: HTMLDetailsElement;
  private readonly head = element('span', 'tool-head');
  private readonly body = element('div', 'tool-body');
  private call: ToolCallPart | undefined;
  private readonly results = new Map<number, ToolResultPart>();
  /** What lists of results have gained since. */
  private readonly gained: ToolResultPart['result'][] = [];
  private isOver = false;

  constructor(
    private readonly context: PanelContext,
    private readonly onChange: () => void,
    private readonly onCopy: () => void,
  ) {
    this.element = disclosure('tool', this.head, this.body);
    this.element.addEventListener('toggle', () => this.showBody());
    openWebLinks(this.body, context.post);
  }

  /** Nothing came back yet, and it may still come. */
  get isRunning(): boolean {
    return !this.isOver && this.results.size === 0;
  }

  get hasFailed(): boolean {
    return [...this.results.values()].some(({ isError }) => isError);
  }

  get words(): string {
    return toolWords(this.tool, this.isRunning);
  }

  get icon(): IconName {
    if (this.isRunning) return 'loading';
    return this.hasFailed ? 'error' : toolIcon(this.tool);
  }

  setCall(call: ToolCallPart): void {
    this.call = call;
    this.show();
  }

  /** `part`: the number of the result among the parts of the answer. */
  setResult(part: number, result: ToolResultPart): void {
    this.results.set(part, result);
    this.gained.length = 0;
    this.show();
  }

  gain(result: ToolResults): void {
    for (const item of result) this.gained.push(item);
    this.showBody();
  }

  /** No more comes. */
  settle(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.show();
  }

  private get tool(): AskedTool {
    const [result] = this.results.values();
    return this.call ?? { step: result?.step ?? '', name: result?.name ?? '', arguments: {} };
  }

  private show(): void {
    const label = element('span', 'tool-label', this.words);
    label.dir = 'auto';
    const failed = this.hasFailed ? [element('span', 'visually-hidden', l10n.t('(failed)'))] : [];
    this.head.replaceChildren(icon(this.icon), label, ...failed);
    this.showBody();
    this.onChange();
  }

  private showBody(): void {
    if (!this.element.open) return;
    const results = [...[...this.results.values()].map(({ result }) => result), ...this.gained];
    const copy = button('link', this.onCopy, l10n.t('Copy Details'));
    const focused = this.body.contains(document.activeElement);
    this.body.replaceChildren(...toolBody(this.tool, results, this.context), copy);
    if (focused) copy.focus({ preventScroll: true });
  }
}
