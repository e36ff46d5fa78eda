import type { AnswerChange } from '../../parts/answerChange';
import { Failure, traits } from '../base/failure';
import { Answer } from '../conversation/answer';
import { type AskServices, ask } from '../conversation/ask';
import type { TurnFailure } from '../conversation/turn';
import { type TurnOutcome, toFailure } from '../conversation/turnOutcome';
import type { InteractionEvent } from '../interactions/events';
import type { AnswerRefusal } from './answer/refusals';
import { type ReadAnswer, ReplacementReader } from './answer/replacementReader';
import type { EditKind } from './ask/editPrompt';
import type { EditRequest } from './ask/editRequest';

/** The document while the replacement is being written. `preview` is made when it is called. */
export interface EditSoFar {
  readonly preview: () => string;
  /** The line that is being written, counted from 0. */
  readonly line: () => number;
}

export interface EditListener {
  /** The service keeps the answer under this id from now on. */
  readonly onCreated: (interactionId: string) => void;
  /** More lines are certain. */
  readonly onGrowth: (soFar: EditSoFar) => void;
}

/** What came of an answer. */
export type EditAnswer =
  | (Extract<ReadAnswer, { kind: 'replacement' }> & {
      /** The interaction that a refinement continues. Empty: the service gave none. */
      readonly interactionId: string;
    })
  /** `text` is all that the model wrote. */
  | { readonly kind: 'refused'; readonly reason: AnswerRefusal; readonly text: string };

/**
 * Asks for the replacement of some lines and reads it while it streams. Rejects with the signal's reason after an abort, and with a Failure unless the answer came whole: one that has all its
 * ends counts as whole, even where the stream broke after them.
 */
export async function askForEdit(
  services: AskServices,
  { request, form, target }: Extract<EditRequest, { kind: 'request' }>,
  kind: EditKind,
  signal: AbortSignal,
  { onCreated, onGrowth }: EditListener,
): Promise<EditAnswer> {
  const reader = new ReplacementReader(form, target, kind);
  const answer = new Answer();
  const soFar: EditSoFar = { preview: () => reader.preview, line: () => reader.lastLine };
  const onEvent = (event: InteractionEvent, changes: readonly AnswerChange[]) => {
    if (event.type === 'created') onCreated(event.interaction.id);
    const known = reader.lineCount;
    for (const change of changes) reader.push(addedText(change, answer));
    if (reader.lineCount > known) onGrowth(soFar);
  };
  const failure = await ask(services, request, answer, signal, { onEvent }).then(
    (outcome) => failureOf(outcome, answer),
    (error: unknown) => {
      if (error instanceof Failure) return error;
      throw error;
    },
  );
  signal.throwIfAborted();

  if (failure && !traits[failure.reason].leavesPartial) throw failure;
  const read = reader.finish(failure === undefined);
  if (read.kind === 'replacement') return { ...read, interactionId: answer.interactionId };
  if (failure) throw failure;
  return { ...read, text: reader.text };
}

function addedText(change: AnswerChange, answer: Answer): string {
  if (change.type === 'partGrew') return answer.kindOf(change.part) === 'text' ? change.text : '';
  return change.type === 'partAdded' && change.part.kind === 'text' ? change.part.text : '';
}

/** Why the answer is not whole. */
function failureOf(outcome: TurnOutcome, answer: Answer): Failure | undefined {
  if (outcome.status === 'failed') return toFailure(outcome.failure);
  if (outcome.status === 'done' && outcome.endedAs === undefined) return undefined;
  const isOverBudget = outcome.status === 'done' && outcome.endedAs === 'budget_exceeded';
  const failure: TurnFailure = answer.failureOfError() ?? { reason: isOverBudget ? 'budgetExceeded' : 'truncated' };
  return toFailure(failure);
}
