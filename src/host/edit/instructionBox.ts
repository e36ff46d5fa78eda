import * as vscode from 'vscode';
import { type Clock, systemClock } from '../../core/base/clock';

/** How long VS Code takes at most to know of a range that may be commented on, after it has asked for it. Milliseconds. */
const rangeKnownMs = 100;

/**
 * A box for an instruction right at the code, of several lines: VS Code has no other text field in an editor than that of
 * comments. No comment is ever made.
 */
export class InstructionBox {
  private readonly controller = vscode.comments.createCommentController(
    'gemini-interactions-instruction',
    vscode.l10n.t('Instruction for Gemini'),
  );
  private sent: ((text: string) => void) | undefined;

  constructor(private readonly clock: Clock = systemClock) {}

  /** Opens the box below some lines of an editor and puts the keyboard into it. `onSend` is told what is sent, once. */
  async open(editor: vscode.TextEditor, range: vscode.Range, placeHolder: string, onSend: (text: string) => void) {
    const { controller } = this;
    const document = editor.document.uri.toString();
    controller.options = { prompt: placeHolder, placeHolder };
    const asked = new Promise<void>((resolve) => {
      controller.commentingRangeProvider = {
        provideCommentingRanges: ({ uri }) => {
          if (uri.toString() !== document) return [];
          resolve();
          return [range];
        },
      };
    });
    this.sent = onSend;
    await asked;
    await this.clock.wait(rangeKnownMs, never);
    editor.selection = new vscode.Selection(range.start, range.end);
    await vscode.commands.executeCommand('workbench.action.addComment');
    // Without it no line shows a button for comments.
    delete controller.commentingRangeProvider;
  }

  /** What the button of the box does. */
  async send(reply: unknown): Promise<void> {
    if (!isReply(reply)) return;
    const { sent } = this;
    this.sent = undefined;
    reply.thread.dispose();
    // It was in the box, and would be nowhere now.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const text = reply.text.trim();
    if (text !== '') sent?.(text);
  }

  dispose(): void {
    this.controller.dispose();
  }
}

const never = new AbortController().signal;

function isReply(value: unknown): value is vscode.CommentReply {
  if (typeof value !== 'object' || value === null || !('thread' in value) || !('text' in value)) return false;
  return typeof value.text === 'string' && typeof value.thread === 'object' && value.thread !== null;
}
