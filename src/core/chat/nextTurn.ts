import { newTurn, type Question, type Turn } from '../conversation/turn';
import { agentNamed } from '../interactions/agents';
import { dayOf, modelNow, tellOnce } from '../models/modelNow';
import type { ChatSessionParts } from './chatParts';
import { reviewPrompt } from './prompts';
import type { Told } from './toldToAsk';
import { whatCounts } from './whatCounts';

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
  const counts = whatCounts(model);
  return newTurn(counts.answerer === 'pictures' ? question : { ...question, image: undefined }, {
    id: newId(),
    parentId,
    createdAt,
    model: agent === undefined ? model : '',
    ...(agent !== undefined && { agent }),
    ...(rulesFiles.length > 0 && counts.instruction && { rulesFiles }),
    // A review has a form of its own.
    ...(schema && counts.schema && question.prompt !== reviewPrompt && { schema: schema.name }),
    ...(tellOnce(toldModels, replaces) && { replaces }),
  });
}
