import * as vscode from 'vscode';
import type { OutgoingText } from '../../core/privacy/outgoingGate';

/** A text that data is taken from, as the gate and the request want it. */
export interface SourceText extends OutgoingText {
  readonly languageId: string;
}

/** A model reads about four million characters at most. Bytes. */
const largest = 10 * 1024 * 1024;

/**
 * The texts that the command is about. The explorer passes a file and all that are selected, an editor its file. Undefined:
 * there are none, and the user was told so.
 */
export async function extractionSources([first, second]: readonly unknown[]): Promise<
  readonly SourceText[] | undefined
> {
  if (first instanceof vscode.Uri && Array.isArray(second)) {
    const uris = second.filter((one) => one instanceof vscode.Uri);
    return readAll(uris.length > 0 ? uris : [first]);
  }
  const editor = vscode.window.activeTextEditor;
  if (!editor || (first instanceof vscode.Uri && first.toString() !== editor.document.uri.toString())) {
    if (first instanceof vscode.Uri) return readAll([first]);
    return tell(vscode.l10n.t('Open or select the text to extract from first.'));
  }
  const { document, selections } = editor;
  const parts = selections.filter(({ isEmpty }) => !isEmpty).sort((a, b) => a.start.compareTo(b.start));
  const text = parts.length > 0 ? parts.map((part) => document.getText(part)).join('\n') : document.getText();
  const only = parts.length === 1 ? parts[0] : undefined;
  const firstLine = parts.length > 1 ? undefined : (only?.start.line ?? 0) + 1;
  return readable([sourceOf(document, text, firstLine)]);
}

async function readAll(uris: readonly vscode.Uri[]): Promise<readonly SourceText[] | undefined> {
  const sources: SourceText[] = [];
  for (const uri of uris) {
    const name = vscode.workspace.asRelativePath(uri);
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > largest) return tellTooLarge(name);
      const document = await vscode.workspace.openTextDocument(uri);
      sources.push(sourceOf(document, document.getText(), 1));
    } catch {
      return tell(vscode.l10n.t('{0} cannot be read as text, so nothing can be extracted from it.', name));
    }
  }
  return readable(sources);
}

function readable(sources: readonly SourceText[]): readonly SourceText[] | undefined {
  const empty = sources.find(({ text }) => text.trim() === '');
  if (empty) return tell(vscode.l10n.t('{0} is empty.', empty.name));
  const large = sources.find(({ text }) => text.length > largest);
  return large ? tellTooLarge(large.name) : sources;
}

function sourceOf(document: vscode.TextDocument, text: string, firstLine: number | undefined): SourceText {
  const { uri, languageId } = document;
  const name = vscode.workspace.asRelativePath(uri);
  return { name, text, languageId, files: [uri.toString()], ...(firstLine !== undefined && { firstLine }) };
}

function tellTooLarge(name: string): undefined {
  return tell(vscode.l10n.t('{0} is larger than 10 MB. Select a part of it in an editor.', name));
}

function tell(words: string): undefined {
  void vscode.window.showInformationMessage(words);
  return undefined;
}
