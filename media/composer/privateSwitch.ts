import * as l10n from '@vscode/l10n';
import type { ChatState } from '../../src/protocol/state';
import { button, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

/**
 * A shield: whether Google stores this chat, and until when. Pressed, it asks Google not to. Shows at once what was
 * chosen; what the host says after that holds.
 */
export class PrivateSwitch {
  readonly element: HTMLButtonElement;
  private isOn = false;
  private isAvailable = true;

  constructor(private readonly context: PanelContext) {
    this.element = button('toggle', () => this.toggle());
    this.element.role = 'switch';
    this.element.ariaLabel = l10n.t('Don’t Store at Google');
    this.draw();
  }

  /** `unavailable` says why the chat cannot be changed here; undefined if it can. */
  show({ isPrivate, retention }: Pick<ChatState, 'isPrivate' | 'retention'>, unavailable: string | undefined): void {
    this.isOn = isPrivate;
    this.isAvailable = unavailable === undefined;
    this.element.ariaDisabled = this.isAvailable ? null : 'true';
    const whatItDoes = l10n.t(
      'Applies from your next question on. Google won’t store it, so an interrupted answer can’t be resumed.',
    );
    // Beside a label, the title is read out as the description.
    this.element.title = [retention, unavailable ?? (isPrivate ? undefined : whatItDoes)]
      .filter((line) => line !== undefined)
      .join('\n');
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
    this.element.replaceChildren(icon(this.isOn ? 'workspace-trusted' : 'shield'));
  }
}
