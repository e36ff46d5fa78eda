import * as l10n from '@vscode/l10n';
import { amountText } from '../../src/parts/amount';
import type { TurnEndView } from '../../src/protocol/chat';
import { ActionButton } from '../base/actionButton';
import { durationText } from '../base/duration';
import { element } from '../base/element';

/** What an answer took in all detail, behind a button. */
export class AnswerUsage {
  readonly button = new ActionButton('info', l10n.t('Usage and Cost'), () => this.toggle());
  readonly element = element('dl', 'answer-usage');
  private end: TurnEndView | undefined;

  constructor() {
    this.element.hidden = true;
    this.button.element.ariaExpanded = 'false';
    this.button.element.hidden = true;
  }

  /** An answer that goes on has none yet. */
  show(end: TurnEndView, isBusy: boolean): void {
    this.end = isBusy || !end.usage ? undefined : end;
    this.button.element.hidden = this.end === undefined;
    if (!this.end) this.open(false);
    else if (!this.element.hidden) this.draw();
  }

  private toggle(): void {
    this.open(this.element.hidden !== false);
  }

  private open(isOpen: boolean): void {
    this.element.hidden = !isOpen;
    this.button.element.ariaExpanded = String(isOpen);
    if (isOpen) this.draw();
  }

  private draw(): void {
    this.element.replaceChildren(
      ...usageRows(this.end).flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]),
    );
  }
}

/** Each number with its name. */
export function usageRows(end: TurnEndView | undefined): readonly (readonly [string, string])[] {
  if (!end?.usage) return [];
  const { usage, times, cost } = end;
  const count = (tokens: number) => tokens.toLocaleString(language());
  return [
    [
      l10n.t('Input'),
      usage.cached > 0
        ? l10n.t('{0}, {1} of them cached', count(usage.input), count(usage.cached))
        : count(usage.input),
    ],
    [l10n.t('Thoughts'), count(usage.thought)],
    [l10n.t('Output'), count(usage.output)],
    [l10n.t('Tools'), count(usage.tool)],
    [l10n.t('Searches'), count(usage.searches)],
    ...row(l10n.t('First words after'), times?.first, durationText),
    ...row(l10n.t('Time'), times?.total, durationText),
    ...(cost === undefined
      ? [[l10n.t('Price'), l10n.t('not known')] as const]
      : row(l10n.t('Price without searches'), cost, costText)),
  ];
}

/** About how much it was. */
export function costText(dollars: number): string {
  return l10n.t('about {0}', amountText(dollars, language()));
}

function row(
  name: string,
  value: number | undefined,
  text: (value: number) => string,
): readonly (readonly [string, string])[] {
  return value === undefined ? [] : [[name, text(value)]];
}

function language(): string {
  return document.documentElement.lang;
}
