import * as vscode from 'vscode';
import { viewPlace } from '../panel/panelHandle';
import { askBoxed } from '../panel/typedQuestion';
import type { Services } from '../services';
import { documentOf, hunksMeant } from './hunkPlace';
import type { InstructionBox } from './instructionBox';
import type { ProposeEdit } from './proposeEdit';
import type { Review } from './review';
import type { Reviews } from './reviews';

/** "Refine Proposal…": asks in a box at the proposal what should be different, and has it written again. */
export class Refine {
  constructor(
    private readonly services: Pick<Services, 'apiKey' | 'drafts'>,
    private readonly reviews: Reviews,
    private readonly edits: ProposeEdit,
    private readonly box: InstructionBox,
  ) {}

  async run(args: readonly unknown[]): Promise<void> {
    const uri = documentOf(args);
    const review = (uri && this.reviews.of(uri)) ?? this.reviews.inFront;
    const shown = review?.proposal.uri.toString();
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === shown);
    if (!review?.isReady || !editor) return;
    const line = editor.document.validatePosition(new vscode.Position(lineFor(review), 0));
    const range = new vscode.Range(line, line);
    const placeHolder = vscode.l10n.t('What should be different? For example: shorter, and keep the API');
    await this.box.open(editor, range, placeHolder, (instruction) => this.send(review, instruction));
  }

  private async send(review: Review, instruction: string): Promise<void> {
    const { apiKey, drafts } = this.services;
    // On disk until the proposal is there: a crash before that puts them into the chat's text box.
    await askBoxed(drafts, viewPlace, instruction, async () => {
      if (review.isReady && (await apiKey.ensure())) await this.edits.refine(review, instruction);
    });
  }
}

/** The last line of the change that the cursor is at, else of the first one. */
function lineFor(review: Review): number {
  const [hunk = review.changes.left[0]] = hunksMeant(review, []);
  return Math.max(0, (hunk?.proposalEnd ?? 1) - 1);
}
