import * as vscode from 'vscode';
import { reviewIdInFront } from './reviewTabs';

/** How long the user must have done nothing before a draft is saved, in milliseconds. */
const quietMs = 300;

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
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save().catch(this.onError), quietMs);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  /** Saves now. A document that is not in front waits for that. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    // It saves what is in front. Unlike `TextDocument.save`, it formats nothing and trims nothing.
    if (this.document()?.isDirty && reviewIdInFront() === this.id) {
      await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
    }
  }
}
