import * as vscode from 'vscode';
import { type Clock, systemClock } from '../../core/base/clock';

/** How long VS Code takes at most to know of a range that may be commented on, after it has asked for it. Milliseconds. */
const rangeKnownMs = 100;

interface OpenBox {
  readonly controller: vscode.CommentController;
  readonly onSend: (text: string) => void;
  readonly onLeave: () => void;
}

/**
 * A box for an instruction right at the code, of several lines: VS Code has no other text field in an editor than that of
 * comments. No comment is ever made.
 */
export class InstructionBox {
  private shown: OpenBox | undefined;

  constructor(private readonly clock: Clock = systemClock) {}

  /**
   * Opens the box below some lines of an editor, or at the top where no comments are shown, and puts the keyboard into it.
   * `onSend` is told what is sent, once; `onLeave`, that nothing is.
   */
  async open(
    editor: vscode.TextEditor,
    range: vscode.Range,
    placeHolder: string,
    onSend: (text: string) => void,
    onLeave = (): void => undefined,
  ): Promise<void> {
    this.close()?.onLeave();
    // For who has no comments in editors VS Code would open no box, and say nothing.
    if (vscode.workspace.getConfiguration('comments').get('visible') === false) {
      const title = vscode.l10n.t('Instruction for Gemini');
      const text = await vscode.window.showInputBox({ title, placeHolder, ignoreFocusOut: true });
      return text?.trim() ? onSend(text.trim()) : onLeave();
    }
    // One for each box: without it no line shows a button for comments, and a box that nobody sent goes away with it.
    const controller = vscode.comments.createCommentController(
      'gemini-interactions-instruction',
      vscode.l10n.t('Instruction for Gemini'),
    );
    this.shown = { controller, onSend, onLeave };
    controller.options = { prompt: placeHolder, placeHolder };
    const document = editor.document.uri.toString();
    const asked = new Promise<void>((resolve) => {
      controller.commentingRangeProvider = {
        provideCommentingRanges: ({ uri }) => {
          if (uri.toString() !== document) return [];
          resolve();
          return [range];
        },
      };
    });
    await asked;
    await this.clock.wait(rangeKnownMs, never);
    if (this.shown?.controller !== controller) return;
    editor.selection = new vscode.Selection(range.start, range.end);
    await vscode.commands.executeCommand('workbench.action.addComment');
  }

  /** What the button of the box does. */
  async send(reply: unknown): Promise<void> {
    if (!isReply(reply)) return;
    const text = reply.text.trim();
    const box = await this.closeAndGoBack();
    if (text === '') box?.onLeave();
    else box?.onSend(text);
  }

  /** Escape in the box. */
  async leave(): Promise<void> {
    (await this.closeAndGoBack())?.onLeave();
  }

  dispose(): void {
    this.close()?.onLeave();
  }

  private async closeAndGoBack(): Promise<OpenBox | undefined> {
    const box = this.close();
    // The keyboard was in the box, and would be nowhere now.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    return box;
  }

  private close(): OpenBox | undefined {
    const box = this.shown;
    this.shown = undefined;
    box?.controller.dispose();
    return box;
  }
}

const never = new AbortController().signal;

function isReply(value: unknown): value is vscode.CommentReply {
  return (
    typeof value === 'object' &&
    value !== null &&
    'thread' in value &&
    'text' in value &&
    typeof value.text === 'string'
  );
}
