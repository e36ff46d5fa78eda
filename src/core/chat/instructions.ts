import { chatInstruction } from './prompts';

/** A file in which a project says how its code is written. */
export interface RulesFile {
  /** As people read it, relative to the workspace. */
  readonly path: string;
  readonly text: string;
}

/** What every question of a chat takes along besides the chat. */
export interface Instructions {
  /** The whole system instruction. */
  readonly text: string;
  /** The rules files in it, by their paths. The answer names them. */
  readonly files: readonly string[];
}

/** The product's own instruction, then the user's, then the project's. `own`: may be empty. */
export function instructionsOf(own: string, rules: readonly RulesFile[]): Instructions {
  const wishes = own.trim() === '' ? [] : [`Instructions of the developer:\n${own.trim()}`];
  const project = rules.map(({ path, text }) => `Rules of the project, from ${path}:\n${text.trim()}`);
  return { text: [chatInstruction, ...wishes, ...project].join('\n\n'), files: rules.map(({ path }) => path) };
}

/** The instruction of this chat comes last: it is the newest wish. `own`: may be empty. */
export function withInstructionOfChat(text: string, own: string): string {
  return own.trim() === '' ? text : `${text}\n\nInstructions for this chat:\n${own.trim()}`;
}
