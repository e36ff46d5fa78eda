import { newTurn, type Question, type Turn } from '../conversation/turn';
import { isImageModel } from '../interactions/imageFormat';
import { dayOf, modelNow, tellOnce } from '../models/modelNow';
import type { ChatSessionParts } from './chatParts';
import { reviewPrompt } from './prompts';
import type { Told } from './toldToAsk';

type TurnParts = Pick<ChatSessionParts, 'newId' | 'now' | 'model' | 'toldModels'>;

/** A question that is about to be asked: of the model chosen for it or its chat, else the usual one, or of its successor. */
export function nextTurn(
  { newId, now, model: usual, toldModels }: TurnParts,
  question: Question,
  parentId: string | undefined,
  chosen: string | undefined,
  { files: rulesFiles, schema }: Pick<Told, 'files' | 'schema'>,
): Turn {
  const createdAt = now();
  const { model, replaces } = modelNow(chosen ?? usual(), dayOf(createdAt));
  const draws = isImageModel(model);
  return newTurn(draws ? question : { ...question, image: undefined }, {
    id: newId(),
    parentId,
    createdAt,
    model,
    // Instructions are for words.
    ...(rulesFiles.length > 0 && !draws && { rulesFiles }),
    // A review has a form of its own.
    ...(schema && !draws && question.prompt !== reviewPrompt && { schema: schema.name }),
    ...(tellOnce(toldModels, replaces) && { replaces }),
  });
}
