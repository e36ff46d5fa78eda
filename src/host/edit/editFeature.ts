import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import { openLink } from '../paths/openLink';
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
import { showAttachment } from './showAttachment';

export interface EditFeature
  extends Feature<
    | 'geminiInteractions.acceptAll'
    | 'geminiInteractions.rejectAll'
    | 'geminiInteractions.acceptHunk'
    | 'geminiInteractions.rejectHunk'
    | 'geminiInteractions.nextHunk'
    | 'geminiInteractions.previousHunk'
    | 'geminiInteractions.stopProposal'
    | 'geminiInteractions.refine'
    | 'geminiInteractions.sendInstruction'
    | 'geminiInteractions.leaveInstruction',
    'actOnCode' | 'openAttachment'
  > {
  /** The documents of reviews. */
  readonly reviewFiles: vscode.FileSystemProvider;
  /** Asks for a change of some lines of a document, as it is now, and streams the proposal into a review. */
  readonly propose: ProposeEdit['run'];
  /** Opens a box for an instruction at some lines. */
  readonly askAt: InstructionBox['open'];
}

/** Code in editors: changing it after a review, and what the buttons of code in answers do. */
export function editFeature(services: Services): EditFeature {
  const { context, log, activity, links, newId, now, onError } = services;
  const own = new DisposableStore();
  const folder = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'reviews');
  const store = new ReviewStore(folder, (error) => log.bug(error));
  const onForget = forgetterOf(services);
  const reviews = own.add(new Reviews({ store, activity, newId, now, onError, onForget }));
  own.add(new ReviewLenses(reviews));
  own.add(reviews.onDidChange(() => setReviewKeys(reviews)));
  const review = new ReviewCommands(reviews);
  const codeActions = own.add(new CodeActions(reviews, links));
  const edits = new ProposeEdit(services, reviews);
  const box = own.add(new InstructionBox());
  const refine = new Refine(services.apiKey, reviews, edits, box);
  return {
    commands: {
      'geminiInteractions.acceptAll': (...args) => review.acceptAll(args),
      'geminiInteractions.rejectAll': (...args) => review.rejectAll(args),
      'geminiInteractions.acceptHunk': (...args) => review.acceptHunk(args),
      'geminiInteractions.rejectHunk': (...args) => review.rejectHunk(args),
      'geminiInteractions.nextHunk': (...args) => review.move(args, 'next'),
      'geminiInteractions.previousHunk': (...args) => review.move(args, 'previous'),
      'geminiInteractions.stopProposal': (...args) => review.stop(args),
      'geminiInteractions.refine': (...args) => refine.run(args),
      'geminiInteractions.sendInstruction': (reply) => box.send(reply),
      'geminiInteractions.leaveInstruction': () => box.leave(),
    },
    requests: {
      actOnCode: (request, { session }) => codeActions.run(session, request),
      openAttachment: async ({ turnId, attachmentId }, { session }) => {
        const attachment = session.attachment(turnId, attachmentId);
        if (attachment) await showAttachment(attachment, (url) => openLink(url, log));
      },
    },
    reviewFiles: reviews.files,
    askAt: (...asked) => box.open(...asked),
    propose: (...asked) => edits.run(...asked),
    dispose: () => own.dispose(),
  };
}

/** What `when` clauses ask of the review in front. */
function setReviewKeys({ inFront }: Reviews): void {
  setContextKey(contextKeys.reviewActive, inFront !== undefined);
  setContextKey(contextKeys.reviewStreaming, inFront?.isWriting === true);
  setContextKey(contextKeys.reviewReady, inFront?.isReady === true);
  setContextKey(contextKeys.reviewPristine, inFront?.proposal.isPristine === true);
}
