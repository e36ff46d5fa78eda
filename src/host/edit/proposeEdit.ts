import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { Failure } from '../../core/base/failure';
import { type EditOptions, type EditQuestion, type EditRequest, editRequest } from '../../core/editing/ask/editRequest';
import type { LineRange } from '../../core/editing/ask/editTarget';
import { askForEdit } from '../../core/editing/askForEdit';
import { SourceText } from '../../core/editing/text/sourceText';
import type { Services } from '../services';
import { readEditModel, readEditTier, storesAtGoogle } from '../settings/settings';
import { AnswerRefused, tellHiddenLeftOut, tellRefusedAnswer, tellRefusedQuestion } from './answerWords';
import type { Writer } from './proposalWriting';
import type { Review } from './review';
import { tellEnd } from './reviewNotices';
import type { Reviews } from './reviews';

/** What is asked about a document, besides what the document says itself. */
export type EditWish = Omit<EditQuestion, 'path' | 'languageId' | 'text' | 'earlier'>;

type Asked = Extract<EditRequest, { kind: 'request' }>;

/** Asks for changes of some lines of a document, and streams the proposals into reviews. */
export class ProposeEdit {
  constructor(
    private readonly services: Pick<Services, 'interactions' | 'gate' | 'notices' | 'replaced'>,
    private readonly reviews: Reviews,
  ) {}

  private get options(): EditOptions {
    const serviceTier = readEditTier();
    return {
      model: this.services.replaced.toAsk(readEditModel()),
      mayBeRefined: storesAtGoogle(),
      ...(serviceTier !== 'standard' && { serviceTier }),
    };
  }

  /** Opens a review. The document is as it was when the lines were chosen. `sources`: what else the wish takes texts from. */
  async run(document: vscode.TextDocument, wish: EditWish, sources: readonly vscode.Uri[] = []): Promise<void> {
    const text = document.getText();
    const path = vscode.workspace.asRelativePath(document.uri);
    const question = { ...wish, path, languageId: document.languageId, text };
    const asked = editRequest(question, this.options);
    if (asked.kind === 'refused') {
      tellRefusedQuestion(asked, path);
      return;
    }
    if (!(await this.mayLeave(asked, path, document.uri, ...sources))) return;
    if (document.getText() !== text) return tellChanged();
    tellHiddenLeftOut(asked.hidden);
    const review = this.reviews.begin(document, asked.target.ranges[0]?.start ?? 0);
    review.scope.begin(asked.target.ranges);
    try {
      tellEnd(review, await review.write(this.writer(review, asked, wish.kind)));
    } catch (error) {
      // What is certain of a cut answer may be of use; what was refused as a whole would only mislead.
      if (error instanceof AnswerRefused && error.answer.reason !== 'cut') await review.end();
      await this.tell(error, review, async () => {
        await review.end();
        if (document.getText() === text) return this.run(document, wish, sources);
        tellChanged();
      });
    }
  }

  /** Has a proposal written again, as it is now and by a further instruction, in the interaction that wrote it. */
  async refine(review: Review, instruction: string): Promise<void> {
    const { scope, changes, proposal, languageId, target } = review;
    const { text } = proposal;
    const ranges = scope.inProposal(changes.base, text);
    const wish: EditWish = { kind: 'refine', ranges, instruction };
    const question = { ...wish, path: target.name, languageId, text, earlier: linesOf(text, ranges) };
    const { options } = this;
    const request = (previousInteractionId?: string) =>
      editRequest(question, {
        ...options,
        ...(previousInteractionId !== undefined && { previousInteractionId }),
      });
    const asked = request(scope.continuedId === '' || !storesAtGoogle() ? undefined : scope.continuedId);
    if (asked.kind === 'refused') {
      tellRefusedQuestion(asked, target.name);
      return;
    }
    if (!(await this.mayLeave(asked, target.name, target.uri))) return;
    tellHiddenLeftOut(asked.hidden);
    const writer = this.writer(review, asked, 'refine', request);
    try {
      tellEnd(review, await review.rewrite(writer));
    } catch (error) {
      await this.tell(error, review, () => this.refine(review, instruction));
    }
  }

  /** Asks the user where it matters. With a part of the code left out, what comes back could not take its place. */
  private mayLeave({ request }: Asked, name: string, ...files: readonly vscode.Uri[]): Promise<boolean> {
    const text = request.input.map((content) => (content.type === 'text' ? content.text : '')).join('\n');
    return this.services.gate.allows([{ name, text, files: files.map(String) }]);
  }

  /** `again`: makes the request once more, with all that the interaction before had, where that is no longer kept. */
  private writer(review: Review, asked: Asked, kind: EditQuestion['kind'], again?: () => EditRequest): Writer {
    return async (signal, show) => {
      const services = { interactions: this.services.interactions, clock: systemClock };
      const ask = (request: Asked) =>
        askForEdit(services, request, kind, signal, {
          onCreated: (id) => review.scope.created(id),
          onGrowth: ({ preview, line }) => show(() => ({ text: preview(), line: line() })),
        });
      const answer = await ask(asked).catch((error: unknown) => {
        const whole = error instanceof Failure && error.reason === 'historyExpired' ? again?.() : undefined;
        if (whole?.kind !== 'request') throw error;
        review.scope.forgotten();
        return ask(whole);
      });
      if (answer.kind === 'refused') throw new AnswerRefused(answer);
      review.scope.answered(answer.interactionId);
      return answer.proposal;
    };
  }

  private async tell(error: unknown, review: Review, retry: () => Promise<void>): Promise<void> {
    if (error instanceof AnswerRefused) tellRefusedAnswer(error.answer, review.target.name);
    else if (error instanceof Failure) await this.services.notices.show(error, retry);
    else throw error;
  }
}

/** The lines of each range, without the last line break. */
function linesOf(text: string, ranges: readonly LineRange[]): readonly string[] {
  const source = SourceText.of(text);
  return ranges.map(({ start, end }) => source.slice(start, end).replace(/(?:\r\n|\n|\r)$/, ''));
}

function tellChanged(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('The code has changed. Select it again.'));
}
