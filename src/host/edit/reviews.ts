import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { DisposableStore } from '../../core/base/disposables';
import { Emitter } from '../../core/base/emitter';
import type { Activity } from '../base/activity';
import { Review } from './review';
import { ReviewFiles } from './reviewFiles';
import { setReviewLanguage } from './reviewLanguage';
import type { StoredReview } from './reviewRecord';
import type { ReviewStore } from './reviewStore';
import { closeReviewTabs, reviewIdInFront, reviewIdOf, reviewTabs } from './reviewTabs';
import { nameInReview, readReviewUri } from './reviewUris';

export interface ReviewsParts {
  readonly store: ReviewStore;
  readonly activity: Activity;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
  /** These interactions at Google are of no use any more. */
  readonly onForget: (interactionIds: readonly string[]) => void;
}

/** How long a proposal whose comparison was closed can be opened again, in milliseconds. */
const keptMs = 7 * 24 * 3_600_000;

/** All reviews of the window, and what VS Code tells that concerns them. */
export class Reviews {
  private readonly own = new DisposableStore();
  private readonly open = new Map<string, Review>();
  private readonly changed = this.own.add(new Emitter<void>());
  /** Another review is in front, or something about one is another now. */
  readonly onDidChange = this.changed.event;
  readonly files: ReviewFiles;

  constructor(private readonly parts: ReviewsParts) {
    const { store, now, onError } = parts;
    this.files = this.own.add(
      new ReviewFiles({
        load: (id) => this.load(id),
        onMissing: (id) => void closeReviewTabs(id).catch(onError),
        onDidWrite: ({ id }, text) => this.open.get(id)?.save({ proposal: text }),
        now,
      }),
    );
    const listen = (listening: vscode.Disposable) => this.own.add(listening);
    listen(vscode.workspace.onDidChangeTextDocument((event) => this.each((review) => review.changed(event))));
    listen(vscode.workspace.onDidOpenTextDocument((document) => this.setLanguage(document)));
    listen(
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const file of files) this.each((review) => review.renamed(file));
      }),
    );
    listen(vscode.window.tabGroups.onDidChangeTabs(({ closed }) => this.tabsChanged(closed)));
    listen(vscode.window.tabGroups.onDidChangeTabGroups(() => this.changed.fire()));
    // Reviews of an earlier window whose tabs are not in front: VS Code asks for their files when they come there.
    const known = reviewTabs().flatMap((tab) => reviewIdOf(tab) ?? []);
    void store.purge(new Set(known), now() - keptMs).catch(onError);
  }

  /** The review in the active editor. */
  get inFront(): Review | undefined {
    const id = reviewIdInFront();
    return id === undefined ? undefined : this.open.get(id);
  }

  /** The review that a document is a side of. */
  of(uri: vscode.Uri): Review | undefined {
    const path = readReviewUri(uri);
    return path && this.open.get(path.id);
  }

  /** A new review of this document as it is, beginning at a line counted from 0. Writing opens it. */
  begin(document: vscode.TextDocument, line: number): Review {
    const { languageId, uri } = document;
    // The user sees it in the path.
    const id = this.parts.newId().slice(0, 8);
    const record = { id, name: nameInReview(document), documentUri: uri.toString(), languageId, line } as const;
    return this.add({
      record: {
        ...record,
        state: 'writing',
        offered: 0,
        applied: 0,
        interactionIds: [],
        continuedId: '',
        ranges: [],
      },
      base: document.getText(),
    });
  }

  dispose(): void {
    this.each((review) => {
      review.keep();
      review.dispose();
    });
    this.own.dispose();
  }

  private add({ record, base, proposal }: Omit<StoredReview, 'proposal'> & Partial<StoredReview>): Review {
    const onDidChange = () => {
      if (review.isEnded) this.open.delete(review.id);
      else this.setLanguage(review.proposal.document);
      this.changed.fire();
    };
    const { store, activity, onError, onForget } = this.parts;
    const parts = { files: this.files, store, activity, clock: systemClock, onDidChange, onError, onForget };
    const review: Review = new Review(parts, record, base, proposal);
    this.open.set(record.id, review);
    return review;
  }

  /** Brings back a review of an earlier window, or one whose comparison was closed. */
  private async load(id: string): Promise<StoredReview | undefined> {
    const stored = await this.parts.store.read(id);
    if (!stored || stored.base === stored.proposal) return undefined;
    // What was being written then is not being written any more.
    const record =
      stored.record.state === 'writing' ? { ...stored.record, state: 'incomplete' as const } : stored.record;
    if (!this.open.has(id)) this.add({ ...stored, record });
    this.changed.fire();
    return stored;
  }

  private setLanguage(document: vscode.TextDocument | undefined): void {
    const review = document && this.of(document.uri);
    if (review) void setReviewLanguage(review, document).catch(this.parts.onError);
  }

  private tabsChanged(closed: readonly vscode.Tab[]): void {
    for (const tab of closed) {
      const id = reviewIdOf(tab);
      // It may only have been moved to another group.
      if (id !== undefined && reviewTabs(id).length === 0) this.open.get(id)?.closed();
    }
    this.inFront?.proposal.shown();
    this.changed.fire();
  }

  private each(act: (review: Review) => void): void {
    for (const review of this.open.values()) act(review);
  }
}
