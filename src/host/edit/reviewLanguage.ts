import * as vscode from 'vscode';
import type { Review } from './review';

/**
 * Languages whose servers look for problems in documents of any scheme, as VS Code 1.139 brings them. Half a proposal would
 * be full of errors, so while it is written it has a language of ours, of the same colours and without a server.
 */
const checkedAnywhere = new Set([
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'json',
  'jsonc',
  'css',
  'scss',
  'less',
  'html',
]);

/**
 * Gives a document of a review the language of the document that it is for; a proposal of some only when it is whole.
 * Rejects if VS Code does not know the language.
 */
export async function setReviewLanguage(review: Review, document: vscode.TextDocument): Promise<void> {
  const { languageId, isWriting, baseUri } = review;
  const isPartial = isWriting && document.uri.toString() !== baseUri.toString();
  const wanted = isPartial && checkedAnywhere.has(languageId) ? `gemini-writing-${languageId}` : languageId;
  if (document.languageId === wanted || document.isClosed) return;
  try {
    await vscode.languages.setTextDocumentLanguage(document, wanted);
  } catch (error) {
    if (!(await vscode.languages.getLanguages()).includes(wanted)) throw error;
    // VS Code has closed the document and has not told so yet: there is nothing left to be coloured.
  }
}
