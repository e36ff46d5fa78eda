import * as l10n from '@vscode/l10n';
import type { ChatState } from '../../src/protocol/state';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

/** Makes the chat private or not. Shows at once what was chosen; what the host says after that holds. */
export class PrivateSwitch {
  readonly element: HTMLButtonElement;
  private readonly label: HTMLElement;
  private isOn = false;
  private isAvailable = true;

  constructor(private readonly context: PanelContext) {
    this.label = element('span', 'toggle-label', l10n.t('Private chat'));
    this.element = button('toggle', () => this.toggle());
    this.element.role = 'switch';
    // Also where there is no room for the label.
    this.element.ariaLabel = l10n.t('Private chat');
    this.draw();
  }

  /** `unavailable` says why the chat cannot be changed here; undefined if it can. */
  show({ isPrivate }: Pick<ChatState, 'isPrivate'>, unavailable: string | undefined): void {
    this.isOn = isPrivate;
    this.isAvailable = unavailable === undefined;
    this.element.ariaDisabled = this.isAvailable ? null : 'true';
    this.element.title =
      unavailable ??
      l10n.t('Applies from your next question on. Google won’t store it, so an interrupted answer can’t be resumed.');
    this.draw();
  }

  private toggle(): void {
    if (!this.isAvailable) return;
    this.isOn = !this.isOn;
    this.draw();
    this.context.post({ type: 'setPrivate', isPrivate: this.isOn });
  }

  /** The icon changes too: some themes barely tell the two states apart by colour. */
  private draw(): void {
    this.element.ariaChecked = String(this.isOn);
    this.element.replaceChildren(icon(this.isOn ? 'eye-closed' : 'eye'), this.label);
  }
}
