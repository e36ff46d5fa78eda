import type { TurnView } from '../../../src/protocol/chat';
import { answered, turn } from '../../panel/turns';
import { longAnswer } from './corpus/answers';

/** A question and its answer together are as long as in a chat about code. Characters. */
const answerLength = 4_000;
const questionLength = 300;

/** This many questions, each with its answer; about 2.3 MB for 500 of them. */
export function longChat(questions: number): readonly TurnView[] {
  return Array.from({ length: questions }, (_, at) =>
    answered(`old${at}`, longAnswer(questionLength, 2 * at), longAnswer(answerLength, 2 * at + 1)),
  );
}

/** The id of the turn that `streamingTurn` gives. */
export const streamingId = 'new';

/** A turn whose answer has begun to come in. */
export function streamingTurn(text: string): TurnView {
  return turn({ id: streamingId, status: 'streaming', parts: [{ kind: 'text', text }] });
}
