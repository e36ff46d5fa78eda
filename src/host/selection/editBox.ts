import * as vscode from 'vscode';
import type { AskedCode } from './askedCode';
import { targetWords } from './targetWords';

/** Opens a box for text below some lines of an editor. `onSend` is told what is sent, once. */
export type OpenBox = (
  editor: vscode.TextEditor,
  range: vscode.Range,
  placeHolder: string,
  onSend: (text: string) => void,
  onLeave: () => void,
) => Promise<void>;

/**
 * "Edit…" asks at the code; in a cell of a notebook, which has no such box, in a line at the top. What is typed at the code
 * is told once it is sent: VS Code shows an extension nothing of the text box of a comment before.
 */
export class EditBox {
  constructor(private readonly open: OpenBox) {}

  /** Undefined: nothing was sent. */
  readonly ask = async (code: AskedCode, onTyped: (words: string) => void): Promise<string | undefined> => {
    const { document, target } = code;
    const placeHolder = vscode.l10n.t('What should change in {0}?', targetWords(code));
    const range = target.ranges.at(-1);
    const editor = await editorFor(document);
    if (!range || editor.viewColumn === undefined) return askAtTop(placeHolder, onTyped);
    const { selections } = editor;
    const end = document.lineAt(range.end - 1).range.end;
    const text = await new Promise<string | undefined>((resolve, reject) => {
      const lines = new vscode.Range(range.start, 0, end.line, end.character);
      this.open(editor, lines, placeHolder, resolve, () => resolve(undefined)).catch(reject);
    });
    editor.selections = selections;
    return text;
  };
}

async function editorFor(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  return editors.find((editor) => editor.document === document) ?? vscode.window.showTextDocument(document);
}

async function askAtTop(placeHolder: string, onTyped: (words: string) => void): Promise<string | undefined> {
  const title = vscode.l10n.t('Edit with Gemini');
  const validateInput = (words: string) => void onTyped(words);
  const text = await vscode.window.showInputBox({ title, placeHolder, ignoreFocusOut: true, validateInput });
  return text?.trim() || undefined;
}
