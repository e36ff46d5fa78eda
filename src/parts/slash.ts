/** What may stand behind a slash at the beginning of a question, in the order in which it is offered. */
export const slashNames = ['explain', 'fix', 'tests', 'research', 'new', 'private'] as const;

export type SlashName = (typeof slashNames)[number];
