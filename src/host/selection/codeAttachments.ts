import * as vscode from 'vscode';
import type { Attachment } from '../../core/conversation/turn';
import { type AskedCode, nameOf } from './askedCode';

/** Copies of the code that is meant, each with the way back to it. */
export function codeAttachments({ document, target }: AskedCode, newId: () => string): readonly Attachment[] {
  const { uri, languageId } = document;
  const file = { uri: uri.toString(), path: nameOf(document), languageId };
  if (target.found === 'file') return [{ ...file, kind: 'file', id: newId(), text: document.getText() }];
  return target.ranges.map(({ start, end }) => {
    const range = new vscode.Range(start, 0, end - 1, document.lineAt(end - 1).range.end.character);
    return { ...file, kind: 'code', id: newId(), startLine: start + 1, endLine: end, text: document.getText(range) };
  });
}
