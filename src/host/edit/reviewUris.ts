import * as vscode from 'vscode';
import { reviewScheme } from '../../names';

/** The document as it was, or what is proposed for it. */
export type ReviewSide = 'base' | 'proposal';

/** One of the two documents of a review. */
export interface ReviewPath {
  readonly id: string;
  readonly side: ReviewSide;
  /** Shown to the user, in the breadcrumb and in the tab. */
  readonly name: string;
}

export function reviewUri({ id, side, name }: ReviewPath): vscode.Uri {
  return vscode.Uri.from({ scheme: reviewScheme, path: `/${id}/${side}/${name}` });
}

/** Undefined: not a document of a review. */
export function readReviewUri({ scheme, path }: vscode.Uri): ReviewPath | undefined {
  const [empty, id = '', side, name = '', ...more] = path.split('/');
  const isKnown = scheme === reviewScheme && empty === '' && more.length === 0;
  if (!isKnown || !/^[\w-]+$/.test(id) || name === '' || (side !== 'base' && side !== 'proposal')) return undefined;
  return { id, side, name };
}

/**
 * The name that a document has in its review: its own, so that VS Code takes it for the same language. A cell is called
 * after its notebook, and neither becomes a notebook.
 */
export function nameInReview({ uri, languageId }: vscode.TextDocument): string {
  const name = uri.path.split('/').at(-1) || 'code';
  if (uri.scheme === 'vscode-notebook-cell') return `${name.replace(/\.\w+$/, '')} (${languageId})`;
  return name.endsWith('.ipynb') ? `${name}.json` : name;
}
