import * as vscode from 'vscode';
import type { Clock } from '../../core/base/clock';
import type { Activity } from '../base/activity';
import { ProposalDocument } from './proposalDocument';
import { ProposalWriting, type Writer } from './proposalWriting';
import { ReviewChanges } from './reviewChanges';
import type { ReviewFiles } from './reviewFiles';
import type { ReviewRecord, StoredReview } from './reviewRecord';
import type { ReviewStore } from './reviewStore';
import { closeReviewTabs, openReviewTab, rememberEditor } from './reviewTabs';
import { ReviewTarget } from './reviewTarget';
import { type ReviewPath, reviewUri } from './reviewUris';
import type { ChangeCause } from './undoGuard';
import { WritingMark } from './writingMark';

export interface ReviewParts {
  readonly files: ReviewFiles;
  readonly store: ReviewStore;
  readonly activity: Activity;
  readonly clock: Clock;
  /** What menus, keys and lenses show of a review may be another now. */
  readonly onDidChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** `incomplete`: it was cut, and what had come is under review. `unchanged`: it is what the document says already. */
export type WritingEnd = 'ready' | 'incomplete' | 'unchanged' | 'closed';

/**
 * One proposal from its first word to the last decision on it: the comparison, the two documents in it, and the document
 * it is for, into which nothing is written before an accept.
 */
export class Review {
  readonly target: ReviewTarget;
  readonly proposal: ProposalDocument;
  readonly changes: ReviewChanges;
  readonly baseUri: vscode.Uri;
  private phase: ReviewRecord['state'] | 'ended';
  private readonly mark: WritingMark;
  private readonly writing: ProposalWriting;
  private bringBack = async (): Promise<void> => undefined;

  /** With the texts of a review that is restored; at first both are the document as it is. */
  constructor(
    private readonly parts: ReviewParts,
    private readonly first: ReviewRecord,
    base: string,
    proposed = base,
  ) {
    const { id, name, documentUri, state, offered, applied } = first;
    const path: ReviewPath = { id, name, side: 'proposal' };
    this.baseUri = reviewUri({ ...path, side: 'base' });
    this.target = new ReviewTarget(vscode.Uri.parse(documentUri, true));
    this.proposal = new ProposalDocument(path, parts.files, parts.onError);
    this.changes = new ReviewChanges(base, this.proposal, this.target, (text) => this.showBase(text));
    this.mark = new WritingMark(this.proposal.uri);
    const { proposal: document, mark } = this;
    const keep = (text: string) => this.save({ proposal: text });
    this.writing = new ProposalWriting({ ...parts, proposal: document, mark, keep });
    this.changes.propose(proposed);
    this.phase = state;
    if (this.isReady) this.changes.offer(offered, applied);
    this.showPhase();
  }

  get id(): string {
    return this.first.id;
  }

  get languageId(): string {
    return this.first.languageId;
  }

  get isWriting(): boolean {
    return this.phase === 'writing';
  }

  get isEnded(): boolean {
    return this.phase === 'ended';
  }

  get isIncomplete(): boolean {
    return this.phase === 'incomplete';
  }

  /** Whether its changes can be decided on. */
  get isReady(): boolean {
    return this.phase === 'ready' || this.phase === 'incomplete';
  }

  /** Opens the comparison, at first of the document with itself. */
  async open(viewColumn?: vscode.ViewColumn): Promise<void> {
    const { base } = this.changes;
    this.bringBack = rememberEditor();
    this.showBase(base);
    this.proposal.draw(base);
    this.save({ base, proposal: base });
    await openReviewTab(this.baseUri, this.proposal.uri, { line: this.first.line, viewColumn });
    this.proposal.begin();
  }

  /**
   * Shows the proposal while it is being written. Fails as the writer does, unless it was stopped. What has come until
   * then stays under review; where nothing has, or nothing changes, the comparison closes.
   */
  async write(writer: Writer): Promise<WritingEnd> {
    const written = await this.writing.run(writer, vscode.l10n.t('Writing a proposal for {0}', this.first.name));
    if ('text' in written) return this.settle('ready', written.text);
    const end = await this.settle('incomplete', this.proposal.put);
    if (!this.writing.isStopped) throw written.error;
    return end;
  }

  /** Stops the writing. */
  stop(): void {
    this.writing.stop();
  }

  /** Closes the comparison and forgets the proposal. The editor that was in front before it comes back. */
  async end(): Promise<void> {
    if (this.phase === 'ended') return;
    this.leave();
    await closeReviewTabs(this.id);
    this.parts.files.forget(this.id);
    this.parts.store.remove(this.id);
    await this.bringBack();
  }

  /** The user has closed the comparison. It can be opened again, unless the proposal was still being written. */
  closed(): void {
    if (this.phase === 'ended') return;
    if (this.isWriting) this.parts.store.remove(this.id);
    this.leave();
    this.parts.files.forget(this.id);
  }

  /** A document has changed: the proposal, or the one it is for. */
  changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    if (this.target.has(document)) this.changes.targetChanged(contentChanges);
    if (document.uri.toString() !== this.proposal.uri.toString()) return;
    this.proposal.changed(causeOf(reason));
    this.parts.onDidChange();
  }

  renamed(rename: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): void {
    if (this.target.renamed(rename)) this.save({});
  }

  /** Puts on disk what is given, and what is known of the review now. */
  save(texts: Pick<Partial<StoredReview>, 'base' | 'proposal'>): void {
    if (this.phase === 'ended') return;
    const documentUri = this.target.uri.toString();
    const record = { ...this.first, ...this.changes.progress, documentUri, state: this.phase };
    this.parts.store.write(this.id, { ...texts, record });
  }

  dispose(): void {
    this.writing.stop();
    this.proposal.dispose();
    this.mark.dispose();
  }

  private leave(): void {
    this.phase = 'ended';
    this.dispose();
    this.parts.onDidChange();
  }

  private showBase(text: string): void {
    this.parts.files.put({ id: this.id, name: this.first.name, side: 'base' }, text, true);
    this.save({ base: text });
  }

  /** `text` is all that comes. */
  private async settle(end: 'ready' | 'incomplete', text: string): Promise<WritingEnd> {
    if (this.phase !== 'ended' && text !== this.changes.base) await this.proposal.finish(text);
    // While VS Code was reading it, it may have been closed.
    if (this.phase === 'ended') return 'closed';
    if (text === this.changes.base) {
      await this.end();
      return end === 'ready' ? 'unchanged' : 'closed';
    }
    this.phase = end;
    this.changes.offer();
    this.showPhase();
    this.save({ proposal: text });
    this.parts.onDidChange();
    return end;
  }

  private showPhase(): void {
    if (this.phase === 'writing') this.mark.show(vscode.l10n.t('Waiting for Gemini…'), this.first.line);
    else
      this.mark.show(this.phase === 'incomplete' ? vscode.l10n.t('Gemini’s proposal ends here: it is incomplete') : '');
  }
}

function causeOf(reason: vscode.TextDocumentChangeReason | undefined): ChangeCause {
  if (reason === undefined) return 'edit';
  return reason === vscode.TextDocumentChangeReason.Undo ? 'undo' : 'redo';
}
