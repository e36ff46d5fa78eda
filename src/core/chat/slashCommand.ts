import { type SlashName, slashNames } from '../../parts/slash';

/** A command in front of what was typed. */
export interface SlashCommand {
  readonly name: SlashName;
  /** What follows it; empty where nothing does. */
  readonly rest: string;
}

/** The command that a question begins with. Undefined: it is an ordinary question, such as one about `/etc/hosts`. */
export function slashCommand(prompt: string): SlashCommand | undefined {
  const [, typed, rest = ''] = /^\s*\/(\w+)(?:\s([\s\S]*))?$/.exec(prompt) ?? [];
  const name = slashNames.find((one) => one === typed?.toLowerCase());
  return name && { name, rest: rest.trim() };
}
