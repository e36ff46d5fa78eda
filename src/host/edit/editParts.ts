import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Services } from '../services';
import { CodeActions } from './codeActions';
import { forgetterOf } from './forgetInteractions';
import { InstructionBox } from './instructionBox';
import { ProposeEdit } from './proposeEdit';
import { Refine } from './refine';
import { ReviewCommands } from './reviewCommands';
import { ReviewLenses } from './reviewLenses';
import { ReviewStore } from './reviewStore';
import { Reviews } from './reviews';

/** What changes of code are made of. It is much, and loaded by the first of them. */
export class EditParts {
  private readonly own = new DisposableStore();
  readonly reviews: Reviews;
  readonly review: ReviewCommands;
  readonly codeActions: CodeActions;
  readonly edits: ProposeEdit;
  readonly box = this.own.add(new InstructionBox());
  readonly refine: Refine;

  constructor(services: Services) {
    const { context, log, activity, links, newId, now, onError } = services;
    const folder = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'reviews');
    const store = new ReviewStore(folder, (error) => log.bug(error));
    const onForget = forgetterOf(services);
    const reviews = this.own.add(new Reviews({ store, activity, newId, now, onError, onForget }));
    this.own.add(new ReviewLenses(reviews));
    this.own.add(reviews.onDidChange(() => setReviewKeys(reviews)));
    this.reviews = reviews;
    this.review = new ReviewCommands(reviews);
    this.codeActions = this.own.add(new CodeActions(reviews, links));
    this.edits = new ProposeEdit(services, reviews);
    this.refine = new Refine(services, reviews, this.edits, this.box);
  }

  dispose(): void {
    this.own.dispose();
  }
}

/** What `when` clauses ask of the review in front. */
function setReviewKeys({ inFront }: Reviews): void {
  setContextKey(contextKeys.reviewActive, inFront !== undefined);
  setContextKey(contextKeys.reviewStreaming, inFront?.isWriting === true);
  setContextKey(contextKeys.reviewReady, inFront?.isReady === true);
  setContextKey(contextKeys.reviewPristine, inFront?.proposal.isPristine === true);
}
