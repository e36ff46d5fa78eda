import * as l10n from '@vscode/l10n';
import type { BranchStep, BranchView } from '../../src/protocol/chat';
import { element } from '../base/element';
import type { ActionBar } from './actionBar';
import { ActionButton, buttonGroup } from './actionButton';

/** The arrows to what else was asked and answered in the same place. */
export class BranchSwitch {
  private readonly previous: ActionButton;
  private readonly next: ActionButton;

  constructor(
    bar: ActionBar,
    private readonly branch: BranchView,
    onStep: (step: BranchStep) => void,
  ) {
    const { index, count } = branch;
    this.previous = new ActionButton('chevron-left', l10n.t('Previous Answer'), () => onStep(-1));
    this.next = new ActionButton('chevron-right', l10n.t('Next Answer'), () => onStep(1));
    const number = element('span', 'branch-number', l10n.t('{0}/{1}', index, count));
    // The name of the group says it in words.
    number.ariaHidden = 'true';
    const group = buttonGroup(
      l10n.t('Answer {0} of {1}', index, count),
      this.previous.element,
      number,
      this.next.element,
    );
    bar.addGroup(group, [this.previous, this.next]);
    this.setUnavailable(undefined);
  }

  /** Why no other branch can be shown just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    const { index, count } = this.branch;
    // At either end there is nothing to say but what the arrow is for.
    this.previous.setUnavailable(index <= 1 ? this.previous.label : reason);
    this.next.setUnavailable(index >= count ? this.next.label : reason);
  }
}
