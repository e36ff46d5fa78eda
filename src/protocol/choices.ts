import { type AnswerChoices, type ServerTool, serverTools, thinkingChoices } from '../parts/answerChoices';
import { flag, listOf, type NoFields, oneOf, optional, record, type Shapes, text } from './shape';

export const answerChoices = record<AnswerChoices>({
  tools: listOf(oneOf(serverTools)),
  thinking: oneOf(thinkingChoices),
  servers: listOf(text),
});

/** A remote MCP server of the user's settings. */
export interface ServerView {
  readonly name: string;
  /** Where it is, for people. */
  readonly host: string;
  /** Why it can’t be used: by its address or its name, or with this model. Absent: it can. */
  readonly reason?: string;
}

export const serverView = record<ServerView>({ name: text, host: text, reason: optional(text) });

/** Why what was chosen does not count while this model or agent answers. What is absent counts. */
export interface WithoutEffect {
  /** The tools, the servers and the level of thinking. */
  readonly answering?: string;
  readonly instruction?: string;
  readonly schema?: string;
}

export const withoutEffect = record<WithoutEffect>({
  answering: optional(text),
  instruction: optional(text),
  schema: optional(text),
});

export interface ChoiceRequests {
  setTool: { readonly tool: ServerTool; readonly isOn: boolean };
  setServer: { readonly name: string; readonly isOn: boolean };
  /** Lets the user choose how much the model thinks. */
  chooseThinking: NoFields;
  /** Lets the user change the instruction of the chat. */
  editInstruction: NoFields;
  removeInstruction: NoFields;
  /** Lets the user choose another schema for the answers of the chat. */
  chooseSchema: NoFields;
  removeSchema: NoFields;
}

export const choiceRequests: Shapes<ChoiceRequests> = {
  setTool: { tool: oneOf(serverTools), isOn: flag },
  setServer: { name: text, isOn: flag },
  chooseThinking: {},
  editInstruction: {},
  removeInstruction: {},
  chooseSchema: {},
  removeSchema: {},
};
