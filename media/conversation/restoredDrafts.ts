import type { PromptDraft } from '../composer/promptBox';
import type { KeptEdit } from '../shell/panelMemory';
import type { TurnView } from './turnView';

/** Questions that were being put in other words, until the turns they belong to are on the page again. */
export class RestoredDrafts {
  private readonly drafts = new Map<string, PromptDraft>();

  /** `edit` is what was being edited when the page went away. */
  constructor(edit: KeptEdit | undefined) {
    if (edit) this.drafts.set(edit.turnId, edit.draft);
  }

  /** These turns leave the page, and come again. */
  keep(views: readonly TurnView[]): void {
    for (const { id, question } of views) if (question.draft) this.drafts.set(id, question.draft);
  }

  /** The turn is there again. */
  giveBack({ id, question }: TurnView): void {
    const draft = this.drafts.get(id);
    if (draft) question.editWith(draft);
    this.drafts.delete(id);
  }
}
