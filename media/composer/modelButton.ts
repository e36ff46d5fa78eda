import * as l10n from '@vscode/l10n';
import { modelLabel } from '../../src/parts/modelLabel';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

/** Names the model that the next question goes to, and lets the user choose another one for this chat. */
export class ModelButton {
  readonly element: HTMLButtonElement;
  private readonly label = element('span', 'model-label');
  private isAvailable = true;

  constructor(context: PanelContext) {
    this.element = button(
      'model',
      () => this.isAvailable && context.post({ type: 'chooseModel' }),
      this.label,
      icon('chevron-down'),
    );
    this.element.ariaHasPopup = 'menu';
  }

  /** `unavailable` says why the chat cannot be changed here; undefined if it can. */
  show(model: string, unavailable: string | undefined): void {
    const name = modelLabel(model);
    this.label.textContent = name;
    this.element.ariaLabel = l10n.t('Model: {0}', name);
    this.element.title = unavailable ?? model;
    this.isAvailable = unavailable === undefined;
    this.element.ariaDisabled = this.isAvailable ? null : 'true';
  }
}
