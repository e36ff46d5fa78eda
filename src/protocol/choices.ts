import { type AnswerChoices, type ServerTool, serverTools, thinkingChoices } from '../parts/answerChoices';
import { flag, listOf, type NoFields, oneOf, record, type Shapes } from './shape';

export const answerChoices = record<AnswerChoices>({
  tools: listOf(oneOf(serverTools)),
  thinking: oneOf(thinkingChoices),
});

export interface ChoiceRequests {
  setTool: { readonly tool: ServerTool; readonly isOn: boolean };
  /** Lets the user choose how much the model thinks. */
  chooseThinking: NoFields;
}

export const choiceRequests: Shapes<ChoiceRequests> = {
  setTool: { tool: oneOf(serverTools), isOn: flag },
  chooseThinking: {},
};
