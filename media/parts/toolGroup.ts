import * as l10n from '@vscode/l10n';
import { element, icon } from '../base/element';
import type { ToolRow } from './toolRow';

/** The tools that were used one after the other. Several fold into one row. */
export class ToolGroup {
  readonly element: HTMLDetailsElement;
  private readonly head = element('span', 'tool-head');
  private readonly summary: HTMLElement;
  private readonly rows: ToolRow[] = [];

  constructor() {
    this.summary = element('summary', '', icon('chevron-right'), this.head);
    this.element = element('details', 'tools', this.summary);
    this.element.open = true;
    this.summary.hidden = true;
  }

  add(row: ToolRow): void {
    this.rows.push(row);
    this.element.append(row.element);
    // What a person has opened or stands on stays in sight.
    const isInUse = this.rows.some((one) => one.element.open) || this.element.contains(document.activeElement);
    if (this.rows.length === 2 && !isInUse) this.element.open = false;
    this.show();
  }

  /** While one of them runs it says which. */
  show(): void {
    this.summary.hidden = this.rows.length < 2;
    if (this.summary.hidden) return;
    const running = this.rows.findLast(({ isRunning }) => isRunning);
    const hasFailed = this.rows.some((row) => row.hasFailed);
    const words = running?.words ?? l10n.t('Used {0} tools', this.rows.length);
    const label = element('span', 'tool-label', words);
    label.dir = 'auto';
    this.head.replaceChildren(icon(running ? 'loading' : hasFailed ? 'warning' : 'tools'), label);
  }
}
