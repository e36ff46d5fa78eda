import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { Finding } from '../../core/conversation/findings';
import { placeFinding } from '../../core/editing/target/placeFinding';
import { findingsControllerId } from '../../names';
import type { AskedCode } from './askedCode';

/** A finding and the code it is about. */
interface Placed {
  readonly finding: Finding;
  readonly code: AskedCode;
}

/** Where a finding stands now. */
export interface FindingNow {
  readonly document: vscode.TextDocument;
  readonly finding: Finding;
  /** Counted from 0. */
  readonly line: number;
}

/** The findings of reviews, as comments at their lines. */
export class FindingThreads {
  private readonly own = new DisposableStore();
  private controller: vscode.CommentController | undefined;
  private readonly placed = new Map<vscode.CommentThread, Placed>();

  /** Shows the findings in the place of earlier ones in the same document. */
  show(code: AskedCode, findings: readonly Finding[]): void {
    const { uri } = code.document;
    for (const thread of this.placed.keys()) if (thread.uri.toString() === uri.toString()) this.dismiss(thread);
    for (const finding of findings) this.add(code, finding);
  }

  /** Undefined: it is no finding, or its document is gone. `thread`: what VS Code passes to the buttons of a thread. */
  async find(thread: unknown): Promise<FindingNow | undefined> {
    const known = this.known(thread);
    const placed = known && this.placed.get(known);
    if (!known || !placed) return undefined;
    const document = await opened(known.uri);
    return document && { document, finding: placed.finding, line: lineOf(placed, document) };
  }

  dismiss(thread: unknown): void {
    const known = this.known(thread);
    if (!known) return;
    known.dispose();
    this.placed.delete(known);
  }

  dispose(): void {
    this.own.dispose();
  }

  private add(code: AskedCode, finding: Finding): void {
    const { document } = code;
    const placed = { finding, code };
    const line = lineOf(placed, document);
    const { severity, title, detail } = finding;
    // As plain text: a model must not bring links and pictures to where the user works.
    const body = new vscode.MarkdownString().appendText(`${title.trim()}\n\n${detail.trim()}`);
    const comment = { body, mode: vscode.CommentMode.Preview, author: { name: 'Gemini' } };
    const thread = this.controllerOf().createCommentThread(document.uri, document.lineAt(line).range, [comment]);
    thread.label = severityWords(severity);
    thread.canReply = false;
    thread.contextValue = 'finding';
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.placed.set(thread, placed);
  }

  private controllerOf(): vscode.CommentController {
    this.controller ??= this.own.add(
      vscode.comments.createCommentController(findingsControllerId, vscode.l10n.t('Gemini Review')),
    );
    return this.controller;
  }

  private known(thread: unknown): vscode.CommentThread | undefined {
    return [...this.placed.keys()].find((one) => one === thread);
  }
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open;
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

function lineOf({ finding, code: { target } }: Placed, document: vscode.TextDocument): number {
  return placeFinding(finding, document.lineCount, (line) => document.lineAt(line).text, target.ranges);
}

function severityWords(severity: Finding['severity']): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'warning':
      return vscode.l10n.t('Warning');
    case 'suggestion':
      return vscode.l10n.t('Suggestion');
  }
}
