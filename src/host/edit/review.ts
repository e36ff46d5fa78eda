import * as vscode from 'vscode';
import type { Clock } from '../../core/base/clock';
import type { Activity } from '../base/activity';
import { ProposalDocument } from './proposalDocument';
import { ProposalWriting, type Writer } from './proposalWriting';
import { ReviewChanges } from './reviewChanges';
import type { ReviewFiles } from './reviewFiles';
import type { ReviewRecord, StoredReview } from './reviewRecord';
import { ReviewScope } from './reviewScope';
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
  /** These interactions at Google are of no use any more. */
  readonly onForget: (interactionIds: readonly string[]) => void;
}

/**
 * `incomplete`: it was cut, and what had come is under review. `stopped`: it is what it was before it was to be refined.
 * `unchanged`: it is what the document says already.
 */
export type WritingEnd = 'ready' | 'incomplete' | 'stopped' | 'unchanged' | 'closed';

/** VS Code answers nothing while it opens a long document, which takes work here as well. By then the request is on its way. Milliseconds. */
const requestFirstMs = 10;

/**
 * One proposal from its first word to the last decision on it: the comparison, the two documents in it, and the document
 * it is for, into which nothing is written before an accept.
 */
export class Review {
  readonly target: ReviewTarget;
  readonly proposal: ProposalDocument;
  readonly changes: ReviewChanges;
  readonly baseUri: vscode.Uri;
  readonly scope: ReviewScope;
  private phase: ReviewRecord['state'] | 'ended';
  /** While a proposal is refined: what it was, and is again if nothing comes of that. */
  private before: { readonly text: string; readonly phase: 'ready' | 'incomplete' } | undefined;
  private readonly mark: WritingMark;
  private writing: ProposalWriting | undefined;
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
    this.scope = new ReviewScope(first.interactionIds, first.continuedId, first.ranges);
    this.changes = new ReviewChanges(base, this.proposal, this.target, (text, old) => {
      this.scope.baseChanged(old, text);
      this.showBase(text);
    });
    this.mark = new WritingMark(this.proposal.uri);
    if (proposed !== base) this.changes.propose(proposed);
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

  /**
   * Opens the comparison, at first of the document with itself, and shows the proposal while it is being written. The
   * writer does not wait for that: it is asked at once. Fails as the writer does, unless it was stopped. What has come
   * until then stays under review; where nothing has, or nothing changes, the comparison closes.
   */
  async write(writer: Writer): Promise<WritingEnd> {
    const label = vscode.l10n.t('Writing changes for {0}', this.first.name);
    const writing = this.run(writer, label, (text) => this.save({ proposal: text }));
    const [written] = await Promise.all([writing, this.open()]).finally(() => this.stop());
    if ('text' in written) return this.settle('ready', written.text);
    const end = await this.settle('incomplete', this.proposal.put);
    if (!written.isStopped) throw written.error;
    return end;
  }

  /** Writes a ready proposal again. Where that fails, or is stopped, the former one is back. */
  async rewrite(writer: Writer): Promise<WritingEnd> {
    const { phase } = this;
    if (phase !== 'ready' && phase !== 'incomplete') return 'closed';
    await this.proposal.saved();
    const { text } = this.proposal;
    this.before = { text, phase };
    this.phase = 'writing';
    this.proposal.begin();
    this.proposal.draw(text);
    this.showPhase();
    this.parts.onDidChange();
    const written = await this.run(writer, vscode.l10n.t('Refining the changes for {0}', this.first.name), () => {});
    this.before = undefined;
    if ('text' in written) return this.settle('ready', written.text);
    const end = await this.settle(phase, text);
    if (!written.isStopped) throw written.error;
    return end === 'closed' ? end : 'stopped';
  }

  /** Stops the writing. */
  stop(): void {
    this.writing?.stop();
  }

  /** Closes the comparison and forgets the proposal. Then the editor that was in front before it comes back, or what is given. */
  async end(show = this.bringBack): Promise<void> {
    if (this.phase === 'ended') return;
    this.parts.onForget(this.scope.interactionIds);
    this.leave();
    await closeReviewTabs(this.id);
    this.parts.files.forget(this.id);
    this.parts.store.remove(this.id);
    await show();
  }

  /** The user has closed the comparison. It can be opened again, unless the proposal was still being written. */
  closed(): void {
    if (this.phase === 'ended') return;
    this.parts.onForget(this.scope.interactionIds);
    this.scope.forgotten();
    if (this.isWriting && !this.before) this.parts.store.remove(this.id);
    else this.save({});
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
    const { interactionIds, continuedId, ranges } = this.scope;
    const state = this.before?.phase ?? this.phase;
    const scope = { interactionIds, continuedId, ranges };
    const record = { ...this.first, ...this.changes.progress, ...scope, documentUri, state };
    this.parts.store.write(this.id, { ...texts, record });
  }

  /** The window is closed or reloaded: what has come since the last time is kept, too. */
  keep(): void {
    if (this.isWriting && !this.before) this.save({ proposal: this.proposal.put });
  }

  dispose(): void {
    this.stop();
    this.proposal.dispose();
    this.mark.dispose();
  }

  private async open(): Promise<void> {
    const { base } = this.changes;
    this.bringBack = rememberEditor();
    await this.parts.clock.wait(requestFirstMs, new AbortController().signal);
    this.showBase(base);
    // Its first words may be here already.
    if (!this.proposal.isPut) this.proposal.draw(base);
    this.save({ base, proposal: this.proposal.put });
    this.proposal.begin();
    await openReviewTab(this.baseUri, this.proposal.uri, this.first.line);
    // It may have been opened with more than the document's own text.
    if (this.isWriting) this.proposal.begin();
  }

  private async run(writer: Writer, label: string, keep: (text: string) => void) {
    const { proposal, mark, parts } = this;
    const writing = new ProposalWriting({ ...parts, proposal, mark, keep });
    this.writing = writing;
    const written = await writing.run(writer, label);
    this.writing = undefined;
    return { ...written, isStopped: writing.isStopped };
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
    const { applied } = this.changes.progress;
    this.changes.offer(this.changes.left.length + applied, applied);
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
