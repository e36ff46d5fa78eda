import * as vscode from 'vscode';
import { reviewIdInFront } from './reviewTabs';

/**
 * How long the user must have done nothing before a draft is saved, in milliseconds. A busy VS Code tells late that there is
 * something to save, or which tab is in front: so it is looked at again.
 */
const quietMs = [300, 1_000, 3_000];

/** Saves what the user does to a proposal as a draft, so that VS Code does not ask about it when the tab is closed. */
export class DraftSaver {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly id: string,
    private readonly document: () => vscode.TextDocument | undefined,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** The document has changed, or its tab has come to the front. */
  touch(): void {
    this.saveAfter(quietMs);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  /** Saves now. A document that is not in front waits for that. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    await this.saveInFront();
  }

  private saveAfter([ms, ...later]: readonly number[]): void {
    clearTimeout(this.timer);
    if (ms === undefined) return;
    this.timer = setTimeout(() => {
      this.saveAfter(later);
      void this.saveInFront().catch(this.onError);
    }, ms);
  }

  private async saveInFront(): Promise<void> {
    // It saves what is in front. Unlike `TextDocument.save`, it formats nothing and trims nothing.
    if (this.document()?.isDirty && reviewIdInFront() === this.id) {
      await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
    }
  }
}
