import * as vscode from 'vscode';
import type { Review } from './review';

/**
 * Languages whose problems VS Code looks for in documents of any scheme. In these, half a proposal would be full of
 * errors: seen in VS Code 1.139 for JSON, CSS and HTML, but not for TypeScript, JavaScript, Python, YAML and Markdown.
 */
const checkedAnywhere = new Set(['json', 'jsonc', 'css', 'less', 'scss', 'html']);

/** Gives a document of a review the language of the document that it is for; a proposal of some only when it is whole. */
export async function setReviewLanguage(review: Review, document: vscode.TextDocument): Promise<void> {
  const { languageId, isWriting, baseUri } = review;
  const isPartial = isWriting && document.uri.toString() !== baseUri.toString();
  const wanted = isPartial && checkedAnywhere.has(languageId) ? 'plaintext' : languageId;
  if (document.languageId !== wanted) await vscode.languages.setTextDocumentLanguage(document, wanted);
}
