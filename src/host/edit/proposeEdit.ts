import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { Failure } from '../../core/base/failure';
import { type EditQuestion, editRequest } from '../../core/editing/ask/editRequest';
import { askForEdit } from '../../core/editing/askForEdit';
import type { Services } from '../services';
import { readEditModel } from '../settings/settings';
import { AnswerRefused, tellRefusedAnswer, tellRefusedQuestion } from './answerWords';
import type { Review } from './review';
import { tellEnd } from './reviewNotices';
import type { Reviews } from './reviews';

/** What is asked about a document, besides what the document says itself. */
export type EditWish = Omit<EditQuestion, 'path' | 'languageId' | 'text'>;

/** Asks for a change of some lines of a document, and streams the proposal into a review. */
export class ProposeEdit {
  constructor(
    private readonly services: Pick<Services, 'interactions' | 'gate' | 'notices'>,
    private readonly reviews: Reviews,
  ) {}

  /** The document is as it was when the lines were chosen. `sources`: what else the wish takes texts from. */
  async run(document: vscode.TextDocument, wish: EditWish, sources: readonly vscode.Uri[] = []): Promise<void> {
    const text = document.getText();
    const path = vscode.workspace.asRelativePath(document.uri);
    const asked = editRequest({ ...wish, path, languageId: document.languageId, text }, { model: readEditModel() });
    if (asked.kind === 'refused') {
      tellRefusedQuestion(asked, path);
      return;
    }
    // With a part of the code left out, what comes back could not take its place.
    const sent = asked.request.input.map((content) => (content.type === 'text' ? content.text : '')).join('\n');
    if (!(await this.services.gate.allows([{ name: path, text: sent, files: [document.uri, ...sources].map(String) }])))
      return;
    if (document.getText() !== text) return tellChanged();
    const review = await this.reviews.begin(document, asked.target.ranges[0]?.start ?? 0);
    try {
      const end = await review.write(async (signal, show) => {
        const services = { interactions: this.services.interactions, clock: systemClock };
        const answer = await askForEdit(services, asked, wish.kind, signal, ({ preview, line }) =>
          show(() => ({ text: preview(), line: line() })),
        );
        if (answer.kind === 'refused') throw new AnswerRefused(answer);
        return answer.proposal;
      });
      tellEnd(review, end);
    } catch (error) {
      await this.failed(error, review, async () => {
        await review.end();
        if (document.getText() === text) return this.run(document, wish, sources);
        tellChanged();
      });
    }
  }

  private async failed(error: unknown, review: Review, retry: () => Promise<void>): Promise<void> {
    if (error instanceof AnswerRefused) {
      // What is certain of a cut answer may be of use; what was refused as a whole would only mislead.
      if (error.answer.reason !== 'cut') await review.end();
      tellRefusedAnswer(error.answer, review.target.name);
    } else if (error instanceof Failure) {
      await this.services.notices.show(error, retry);
    } else {
      throw error;
    }
  }
}

function tellChanged(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('The code changed meanwhile. Select it again.'));
}
