import * as vscode from 'vscode';
import { DraftSaver } from './draftSaver';
import type { ReviewFiles } from './reviewFiles';
import { type ReviewPath, reviewUri } from './reviewUris';
import { type ChangeCause, UndoGuard } from './undoGuard';

/** So many steps forward at most: another editor may have the keyboard meanwhile, where they lead nowhere. */
const mostSteps = 200;

/** The right side of a review: read-only while it is being written, then the user's to edit, and always saved. */
export class ProposalDocument {
  readonly uri: vscode.Uri;
  private readonly guard = new UndoGuard();
  private readonly saver: DraftSaver;
  private isWriting = false;
  private isChanged = true;
  private isLeading = false;
  private awaited: { readonly text: string; readonly resolve: () => void } | undefined;

  constructor(
    private readonly path: ReviewPath,
    private readonly files: ReviewFiles,
    private readonly onError: (error: unknown) => void,
  ) {
    this.uri = reviewUri(path);
    this.saver = new DraftSaver(path.id, () => this.document, onError);
  }

  /** Undefined: VS Code does not show it now. */
  get document(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(
      ({ uri }) => uri.path === this.uri.path && uri.scheme === this.uri.scheme,
    );
  }

  /** What VS Code shows, or would. */
  get text(): string {
    return this.document?.getText() ?? this.put;
  }

  get isPut(): boolean {
    return this.files.textOf(this.path) !== undefined;
  }

  /** What it was given last. VS Code may be behind. */
  get put(): string {
    return this.files.textOf(this.path) ?? '';
  }

  /** It stands as Gemini wrote it, and undo has nowhere to go. */
  get isPristine(): boolean {
    const { document } = this;
    return document !== undefined && this.guard.isPristine(document.getText());
  }

  /** Saves the draft: VS Code reads no document again that has changes. */
  async saved(): Promise<void> {
    await this.saver.save();
    const { document } = this;
    if (document?.isDirty) await document.save();
  }

  /** It is open, and holds what every undo could lead back to. */
  begin(): void {
    this.isWriting = true;
    this.guard.frame(this.text);
  }

  draw(text: string): void {
    this.files.put(this.path, text, true);
  }

  /** Lets the user edit it. Resolves when VS Code shows this text. */
  async finish(text: string): Promise<void> {
    this.files.put(this.path, text, false);
    const { document } = this;
    if (document && !isSame(document.getText(), text)) {
      await new Promise<void>((resolve) => {
        this.awaited = { text, resolve };
      });
    }
    this.isWriting = false;
    this.isChanged = true;
    this.guard.finish(this.text);
  }

  /** Changes it in one edit, which undo takes back. */
  async edit(changes: readonly { readonly offset: number; readonly length: number; readonly text: string }[]) {
    const { document } = this;
    const edit = new vscode.WorkspaceEdit();
    if (!document) return false;
    for (const { offset, length, text } of changes) {
      edit.replace(
        document.uri,
        new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
        text,
      );
    }
    return vscode.workspace.applyEdit(edit);
  }

  /** The text, if it may be another than when this was asked last. */
  takeChange(): string | undefined {
    if (!this.isChanged || this.isWriting) return undefined;
    this.isChanged = false;
    return this.text;
  }

  /** VS Code shows another text. */
  changed(cause: ChangeCause): void {
    const { text } = this;
    if (this.isWriting) this.guard.frame(text);
    if (this.awaited && isSame(this.awaited.text, text)) this.awaited.resolve();
    if (this.isWriting) return;
    this.isChanged = true;
    // The key does not undo then, but the menu would, and a key that is faster than the state of the keys.
    if (this.guard.ledBack(text, cause)) this.leadForward().catch(this.onError);
    else this.saver.touch();
  }

  /** Does again what was undone of the stream: not once for each undo, which may bring back more than that. */
  private async leadForward(): Promise<void> {
    if (this.isLeading) return;
    this.isLeading = true;
    try {
      for (let step = 0; step < mostSteps && this.guard.isInStream(this.text); step += 1) {
        await vscode.commands.executeCommand('redo');
      }
    } finally {
      this.isLeading = false;
    }
  }

  /** Its tab has come to the front. */
  shown(): void {
    this.saver.touch();
  }

  dispose(): void {
    this.awaited?.resolve();
    this.saver.dispose();
  }
}

/** Whether VS Code shows this text: it makes all line breaks of a document the same. */
function isSame(shown: string, text: string): boolean {
  return shown === text || withUsualBreaks(shown) === withUsualBreaks(text.toWellFormed());
}

function withUsualBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
