import * as vscode from 'vscode';
import { askControllerId } from '../../names';
import type { AskedCode } from './askedCode';
import { targetWords } from './targetWords';

/** So long VS Code may take until it asks where a comment may stand, in milliseconds. */
const askedWithinMs = 1_500;
/** It takes the answer in only a moment after it asked. Milliseconds. */
const takenInMs = 120;

/** What is being asked just now. */
interface OpenQuestion {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly isAskedFor: () => void;
  /** Undefined: the user has left it. */
  readonly answer: (text: string | undefined) => void;
}

/**
 * A text box of several lines at the code: the box of a comment, the only one that VS Code has inside of editors. Where
 * it has none, a line at the top takes its place.
 */
export class AskBox {
  private controller: vscode.CommentController | undefined;
  private open: OpenQuestion | undefined;

  /** Undefined: the user has left it. */
  async ask(code: AskedCode): Promise<string | undefined> {
    this.cancel();
    const { document, target } = code;
    const placeHolder = vscode.l10n.t('What should change in {0}?', targetWords(code));
    const first = target.ranges[0];
    const editor = first && (await editorFor(document));
    // A cell's editor is inside of its notebook.
    if (!editor || editor.viewColumn === undefined) return askAtTop(placeHolder);
    const { selections } = editor;
    const range = new vscode.Range(first.start, 0, first.end - 1, document.lineAt(first.end - 1).range.end.character);
    const text = await this.openAt(editor, range, placeHolder);
    editor.selections = selections;
    await vscode.window.showTextDocument(document, {
      viewColumn: editor.viewColumn,
      selection: selections[0] ?? range,
    });
    return text?.trim() || undefined;
  }

  /** The button of the box, or Enter in it. */
  submit(reply: unknown): void {
    if (!isReply(reply)) return;
    this.open?.answer(reply.text);
    reply.thread.dispose();
  }

  /** Escape in the box. */
  cancel(): void {
    this.open?.answer(undefined);
  }

  dispose(): void {
    this.cancel();
    this.controller?.dispose();
  }

  private async openAt(
    editor: vscode.TextEditor,
    range: vscode.Range,
    placeHolder: string,
  ): Promise<string | undefined> {
    // A new one each time: the box of an old one goes away with it, also one that was left with the mouse.
    this.controller?.dispose();
    const controller = vscode.comments.createCommentController(askControllerId, vscode.l10n.t('Edit with Gemini'));
    this.controller = controller;
    controller.options = { placeHolder, prompt: placeHolder };
    const { document } = editor;
    let answer: OpenQuestion['answer'] = () => undefined;
    const answered = new Promise<string | undefined>((resolve) => {
      answer = resolve;
    });
    const isAsked = await new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), askedWithinMs);
      this.open = {
        document,
        range,
        answer,
        isAskedFor: () => {
          clearTimeout(late);
          resolve(true);
        },
      };
      controller.commentingRangeProvider = { provideCommentingRanges: (asking) => this.rangesIn(asking) };
    });
    if (!isAsked) {
      controller.dispose();
      return askAtTop(placeHolder);
    }
    await new Promise((taken) => setTimeout(taken, takenInMs));
    editor.selection = new vscode.Selection(range.start, range.end);
    await vscode.commands.executeCommand('workbench.action.addComment');
    const text = await answered;
    this.open = undefined;
    controller.dispose();
    this.controller = undefined;
    return text;
  }

  /** VS Code asks for every document, also for the box itself. */
  private rangesIn(document: vscode.TextDocument): vscode.Range[] {
    if (!this.open || document.uri.toString() !== this.open.document.uri.toString()) return [];
    this.open.isAskedFor();
    return [this.open.range];
  }
}

async function editorFor(document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  return editors.find((editor) => editor.document === document) ?? vscode.window.showTextDocument(document);
}

async function askAtTop(placeHolder: string): Promise<string | undefined> {
  const title = vscode.l10n.t('Edit with Gemini');
  const text = await vscode.window.showInputBox({ title, placeHolder, ignoreFocusOut: true });
  return text?.trim() || undefined;
}

function isReply(value: unknown): value is vscode.CommentReply {
  return (
    typeof value === 'object' &&
    value !== null &&
    'thread' in value &&
    'text' in value &&
    typeof value.text === 'string'
  );
}
