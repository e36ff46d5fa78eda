import * as l10n from '@vscode/l10n';
import { element } from '../base/element';
import type { ListItem } from '../blocks/blocks';
import type { MarkdownContext } from '../blocks/blockView';
import type { Scope } from '../blocks/references';
import { BlockList } from './blockList';

/** An item of a list, with a box in front if it is a task. The box shows what the answer says and cannot be ticked. */
export class ItemView {
  readonly element = element('li');
  private readonly list: BlockList;
  private box: HTMLInputElement | undefined;

  constructor(context: MarkdownContext) {
    // The mark of an item stands where its text begins.
    this.element.dir = 'auto';
    this.list = new BlockList(this.element, context);
  }

  update({ isDone, blocks }: ListItem, scope: Scope): void {
    this.showBox(isDone);
    this.list.show(blocks, scope);
  }

  finish(scope: Scope): void {
    this.list.finishAll(scope);
  }

  private showBox(isDone: boolean | undefined): void {
    if (isDone === this.box?.checked) return;
    this.element.classList.toggle('task', isDone !== undefined);
    if (isDone === undefined) {
      this.box?.remove();
      this.box = undefined;
      return;
    }
    this.box ??= this.createBox();
    this.box.checked = isDone;
    this.box.ariaLabel = isDone ? l10n.t('Done') : l10n.t('To do');
  }

  private createBox(): HTMLInputElement {
    const box = element('input');
    box.type = 'checkbox';
    box.disabled = true;
    this.element.prepend(box);
    return box;
  }
}
