import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { Emitter } from '../../core/base/emitter';
import { previewOf, type Target } from '../../core/editing/refactoring';
import { originalScheme, proposalScheme } from '../../names';
import { locate } from './codeRange';

/** A change that was proposed for a document, shown beside the document as it was. Nothing is written until Accept. */
export interface Proposal {
  readonly id: string;
  readonly documentUri: vscode.Uri;
  readonly target: Target;
  readonly startLine: number;
  /** What the right side shows. */
  text: string;
  /** The whole replacement, once the answer is complete. */
  replacement: string | undefined;
  readonly stop: AbortController;
}

export type AcceptResult = 'accepted' | 'notReady' | 'documentChanged';

/** How often the right side is drawn anew while it streams, in milliseconds. */
const redrawMs = 50;

/** The proposals under review and the documents of their comparison. */
export class Proposals implements vscode.TextDocumentContentProvider {
  private readonly own = new DisposableStore();
  private readonly contentChanged = this.own.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.contentChanged.event;
  private readonly reviewChanged = this.own.add(new Emitter<void>());
  /** Another proposal is in front, or the one in front became ready. */
  readonly onDidChangeReview = this.reviewChanged.event;
  private readonly known = new Map<string, Proposal>();
  private readonly redraws = new Map<string, ReturnType<typeof setTimeout>>();

  constructor() {
    this.own.add(vscode.workspace.registerTextDocumentContentProvider(proposalScheme, this));
    this.own.add(vscode.workspace.registerTextDocumentContentProvider(originalScheme, this));
    this.own.add(
      vscode.window.tabGroups.onDidChangeTabs((event) => {
        for (const tab of event.closed) this.forget(proposalIdOf(tab));
        this.reviewChanged.fire();
      }),
    );
    this.own.add(vscode.window.tabGroups.onDidChangeTabGroups(() => this.reviewChanged.fire()));
  }

  /** The proposal in the active editor. */
  get inFront(): Proposal | undefined {
    const id = proposalIdOf(vscode.window.tabGroups.activeTabGroup.activeTab);
    return id === undefined ? undefined : this.known.get(id);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const proposal = this.known.get(uri.query);
    if (!proposal) return '';
    const { before, selected, after } = proposal.target;
    return uri.scheme === originalScheme ? before + selected + after : proposal.text;
  }

  /** Opens the comparison, at first of the document with itself. */
  async open(proposal: Proposal): Promise<void> {
    this.known.set(proposal.id, proposal);
    const line = new vscode.Range(proposal.startLine, 0, proposal.startLine, 0);
    await vscode.commands.executeCommand(
      'vscode.diff',
      uriOf(originalScheme, proposal),
      uriOf(proposalScheme, proposal),
      vscode.l10n.t('{0} (Gemini’s proposal)', proposal.target.path.split('/').at(-1) ?? proposal.target.path),
      { preview: false, selection: line } satisfies vscode.TextDocumentShowOptions,
    );
  }

  /** Shows the lines that are certain so far, at most once in a while. */
  show(proposal: Proposal, lines: readonly string[]): void {
    if (!this.known.has(proposal.id) || this.redraws.has(proposal.id)) return;
    const redraw = () => {
      this.redraws.delete(proposal.id);
      // `lines` goes on growing; what it holds now is drawn.
      proposal.text = previewOf(proposal.target, lines);
      this.contentChanged.fire(uriOf(proposalScheme, proposal));
    };
    this.redraws.set(proposal.id, setTimeout(redraw, redrawMs));
  }

  /** Shows the whole replacement and lets it be accepted. */
  finish(proposal: Proposal, replacement: string): void {
    clearTimeout(this.redraws.get(proposal.id));
    this.redraws.delete(proposal.id);
    const lineBreak = proposal.target.selected.includes('\r\n') ? '\r\n' : '\n';
    proposal.replacement = replacement.replaceAll('\n', lineBreak);
    proposal.text = proposal.target.before + proposal.replacement + proposal.target.after;
    this.contentChanged.fire(uriOf(proposalScheme, proposal));
    this.reviewChanged.fire();
  }

  /** Writes the replacement into the document: one edit, one undo. The file itself is not saved. */
  async accept(proposal: Proposal): Promise<AcceptResult> {
    if (proposal.replacement === undefined) return 'notReady';
    const document = await vscode.workspace.openTextDocument(proposal.documentUri);
    // The user may have typed meanwhile: the change goes where the code is now, and nowhere if it is no longer the same.
    const range = locate(document, proposal.target.selected, proposal.startLine);
    if (!range) return 'documentChanged';
    const edit = new vscode.WorkspaceEdit();
    edit.replace(proposal.documentUri, range, proposal.replacement);
    if (!(await vscode.workspace.applyEdit(edit))) return 'documentChanged';
    await this.close(proposal);
    const start = range.start;
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start), preview: false });
    return 'accepted';
  }

  /** Discards the proposal; the document was never touched. */
  async close(proposal: Proposal): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter((tab) => proposalIdOf(tab) === proposal.id));
    this.forget(proposal.id);
  }

  dispose(): void {
    for (const proposal of this.known.values()) proposal.stop.abort();
    for (const redraw of this.redraws.values()) clearTimeout(redraw);
    this.own.dispose();
  }

  private forget(id: string | undefined): void {
    const proposal = id === undefined ? undefined : this.known.get(id);
    if (!proposal) return;
    proposal.stop.abort();
    clearTimeout(this.redraws.get(proposal.id));
    this.redraws.delete(proposal.id);
    this.known.delete(proposal.id);
  }
}

function uriOf(scheme: string, proposal: Proposal): vscode.Uri {
  return vscode.Uri.from({ scheme, path: proposal.documentUri.path, query: proposal.id });
}

function proposalIdOf(tab: vscode.Tab | undefined): string | undefined {
  const input = tab?.input;
  if (!(input instanceof vscode.TabInputTextDiff) || input.modified.scheme !== proposalScheme) return undefined;
  return input.modified.query;
}
