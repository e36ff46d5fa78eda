import { newTurn, type Question, type Turn } from '../conversation/turn';
import { dayOf, modelNow, tellOnce } from '../models/modelNow';
import type { ChatSessionParts } from './chatParts';

type TurnParts = Pick<ChatSessionParts, 'newId' | 'now' | 'toldModels'>;

/** A question that is about to be asked of the chosen model, or of its successor where that one is gone. */
export function nextTurn(
  { newId, now, toldModels }: TurnParts,
  question: Question,
  parentId: string | undefined,
  chosen: string,
  rulesFiles: readonly string[],
): Turn {
  const createdAt = now();
  const { model, replaces } = modelNow(chosen, dayOf(createdAt));
  return newTurn(question, {
    id: newId(),
    parentId,
    createdAt,
    model,
    ...(rulesFiles.length > 0 && { rulesFiles }),
    ...(tellOnce(toldModels, replaces) && { replaces }),
  });
}
