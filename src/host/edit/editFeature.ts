import type * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { Attachment } from '../../core/conversation/turn';
import type { Feature } from '../feature';
import { openLink } from '../paths/openLink';
import type { Services } from '../services';
import type { InstructionBox } from './instructionBox';
import type { ProposeEdit } from './proposeEdit';

declare module '../feature' {
  interface CommandArgs {
    /** A document of the review, as its URI. Default: the review in front. */
    'geminiInteractions.acceptAll': readonly unknown[];
    'geminiInteractions.rejectAll': readonly unknown[];
    'geminiInteractions.nextHunk': readonly unknown[];
    'geminiInteractions.previousHunk': readonly unknown[];
    'geminiInteractions.stopProposal': readonly unknown[];
    'geminiInteractions.refine': readonly unknown[];
    /** A `vscode.CommentReply`. */
    'geminiInteractions.sendInstruction': [reply: unknown];
    /** `(uri, n)` is the change number n, from 0; `({ uri, lineNumber })` the one at a line, from 1. Default: the cursor's. */
    'geminiInteractions.acceptHunk': readonly unknown[];
    'geminiInteractions.rejectHunk': readonly unknown[];
  }
}

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
    'actOnCode' | 'openAttachment' | 'openPending'
  > {
  /** The documents of reviews. */
  readonly reviewFiles: () => Promise<vscode.FileSystemProvider>;
  /** Asks for a change of some lines of a document, as it is now, and streams the proposal into a review. */
  readonly propose: ProposeEdit['run'];
  /** Opens a box for an instruction at some lines. */
  readonly askAt: InstructionBox['open'];
}

/** Code in editors: changing it after a review, and what the buttons of code in answers do. */
export function editFeature(services: Services): EditFeature {
  const own = new DisposableStore();
  const parts = lazy(async () => {
    const { EditParts } = await import('./editParts');
    return own.add(new EditParts(services));
  });
  const show = async (attachment: Attachment) => {
    const { showAttachment } = await import('./showAttachment');
    const { globalStorageUri } = services.context;
    await showAttachment(attachment, globalStorageUri, (url) => openLink(url, services.log));
  };
  return {
    commands: {
      'geminiInteractions.acceptAll': async (...args) => (await parts()).review.acceptAll(args),
      'geminiInteractions.rejectAll': async (...args) => (await parts()).review.rejectAll(args),
      'geminiInteractions.acceptHunk': async (...args) => (await parts()).review.acceptHunk(args),
      'geminiInteractions.rejectHunk': async (...args) => (await parts()).review.rejectHunk(args),
      'geminiInteractions.nextHunk': async (...args) => (await parts()).review.move(args, 'next'),
      'geminiInteractions.previousHunk': async (...args) => (await parts()).review.move(args, 'previous'),
      'geminiInteractions.stopProposal': async (...args) => (await parts()).review.stop(args),
      'geminiInteractions.refine': async (...args) => (await parts()).refine.run(args),
      'geminiInteractions.sendInstruction': async (reply) => (await parts()).box.send(reply),
      'geminiInteractions.leaveInstruction': async () => (await parts()).box.leave(),
    },
    requests: {
      actOnCode: async (request, { session }) => (await parts()).codeActions.run(session, request),
      openAttachment: async ({ turnId, attachmentId }, { session }) => {
        const turn = session.turns().find(({ id }) => id === turnId);
        const attachment = turn?.attachments.find(({ id }) => id === attachmentId);
        if (attachment) await show(attachment);
      },
      openPending: async ({ attachmentId }, { session }) => {
        const attachment = services.pending.of(session.chatId).find(({ id }) => id === attachmentId);
        if (attachment) await show(attachment);
      },
    },
    reviewFiles: async () => (await parts()).reviews.files,
    askAt: async (...asked) => (await parts()).box.open(...asked),
    propose: async (...asked) => (await parts()).edits.run(...asked),
    dispose: () => own.dispose(),
  };
}
