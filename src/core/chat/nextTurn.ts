import { newTurn, type Question, type Turn } from '../conversation/turn';
import { agentNamed, isOwnAgent } from '../interactions/agents';
import { isImageModel } from '../interactions/imageFormat';
import { dayOf, modelNow, tellOnce } from '../models/modelNow';
import type { ChatSessionParts } from './chatParts';
import { reviewPrompt } from './prompts';
import type { Told } from './toldToAsk';

type TurnParts = Pick<ChatSessionParts, 'newId' | 'now' | 'model' | 'toldModels'>;

/** A question that is about to be asked: of the model or agent chosen for it or its chat, else the usual one, or of its successor. */
export function nextTurn(
  { newId, now, model: usual, toldModels }: TurnParts,
  question: Question,
  parentId: string | undefined,
  chosen: string | undefined,
  { files: rulesFiles, schema }: Pick<Told, 'files' | 'schema'>,
): Turn {
  const createdAt = now();
  const { model, replaces } = modelNow(chosen ?? usual(), dayOf(createdAt));
  const agent = agentNamed(model);
  const draws = agent === undefined && isImageModel(model);
  // Instructions are for words, and an agent of the project has its own.
  const isTold = !draws && !(agent !== undefined && isOwnAgent(agent));
  return newTurn(draws ? question : { ...question, image: undefined }, {
    id: newId(),
    parentId,
    createdAt,
    model: agent === undefined ? model : '',
    ...(agent !== undefined && { agent }),
    ...(rulesFiles.length > 0 && isTold && { rulesFiles }),
    // A review has a form of its own, and an agent takes none.
    ...(schema && !draws && agent === undefined && question.prompt !== reviewPrompt && { schema: schema.name }),
    ...(tellOnce(toldModels, replaces) && { replaces }),
  });
}
